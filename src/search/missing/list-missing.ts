import { z } from 'zod'
import { readingAct } from '../../ba/index.ts'
import { shownTopic } from '../../knowledge/index.ts'
import { missingInRoom, missingOf } from './missing-rows.ts'
import { showMissing, shownMissing, topicOf } from './shown-missing.ts'

/** What was looked for and is not here: mine, and what the room knows of, without anybody's name and uncounted. */
export const listMissing = readingAct({
  name: 'list-missing',
  says: 'Lists what you looked for and was not here, for you alone, and what the room was told is missing, without names.',
  may: 'reader',
  input: z.object({}),
  output: z.object({
    mine: z.array(shownMissing),
    room: z.array(z.object({ id: z.string(), words: z.string(), topic: shownTopic.nullable(), since: z.string() })),
  }),
  run: async (here) => {
    const { tx, space, me, areas } = here
    const mine = []
    for (const row of await missingOf(tx, space.id, me.id)) mine.push(await showMissing(here, row))
    const room = []
    const told = new Set<string>()
    for (const row of await missingInRoom(tx, space.id, [...areas.keys()])) {
      // How many look for the same is nobody's to know.
      const same = `${row.area_id} ${row.plain}`
      if (told.has(same)) continue
      told.add(same)
      room.push({ id: row.id, words: row.words, topic: await topicOf(here, row), since: row.room_at ?? row.looked_at })
    }
    return { mine, room }
  },
})
