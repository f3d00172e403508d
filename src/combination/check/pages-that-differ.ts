import type { Book } from './book.ts'
import { differences } from './differences.ts'
import type { Problem } from './problem.ts'
import { sideOf } from './sides.ts'

/** Pages that say different things of the same, with both sides and their circumstances: either may be right. */
export function pagesThatDiffer({ leaves }: Book): Problem[] {
  const byPath = new Map(leaves.map((leaf) => [leaf.document.path, leaf]))
  return differences(leaves).flatMap(({ one, other, figures }) => {
    const [own, others] = [byPath.get(one.document.path), byPath.get(other.document.path)]
    if (!own || !others) return []
    const sides = [sideOf(own, one.saying), sideOf(others, other.saying)]
    const titles = `“${one.document.title}” and “${other.document.title}”`
    return [
      {
        rule: 'pages-differ' as const,
        path: one.document.path,
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
