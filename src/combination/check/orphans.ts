import { becomes } from '../vault/index.ts'
import type { DocumentsToCheck } from './documents-to-check.ts'
import type { Problem } from './problem.ts'

const BEGINNING =
  /(?:^|\/)(?:index|readme|home|summary|_?sidebar|contents|toc|start|changelog|contributing|licen[cs]e|moc)\.[^/]*$/i
/** Below this share of linked pages, a folder is not navigated by links. */
const LEAST_LINKED = 0.4
const A_FEW = 5

/**
 * Finds pages without incoming links in a folder whose pages link to each other. Skips files that
 * are no pages, and pages reported as unclean.
 */
export function orphans(
  { vault, documents }: DocumentsToCheck,
  byMarkdown: ReadonlySet<string>,
  unclean: readonly Problem[],
): Problem[] {
  const reached = new Set(byMarkdown)
  for (const { path, reaches } of vault.pages) for (const to of reaches) if (to && to !== path) reached.add(to)
  if (documents.length < A_FEW || reached.size < documents.length * LEAST_LINKED) return []
  const told = new Set(unclean.map(({ path }) => path))
  return documents.flatMap(({ document: { path, title } }) =>
    told.has(path) ||
    becomes(path) !== 'page' ||
    reached.has(path) ||
    BEGINNING.test(path) ||
    /^wiki\/queries\//i.test(path)
      ? []
      : [
          {
            rule: 'orphan' as const,
            path,
            line: 1,
            toLine: 1,
            says: `No page links to “${title}”.`,
            words: '',
            mend: 'Link to it from where people look for it, or take it out.',
          },
        ],
  )
}
