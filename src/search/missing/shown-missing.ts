import { z } from 'zod'
import { type HereIAm, orAbsent } from '../../ba/index.ts'
import { shownTopic, showTopicById } from '../../knowledge/index.ts'
import { type Missing, missingById } from './missing-rows.ts'

/** The public form of a search, for its owner. */
export const shownMissing = z.object({
  id: z.string(),
  words: z.string(),
  topic: shownTopic.nullable(),
  lookedAt: z.string(),
  /** Since when the room sees it, without a name. */
  roomSince: z.string().nullable(),
  /** Since when something answers it. */
  foundAt: z.string().nullable(),
})

/** Makes the public form of a search. */
export async function showMissing(here: HereIAm, row: Missing): Promise<z.input<typeof shownMissing>> {
  return {
    id: row.id,
    words: row.words,
    topic: await topicOf(here, row),
    lookedAt: row.looked_at,
    roomSince: row.room_at,
    foundAt: row.found_at,
  }
}

/** The topic of a search; null if the owner has left its area. */
export const topicOf = async (here: HereIAm, { topic_id, area_id }: Missing) =>
  topic_id !== null && here.areas.has(area_id) ? showTopicById(here, topic_id) : null

/** Finds a search of the caller, or refuses it as absent. */
export async function myMissing({ tx, space, me }: HereIAm, id: string): Promise<Missing> {
  const row = await missingById(tx, space.id, id)
  return orAbsent(row?.person_id === me.id ? row : undefined, 'missing', 'search of yours')
}

/** Normalises words, so that the same search is stored once. */
export const plainOf = (words: string) =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
