import { isDeepStrictEqual } from 'node:util'
import { allSpaces } from '../../ba/index.ts'
import { topicsLedTo } from '../../knowledge/index.ts'
import { cursorOf } from '../../ledger/index.ts'
import type { Store } from '../../store/index.ts'
import { topicsCounted, topicsRecorded } from './figure-rows.ts'
import { type Counted, countTopic, keptOfTopic, recountTopic } from './recount-topic.ts'

/** The reaction's name in the cursor table: what it has counted is what a recount is held against. */
export const FIGURES = 'conversions-become-figures'

const AT_ONCE = 50

/** A recount of a house: how many topics it looked at, and the ids of those whose figures were not what they count. */
interface Recounted {
  topics: number
  differ: string[]
}

/**
 * Counts the figures and whorls of every topic anew from the conversions alone, as far as the reaction has come, and
 * says where what is kept differs. Where it is only to check, nothing is written; else what was counted is kept.
 */
export async function recount(store: Store, { check }: { check: boolean }): Promise<Recounted> {
  const done: Recounted = { topics: 0, differ: [] }
  for (const space of await store.read(allSpaces)) {
    const topics = await store.read(async (tx) => [
      ...new Set([...(await topicsRecorded(tx, space.id)), ...(await topicsCounted(tx, space.id))]),
    ])
    for (let from = 0; from < topics.length; from += AT_ONCE)
      done.differ.push(...(await recountSome(store, space.id, topics.slice(from, from + AT_ONCE), check)))
    done.topics += topics.length
  }
  return done
}

async function recountSome(store: Store, space: string, topics: string[], check: boolean): Promise<string[]> {
  const differing = () =>
    store.read(async (tx) => {
      const upTo = (await cursorOf(tx, space, FIGURES)) ?? 0
      const now = await topicsLedTo(tx, space, topics)
      const differ = []
      for (const topic of topics) {
        // Of a topic that leads to another nothing is kept: it is counted with that one.
        const counted = now(topic) === topic ? await countTopic(tx, space, topic, upTo) : []
        if (!isDeepStrictEqual(byArea(await keptOfTopic(tx, space, topic)), byArea(counted))) differ.push(topic)
      }
      return differ
    })
  const differ = await differing()
  if (!check && differ.length > 0)
    await store.write(async (tx) => {
      const upTo = (await cursorOf(tx, space, FIGURES)) ?? 0
      for (const topic of differ) await recountTopic(tx, space, topic, upTo)
    })
  return differ
}

const byArea = (counted: readonly Counted[]) =>
  [...counted].sort((a, b) => (a.area < b.area ? -1 : 1)).map((one) => ({ ...one, figure: { ...one.figure } }))
