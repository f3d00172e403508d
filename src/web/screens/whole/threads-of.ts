import type { Out } from '../../contract.ts'
import { type Thread, threadOf } from '../../spiral/spiral-geometry.ts'

const MAX_THREADS = 5

/** A thread per topic, the most turns first; topics beyond the limit share the last thread. */
export function threadsOf({ conversions }: Out<'the-whole'>): Thread[] {
  const byTopic = Object.values(Object.groupBy(conversions, (step) => step.topic)).map((steps) => steps ?? [])
  const whorls = (steps: typeof conversions) => new Set(steps.flatMap((step) => step.whorl ?? [])).size
  const ordered = byTopic.sort((a, b) => whorls(b) - whorls(a) || b.length - a.length)
  if (ordered.length <= MAX_THREADS) return ordered.map(threadOf)
  return [...ordered.slice(0, MAX_THREADS - 1), ordered.slice(MAX_THREADS - 1).flat()].map(threadOf)
}
