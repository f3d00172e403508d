import { isDeepStrictEqual } from 'node:util'
import { allSpaces } from '../../ba/index.ts'
import { topicsLedTo } from '../../knowledge/index.ts'
import { cursorOf } from '../../ledger/index.ts'
import type { Store } from '../../store/index.ts'
import { topicsCounted, topicsRecorded } from './figure-rows.ts'
import { type Counted, countTopic, keptOfTopic, recountTopic } from './recount-topic.ts'

/** The counting reaction's name in the cursor table; a recount goes as far as its cursor. */
export const FIGURES = 'conversions-become-figures'

const AT_ONCE = 50

/**
 * The result of a recount: the number of topics, and the ids of those whose stored figures differ.
 */
interface Recounted {
  topics: number
  differ: string[]
}

/**
 * Recounts the figures and whorls of every topic from conversions alone, up to the reaction's
 * cursor, and reports where the stored ones differ. With `check`, nothing is written; otherwise
 * they are replaced.
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
        // A merged topic has no figures of its own.
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
