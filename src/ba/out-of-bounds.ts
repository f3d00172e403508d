import { type Refusal, tooMany } from './refusal.ts'

type Kept = 'bytes' | 'sources' | 'topics' | 'jobs'

/** A bound that a write would pass: how much there may be, was before it, and would be. */
interface Passed {
  whose: 'person' | 'space'
  what: Kept
  most: number
  before: number
  more: number
}

const units = [
  [1024 ** 3, 'GiB'],
  [1024 ** 2, 'MiB'],
  [1024, 'KiB'],
] as const

/** A number of bytes for people: `1.5 GiB`. */
export function sizeSaid(bytes: number): string {
  const [unit, name] = units.find(([least]) => bytes >= least) ?? [1, 'bytes']
  return `${Number((bytes / unit).toPrecision(3))} ${name}`
}

const things: Record<Kept, (n: number) => string> = {
  bytes: sizeSaid,
  sources: (n) => (n === 1 ? '1 source' : `${n} sources`),
  topics: (n) => (n === 1 ? '1 topic' : `${n} topics`),
  jobs: (n) => (n === 1 ? '1 piece of work that waits' : `${n} pieces of work that wait`),
}

const lessOf: Record<Kept, string> = {
  bytes: 'Bring less at once, forget what you brought that has not come in',
  sources: 'Bring several small documents as one',
  topics: 'Make the page of a topic longer instead of beginning another',
  jobs: 'Wait until some of it is done',
}

/**
 * Refuses what would pass a bound of a person or a space. Of a space only the bound is said: its
 * total counts closed areas, too.
 */
export function outOfBounds({ whose, what, most, before, more }: Passed): Refusal {
  const say = things[what]
  const problem =
    whose === 'person'
      ? `You have ${say(before)} in this space, this would add ${say(more)}, and one person may have ${say(most)}.`
      : `A space may have ${say(most)}, and with this one it would have more: it is ${say(more)}.`
  return tooMany(problem, `${lessOf[what]}, or ask whoever runs this Whorl to raise ${whose}.${what}.`)
}

/** Refuses one more space to somebody who has made as many as a person may. */
export const tooManySpaces = (made: number): Refusal =>
  tooMany(
    `You have made ${made} spaces, and that is the most for one person.`,
    'Use one that you have, or ask whoever runs this Whorl to raise person.spaces.',
  )
