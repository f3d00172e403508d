import type { Out } from '../../../contract.ts'

type Block = Pick<Out<'list-parts'>['blocks'][number], 'n' | 'heading' | 'claims'>

/** What is chosen to go over: blocks by their places, and lines that stand in no block. */
export interface Chosen {
  blocks: ReadonlySet<number>
  claims: ReadonlySet<string>
}

/** Choosing a heading chooses all that stands under it, up to the next; any other block stands for itself. */
export function sectionOf(blocks: readonly Block[], n: number): number[] {
  const at = blocks.findIndex((block) => block.n === n)
  if (!blocks[at]?.heading) return [n]
  const next = blocks.findIndex(({ heading }, place) => place > at && heading)
  return blocks.slice(at, next < 0 ? undefined : next).map((block) => block.n)
}

/** The lines that go along: those cited where it goes and nowhere where it stays, and those chosen by themselves. */
export function linesGoing(blocks: readonly Block[], { blocks: chosen, claims }: Chosen): string[] {
  const stays = new Set(blocks.filter(({ n }) => !chosen.has(n)).flatMap((block) => block.claims))
  const goes = blocks.filter(({ n }) => chosen.has(n)).flatMap((block) => block.claims)
  return [...new Set([...goes.filter((id) => !stays.has(id)), ...claims])]
}
