import { differences } from './differences.ts'
import type { DocumentsToCheck } from './documents-to-check.ts'
import type { Problem } from './problem.ts'
import { sideOf } from './side-of-problem.ts'

/**
 * Finds contradictions between pages, with both sides and their circumstances; either may be right.
 */
export function pagesThatDiffer({ documents }: DocumentsToCheck): Problem[] {
  const speaking = documents.map((from) => ({ from, id: from.document.path, sayings: from.sayings }))
  return differences(speaking).flatMap(({ one, other, figures }) => {
    const sides = [sideOf(one.from, one.saying), sideOf(other.from, other.saying)]
    const titles = `“${one.from.document.title}” and “${other.from.document.title}”`
    return [
      {
        rule: 'pages-differ' as const,
        path: one.from.document.path,
        line: one.saying.fromLine,
        toLine: one.saying.toLine,
        says: figures
          ? `${titles} give two figures for the same: ${figures}.`
          : `${titles} say the opposite of each other.`,
        words: sides[0]?.words ?? '',
        mend: 'Both may be right: ask those who wrote them when each holds, and write that beside each.',
        sides,
      },
    ]
  })
}
