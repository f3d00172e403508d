import type { Cause } from '../../ba/index.ts'
import type { Converted } from '../../ledger/index.ts'

/** A conversion with its causes. */
export interface Entry extends Omit<Converted, 'struckAt'> {
  causes: readonly Cause[]
}

/** A whorl: its conversions, the one that closed it, the date of its last part, and the rule. */
export interface Whorl {
  n: number
  closedBy: string
  closedAt: string
  rule: number
  conversions: string[]
}

const MODES = 4

/**
 * Finds the whorls among a topic's conversions, given in ledger order. A whorl closes at a
 * conversion if the conversions connected to it by causes, itself included, cover all four modes in
 * any order. Each conversion counts in at most one whorl, and causes are not followed through
 * conversions of an earlier whorl.
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

/** A topic's conversions by id, and which of them belong to a whorl already. */
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

/** A conversion and its transitive causes that belong to no earlier whorl, each once. */
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

/** A cause of kind `same-topic` counts only under the first rule. */
const leadsOn = ({ kind }: Cause, last: Entry) => kind !== 'same-topic' || last.rule === 1
