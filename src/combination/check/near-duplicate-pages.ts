import type { ParsedPage } from '../vault/index.ts'
import type { DocumentsToCheck } from './documents-to-check.ts'
import type { Problem } from './problem.ts'
import { sideOf } from './side-of-problem.ts'

/** Finds pages with nearly the same text as another, or nearly the same name in one folder. */
export function nearDuplicatePages({ vault, documents }: DocumentsToCheck): Problem[] {
  const byPath = new Map(documents.map((item) => [item.document.path, item]))
  return vault.alike.flatMap(({ one, other, by }) => {
    // Similar names in different folders are common and no duplicates.
    if (by === 'title' && folderOf(one) !== folderOf(other)) return []
    const sides = [other, one].flatMap(({ path }) => byPath.get(path) ?? []).map((item) => sideOf(item))
    return [
      {
        rule: 'near-duplicate' as const,
        path: other.path,
        line: 1,
        toLine: 1,
        says:
          by === 'text'
            ? `“${other.title}” says nearly the same as “${one.title}” (${one.path}).`
            : `Its title, “${other.title}”, is nearly that of ${one.path}, “${one.title}”.`,
        words: '',
        mend: 'Make one page of the two and keep both titles; or say in each how it differs.',
        sides,
      },
    ]
  })
}

const folderOf = ({ path }: ParsedPage) => path.slice(0, path.lastIndexOf('/') + 1)
