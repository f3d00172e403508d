import type { Converted } from '../../ledger/index.ts'

/** A closed round: what belongs to it, and when its last part happened. */
export interface Whorl {
  n: number
  closedAt: string
  conversions: string[]
}

const MODES = 4

/**
 * Finds the whorls among a topic's conversions, given in the order in which they were recorded. One closes at a
 * conversion when all that led to it by causes, itself included, has passed through all four modes, whichever came
 * first; each conversion counts in one whorl at most, and what an earlier whorl holds leads no further.
 */
export function whorlsOf(conversions: readonly Converted[]): Whorl[] {
  const byId = new Map(conversions.map((conversion) => [conversion.id, conversion]))
  const used = new Set<string>()
  const whorls: Whorl[] = []
  for (const conversion of conversions) {
    const led = ledTo(conversion, byId, used)
    if (new Set(led.map(({ mode }) => mode)).size < MODES) continue
    for (const { id } of led) used.add(id)
    whorls.push({ n: whorls.length + 1, closedAt: latest(led), conversions: led.map(({ id }) => id) })
  }
  return whorls
}

const latest = (led: readonly Converted[]) =>
  led
    .map(({ at }) => at)
    .sort()
    .at(-1) ?? ''

/** A conversion and all that led to it, as far as no earlier whorl holds it, each once. */
function ledTo(last: Converted, byId: ReadonlyMap<string, Converted>, used: ReadonlySet<string>): Converted[] {
  const found = new Map<string, Converted>()
  const open = [last]
  for (let conversion = open.pop(); conversion; conversion = open.pop()) {
    if (found.has(conversion.id) || used.has(conversion.id)) continue
    found.set(conversion.id, conversion)
    for (const cause of conversion.causes) {
      const earlier = byId.get(cause)
      if (earlier) open.push(earlier)
    }
  }
  return [...byId.values()].filter(({ id }) => found.has(id))
}
