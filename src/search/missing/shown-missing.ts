import { z } from 'zod'
import { type HereIAm, orAbsent } from '../../ba/index.ts'
import { shownTopic, showTopicById } from '../../knowledge/index.ts'
import { type Missing, missingById } from './missing-rows.ts'

/** How something that was looked for and is not here is shown, to whoever looked. */
export const shownMissing = z.object({
  id: z.string(),
  words: z.string(),
  topic: shownTopic.nullable(),
  lookedAt: z.string(),
  /** Since when the room knows, without a name. */
  roomSince: z.string().nullable(),
  /** Since when something answers it. */
  foundAt: z.string().nullable(),
})

/** Shows what I looked for. */
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

/** The topic that it is about; nothing where that is in an area I have left since. */
export const topicOf = async (here: HereIAm, { topic_id, area_id }: Missing) =>
  topic_id !== null && here.areas.has(area_id) ? showTopicById(here, topic_id) : null

/** Finds what I looked for, or refuses it as absent. */
export async function myMissing({ tx, space, me }: HereIAm, id: string): Promise<Missing> {
  const row = await missingById(tx, space.id, id)
  return orAbsent(row?.person_id === me.id ? row : undefined, 'missing', 'search of yours')
}

/** Words as they are compared: the same search twice is one. */
export const plainOf = (words: string) =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
