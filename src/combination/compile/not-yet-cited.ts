import { type Citation, citedIn } from '../../text/index.ts'
import { blocksOf } from '../documents/index.ts'

/**
 * Keeps the blocks of a composed body whose lines the page does not cite yet. A block without
 * citations, such as a list, goes with its introduction; headings left empty are dropped. Blocks in
 * `known` stay.
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

/** The level of a heading; 0 for other blocks. */
const depthOf = (block: string) => /^(#{1,6}) /.exec(block)?.[1]?.length ?? 0

/** Removes trailing headings without text, as deep as the next one or deeper. */
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
