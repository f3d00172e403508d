/** What is bounded for one person: spaces and requests in the whole house, all else in a space. */
const PERSON = { bytes: 2 * 1024 ** 3, sources: 50_000, topics: 20_000, jobs: 10_000, spaces: 500, requests: 6000 }
/** What is bounded for a whole space. */
const SPACE = { bytes: 20 * 1024 ** 3, sources: 200_000, topics: 100_000, jobs: 20_000 }
/** What is bounded for one address from which somebody comes who is not signed in. */
const ADDRESS = { requests: 1200 }

/** How much there may be of each thing; `requests` are by the minute. */
export interface Bounds {
  person: Readonly<Record<keyof typeof PERSON, number>>
  space: Readonly<Record<keyof typeof SPACE, number>>
  address: Readonly<Record<keyof typeof ADDRESS, number>>
}

/** The bounds where nothing else is said: too wide for honest work to meet them. */
export const BOUNDS: Bounds = { person: PERSON, space: SPACE, address: ADDRESS }

/** Every bound with its default: `person.bytes` and so on. */
export const everyBound: readonly (readonly [string, number])[] = Object.entries(BOUNDS).flatMap(([whose, most]) =>
  Object.entries(most as Record<string, number>).map(([what, number]) => [`${whose}.${what}`, number] as const),
)

const TIMES: Record<string, number> = { '': 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3, T: 1024 ** 4 }

/**
 * Reads bounds as an operator sets them: `person.bytes=5G space.topics=none`. What is not named
 * keeps its default. Throws on anything else.
 */
export function boundsSaid(said = ''): Bounds {
  const bounds = structuredClone(BOUNDS) as unknown as Record<string, Record<string, number>>
  for (const one of said.split(/[\s,]+/).filter(Boolean)) {
    const [, whose = '', what = '', number, unit = ''] = /^(\w+)\.(\w+)=(?:(\d{1,15})([KMGT]?)|none)$/.exec(one) ?? []
    const group = Object.hasOwn(bounds, whose) ? bounds[whose] : undefined
    if (!group || !Object.hasOwn(group, what) || number === '0') throw new Error(unreadable(one))
    group[what] = number === undefined ? Number.POSITIVE_INFINITY : Number(number) * (TIMES[unit] ?? 1)
  }
  return bounds as unknown as Bounds
}

const unreadable = (one: string) =>
  `“${one}” in WHORL_BOUNDS is no bound. Give some of ${everyBound.map(([name]) => name).join(', ')}, ` +
  'each with a number above 0 or none, as person.bytes=5G space.topics=none.'
