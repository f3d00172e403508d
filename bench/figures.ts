/** What a bench gives, and how figures come out of rounds. */

type Figures = { [name: string]: number | string | Figures }

/** Runs a bench, on a path where one is given. */
export type Bench = (path: string | undefined) => Promise<Figures & { peers: Figures }>

/** The middle one of some numbers. */
export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low = Number.NaN, high = Number.NaN] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]]
  return (low + high) / 2
}

/** A number as a person reads it: three digits that count. */
export const rounded = (number: number) => (number >= 1000 ? Math.round(number) : Number(number.toPrecision(3)))

/** Says on stderr how far a bench is: stdout is for its one line. */
export const say = (words: string) => console.error(words)
