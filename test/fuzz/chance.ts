/** Seeded chance: the same seed gives the same inputs on every machine. */
export interface Chance {
  /** A whole number from 0 and below `end`. */
  below(end: number): number
  /** One of some values. */
  of<T>(values: readonly T[]): T
  /** Whether a thing happens that happens once in `times`. */
  once(times: number): boolean
}

/** Chance from a seed of any text: hashed by FNV-1a, then mulberry32. */
export function chanceOf(seed: string): Chance {
  let state = 0x811c9dc5
  for (let n = 0; n < seed.length; n++) state = Math.imul(state ^ seed.charCodeAt(n), 0x01000193)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (end: number) => (end > 0 ? next() % end : 0)
  return {
    below,
    of: <T>(values: readonly T[]) => values[below(values.length)] as T,
    once: (times) => below(times) === 0,
  }
}
