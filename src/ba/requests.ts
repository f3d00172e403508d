import type { Bounds } from './bounds.ts'
import { tooMany } from './refusal.ts'

const MINUTE_MS = 60_000
/** With more buckets than this, those that are full again are dropped. */
const MANY = 10_000

/** Counts requests; each refuses when the bound of a minute is used up. */
export interface Requests {
  ofPerson(person: string): void
  /** Of somebody who is not signed in. */
  ofAddress(address: string): void
}

/**
 * Opens token buckets in memory: each holds the requests of a minute and fills evenly, so that a
 * burst passes and a flood does not.
 */
export function openRequests(bounds: Bounds, now: () => number): Requests {
  const people = bucketsOf(bounds.person.requests, now)
  const addresses = bucketsOf(bounds.address.requests, now)
  return { ofPerson: people, ofAddress: addresses }
}

function bucketsOf(most: number, now: () => number): (key: string) => void {
  if (most === Number.POSITIVE_INFINITY) return () => {}
  const perMs = most / MINUTE_MS
  const buckets = new Map<string, { left: number; at: number }>()
  const leftIn = ({ left, at }: { left: number; at: number }, time: number) =>
    Math.min(most, left + Math.max(0, time - at) * perMs)
  return (key) => {
    const time = now()
    const bucket = buckets.get(key)
    const left = bucket ? leftIn(bucket, time) : most
    if (left < 1) throw tooFast(most, Math.max(1, Math.ceil((1 - left) / perMs / 1000)))
    if (bucket) Object.assign(bucket, { left: left - 1, at: time })
    else {
      if (buckets.size >= MANY) dropFull(buckets, (one) => leftIn(one, time) >= most)
      buckets.set(key, { left: left - 1, at: time })
    }
  }
}

/** Drops the full buckets, which say nothing; if there are none, the one that was there longest. */
function dropFull<B>(buckets: Map<string, B>, isFull: (bucket: B) => boolean): void {
  for (const [key, bucket] of buckets) if (isFull(bucket)) buckets.delete(key)
  const [oldest] = buckets.keys()
  if (buckets.size >= MANY && oldest !== undefined) buckets.delete(oldest)
}

const tooFast = (most: number, seconds: number) =>
  tooMany(
    `These were more requests than the ${most} that there may be in a minute.`,
    `Go on in ${seconds === 1 ? 'a second' : `${seconds} seconds`}, and more slowly.`,
    seconds,
  )
