import type { Out } from '../../../contract.ts'

type Block = Pick<Out<'list-parts'>['blocks'][number], 'n' | 'heading' | 'claims'>

/** The chosen blocks by index, and chosen claims. */
export interface Chosen {
  blocks: ReadonlySet<number>
  claims: ReadonlySet<string>
}

/** The blocks chosen with a block: for a heading, its section. */
export function sectionOf(blocks: readonly Block[], n: number): number[] {
  const at = blocks.findIndex((block) => block.n === n)
  if (!blocks[at]?.heading) return [n]
  const next = blocks.findIndex(({ heading }, place) => place > at && heading)
  return blocks.slice(at, next < 0 ? undefined : next).map((block) => block.n)
}

/** The claims that move: those cited by moved blocks only, and those chosen directly. */
export function linesGoing(blocks: readonly Block[], { blocks: chosen, claims }: Chosen): string[] {
  const stays = new Set(blocks.filter(({ n }) => !chosen.has(n)).flatMap((block) => block.claims))
  const goes = blocks.filter(({ n }) => chosen.has(n)).flatMap((block) => block.claims)
  return [...new Set([...goes.filter((id) => !stays.has(id)), ...claims])]
}
