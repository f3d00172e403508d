import type { Cause } from '../../ba/index.ts'
import type { Converted } from '../../ledger/index.ts'

/** A conversion with what led to it. */
export interface Entry extends Omit<Converted, 'struckAt'> {
  causes: readonly Cause[]
}

/** A closed round: what belongs to it, which conversion closed it, when its last part happened, by which rule. */
export interface Whorl {
  n: number
  closedBy: string
  closedAt: string
  rule: number
  conversions: string[]
}

const MODES = 4

/**
 * Finds the whorls among a topic's conversions, given in the order in which they were recorded. One closes at a
 * conversion when all that led to it by causes, itself included, has passed through all four modes, whichever came
 * first; each conversion counts in one whorl at most, and what an earlier whorl holds leads no further.
 */
export function whorlsOf(entries: readonly Entry[]): Whorl[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const used = new Set<string>()
  const whorls: Whorl[] = []
  for (const entry of entries) {
    const whorl = closedBy(entry, { entry: (id) => byId.get(id), isUsed: (id) => used.has(id) })
    if (!whorl) continue
    for (const id of whorl.conversions) used.add(id)
    whorls.push({ n: whorls.length + 1, ...whorl })
  }
  return whorls
}

/** What a topic's ledger knows: its conversions by id, and which of them a whorl holds already. */
export interface Known {
  entry: (id: string) => Entry | undefined
  isUsed: (id: string) => boolean
}

/** The whorl that a conversion closes, or undefined. */
export function closedBy(last: Entry, known: Known): Omit<Whorl, 'n'> | undefined {
  const led = ledTo(last, known)
  if (new Set(led.map(({ mode }) => mode)).size < MODES) return undefined
  const at = led.map((one) => one.at).sort()
  const conversions = led.sort((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1)).map(({ id }) => id)
  return { closedBy: last.id, closedAt: at.at(-1) ?? last.at, rule: last.rule, conversions }
}

/** A conversion and all that led to it, as far as no earlier whorl holds it, each once. */
function ledTo(last: Entry, { entry, isUsed }: Known): Entry[] {
  const found = new Map<string, Entry>()
  const open = [last]
  for (let one = open.pop(); one; one = open.pop()) {
    if (found.has(one.id) || isUsed(one.id)) continue
    found.set(one.id, one)
    for (const cause of one.causes) {
      const earlier = leadsOn(cause, last) ? entry(cause.of) : undefined
      if (earlier) open.push(earlier)
    }
  }
  return [...found.values()]
}

/** The same topic led somewhere by the first rule only, and so to whorls that closed under it. */
const leadsOn = ({ kind }: Cause, last: Entry) => kind !== 'same-topic' || last.rule === 1
