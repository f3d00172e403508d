import { z } from 'zod'
import { byPage, type HereIAm, next, pageOfList, pageRows, readingAct } from '../../ba/index.ts'
import { shownTopic } from '../../knowledge/index.ts'
import { isFirstInRoom, type Missing, missingInRoom, missingOf } from './missing-rows.ts'
import { showMissing, shownMissing, topicOf } from './shown-missing.ts'

const shownInRoom = z.object({
  id: z.string(),
  words: z.string(),
  topic: shownTopic.nullable(),
  since: z.string(),
})

/**
 * Lists searches that found nothing: the caller's, and those shown to the room, without names or
 * counts.
 */
export const listMissing = readingAct({
  name: 'list-missing',
  says: 'Lists what you looked for and was not here, for you alone, then what the room was told is missing, without names; or one of the two.',
  may: 'reader',
  shows: ['missing', 'topic', 'source', 'claim', 'page'],
  input: z.object({ of: z.enum(['mine', 'room']).optional(), ...byPage }),
  output: z.object({
    mine: pageRows(shownMissing),
    room: pageRows(shownInRoom),
    next,
  }),
  run: async (here, { of, ...asked }) => {
    const page = await pageOfList(asked, {
      from: of === 'room' ? ROOM : MINE,
      rows: (after, limit) => (of ? rowsOf[of] : both)(here, after, limit),
      place: ({ in: list, row }) => [list, (list === 0 ? row.looked_at : row.room_at) ?? '', row.id],
      show: async ({ in: list, row }) => {
        if (list === 0) return { mine: await showMissing(here, row), room: null }
        // Identical searches are shown once, so that nobody can count them.
        return (await isFirstInRoom(here.tx, row)) ? { mine: null, room: await showInRoom(here, row) } : undefined
      },
    })
    return {
      mine: page.rows.flatMap(({ mine }) => mine ?? []),
      room: page.rows.flatMap(({ room }) => room ?? []),
      next: page.next,
    }
  },
})

/** A position: the list, the time, the id. */
type Position = [list: number, at: string, id: string]
type Rows = (here: HereIAm, after: Position, limit: number) => Promise<{ in: number; row: Missing }[]>

/** The start positions: own searches newest first, the room's oldest first. */
const [MINE, ROOM]: [Position, Position] = [
  [0, '~', '~'],
  [1, '', ''],
]

const rowsOf: Record<'mine' | 'room', Rows> = {
  mine: async ({ tx, space, me }, [, at, id], limit) =>
    (await missingOf(tx, space.id, me.id, limit, { at, id })).map((row) => ({ in: 0, row })),
  room: async ({ tx, space, areas }, [, at, id], limit) =>
    (await missingInRoom(tx, space.id, [...areas.keys()], limit, { at, id })).map((row) => ({ in: 1, row })),
}

const both: Rows = async (here, after, limit) => {
  const mine = after[0] === 0 ? await rowsOf.mine(here, after, limit) : []
  if (mine.length === limit) return mine
  return [...mine, ...(await rowsOf.room(here, after[0] === 0 ? ROOM : after, limit - mine.length))]
}

const showInRoom = async (here: HereIAm, row: Missing) => ({
  id: row.id,
  words: row.words,
  topic: await topicOf(here, row),
  since: row.room_at ?? row.looked_at,
})
