import type { VaultFile } from '../vault/index.ts'
import { ambiguousAliases } from './aliases-shared.ts'
import { followLinks } from './broken-links.ts'
import { citationsThatDoNotHold } from './citations.ts'
import { type DocumentsToCheck, filesToCheck } from './documents-to-check.ts'
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
  /** Whether a path of the folder is there although it is no document, or was not read. */
  exists?: (path: string) => boolean
}

/** What a check found, the gravest kind first, and how much it looked at. */
export interface Checked {
  problems: Problem[]
  counts: { documents: number; sources: number; links: number; citations: number }
}

/** Checks a folder of pages — in our folders, Obsidian's, or any with documents: nothing in it stops the rest. */
export const checkVault = ({ files, now, exists = () => false }: VaultToCheck): Checked =>
  checkDocuments(filesToCheck(files, { now, exists }))

/** Runs every rule over documents that were parsed, wherever they came from. */
export function checkDocuments(all: DocumentsToCheck): Checked {
  const followed = followLinks(all)
  const unclean = uncleanPages(all)
  const problems = [
    ...citationsThatDoNotHold(all),
    ...followed.problems,
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

/** By kind, then as found: most wanted first, then by page and line. */
const byGravity = (problems: Problem[]) => problems.sort((a, b) => (rank.get(a.rule) ?? 0) - (rank.get(b.rule) ?? 0))
