import type { VaultFile } from '../vault/index.ts'
import { ambiguousAliases } from './aliases-shared.ts'
import { followLinks } from './broken-links.ts'
import { citationsThatDoNotHold } from './citations.ts'
import { type DocumentsToCheck, filesToCheck } from './documents-to-check.ts'
import { linksWithBackslashes } from './fragile-links.ts'
import { nearDuplicatePages } from './near-duplicate-pages.ts'
import { orphans } from './orphans.ts'
import { pagesThatDiffer } from './pages-that-differ.ts'
import type { Problem } from './problem.ts'
import { rules } from './rules.ts'
import { stalePages } from './stale-pages.ts'
import { twoVersions } from './two-versions.ts'
import { uncleanPages } from './unclean.ts'
import { unsupportedParagraphs } from './unsupported.ts'
import { wantedPages } from './wanted.ts'

/** A folder of pages to be checked. */
export interface VaultToCheck {
  files: Iterable<VaultFile>
  now: string
  /** Whether a path exists in the folder, even if it is no document or was not read. */
  exists?: (path: string) => boolean
}

/** The result of a check: problems, gravest kind first, and the number of things checked. */
export interface Checked {
  problems: Problem[]
  counts: { documents: number; sources: number; links: number; citations: number }
}

/**
 * Checks a folder of pages: ours, Obsidian's, or any with documents. A bad file does not stop the
 * check.
 */
export const checkVault = ({ files, now, exists = () => false }: VaultToCheck): Checked =>
  checkDocuments(filesToCheck(files, { now, exists }))

/** Runs every rule over parsed documents, of a folder or a space. */
export function checkDocuments(all: DocumentsToCheck): Checked {
  const followed = followLinks(all)
  const unclean = uncleanPages(all)
  const problems = [
    ...citationsThatDoNotHold(all),
    ...followed.problems,
    ...linksWithBackslashes(all),
    ...unclean,
    ...twoVersions(all),
    ...wantedPages(all),
    ...ambiguousAliases(all),
    ...pagesThatDiffer(all),
    ...nearDuplicatePages(all),
    ...stalePages(all),
    ...unsupportedParagraphs(all),
    ...orphans(all, followed.reached, unclean),
  ]
  const { links, citations } = all.vault.counts
  return {
    problems: byGravity(problems),
    counts: { documents: all.documents.length, sources: all.sources.size, links: links + followed.links, citations },
  }
}

const rank = new Map(rules.map(({ id }, n) => [id, n]))

/** Sorts by gravity of the rule, otherwise in the order found. */
const byGravity = (problems: Problem[]) => problems.sort((a, b) => (rank.get(a.rule) ?? 0) - (rank.get(b.rule) ?? 0))
