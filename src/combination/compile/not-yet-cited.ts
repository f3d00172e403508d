import { type Citation, citedIn } from '../../text/index.ts'
import { blocksOf } from '../documents/index.ts'

/**
 * Gives of a composed body what a page does not cite yet, line by line: a paragraph goes with what hangs on it, such as
 * the list that it leads to, and a heading under which nothing is left goes, too. What is `known` stays as it is.
 */
export function notYetCited(page: string, composed: string, known: ReadonlySet<string> = new Set()): string {
  const there = Map.groupBy(citedIn(page), ({ name }) => name)
  const cited = (one: Citation) => there.get(one.name)?.some((other) => covers(other, one)) ?? false
  const kept: string[] = []
  let fresh = true
  for (const block of blocksOf(composed)) {
    const cites = citedIn(block)
    const depth = depthOf(block)
    if (depth) dropEmpty(kept, depth, known)
    if (depth || cites.length > 0) fresh = depth > 0 || !cites.every(cited)
    if (fresh || known.has(block)) kept.push(block)
  }
  dropEmpty(kept, 1, known)
  return `${kept.join('\n\n')}\n`
}

/** How deep a heading stands; 0 for what is none. */
const depthOf = (block: string) => /^(#{1,6}) /.exec(block)?.[1]?.length ?? 0

/** Takes out the headings at the end that nothing came below, as deep as the next one or deeper. */
function dropEmpty(kept: string[], next: number, known: ReadonlySet<string>): void {
  while (depthOf(kept.at(-1) ?? '') >= next && !known.has(kept.at(-1) ?? '')) kept.pop()
}

const covers = (other: Citation, one: Citation) =>
  one.from_line !== null &&
  one.to_line !== null &&
  other.from_line !== null &&
  other.to_line !== null &&
  other.from_line <= one.from_line &&
  other.to_line >= one.to_line
