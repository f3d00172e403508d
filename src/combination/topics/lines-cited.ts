import type { Claim } from '../../knowledge/index.ts'
import { citedIn } from '../../text/index.ts'

/** The claims that a block of a page cites. */
export function linesCited(claims: readonly Claim[], block: string): Claim[] {
  const entries = citedIn(block)
  return claims.filter(({ sourceName, from_line, to_line }) =>
    entries.some(
      (cited) =>
        cited.name === sourceName &&
        (cited.from_line === null || (cited.from_line <= to_line && (cited.to_line ?? 0) >= from_line)),
    ),
  )
}

/**
 * The claims cited by moved blocks and by no remaining one; they move too, so that a later
 * withdrawal reaches the moved blocks.
 */
export function linesGoing(
  claims: readonly Claim[],
  blocks: readonly { n: number; text: string }[],
  goes: ReadonlySet<number>,
): Claim[] {
  const cited = (going: boolean) =>
    blocks.filter(({ n }) => goes.has(n) === going).flatMap(({ text }) => linesCited(claims, text))
  const stays = new Set(cited(false))
  return [...new Set(cited(true))].filter((claim) => !stays.has(claim))
}
