/** A law of a reader that an input broke. */
export class Broken extends Error {}

/** States a law; throws when it does not hold. */
export function holds(law: boolean, says: string, ...seen: unknown[]): void {
  if (!law) throw new Broken(`${says}: ${seen.map((one) => JSON.stringify(one)).join(' / ')}`.slice(0, 600))
}

/** States that two values are the same; shows them from where they part. */
export function same(one: unknown, other: unknown, says: string): void {
  if (one === other) return
  const [mine, theirs] = [written(one), written(other)]
  let at = 0
  while (at < mine.length && mine[at] === theirs[at]) at++
  holds(mine === theirs, says, ...[mine, theirs].map((text) => text.slice(Math.max(0, at - BEFORE), at + BEFORE * 2)))
}

const BEFORE = 60

/** A value as JSON, with maps as objects. */
export const written = (value: unknown): string =>
  JSON.stringify(value, (_, one) => (one instanceof Map ? Object.fromEntries(one) : one)) ?? 'undefined'

/** A reader with valid inputs, what inputs are made from, and its laws. */
export interface Fuzzed<Input = string> {
  name: string
  /** Makes one input. */
  make(chance: import('./chance.ts').Chance): Input
  /** Reads it and checks the laws; gives `refused` where the reader declined it and said why. */
  read(input: Input): Promise<Outcome> | Outcome
}

/** What became of an input. */
export type Outcome = 'read' | 'refused'
