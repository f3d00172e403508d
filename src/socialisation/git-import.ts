import type { Commit } from './git-log.ts'

/** How many files a first commit, or any, adds at once when others may have written them before. */
const [MANY_AT_FIRST, MANY, FEW] = [5, 50, 3]
const SAYS_SO =
  /^\W*(?:initial import|import(?:ed|ing)?\b|migrat(?:e|ed|ion|ing)\b|vendor(?:ed|ing)?\b|open.?sourc|code drop|snapshot)|\b(?:import(?:ed)?|migrated|moved|copied|extracted|split|taken) (?:over )?(?:from|out of)\b|\b(?:from|of) (?:svn|cvs|subversion|mercurial|perforce|bitbucket|sourceforge)\b/i

/**
 * Whether a commit brings in files that may have been written before and elsewhere: as the first of
 * a history, by its message, or by their number. Who wrote them is unknown.
 */
export function isImport({ changes, subject, root }: Commit, n?: number): boolean {
  const added = changes.reduce((sum, { kind }) => sum + (kind === 'A' ? 1 : 0), 0)
  const first = root || n === 0
  return added >= (first ? MANY_AT_FIRST : MANY) || (added >= FEW && SAYS_SO.test(subject))
}
