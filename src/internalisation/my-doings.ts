import { z } from 'zod'
import { byPage, DOWNWARDS, next, pageOfList, pageRows, person, readingAct } from '../ba/index.ts'
import { type Help, helps, shownTopic, showTopicById } from '../knowledge/index.ts'
import { agreedHelp } from './agreed-help.ts'
import { doingsOf } from './doing-rows.ts'

/**
 * Lists confirmed doings that the caller did or witnessed; unusual things are for the two alone.
 */
export const myDoings = readingAct({
  name: 'my-doings',
  says: 'Lists what you did and was seen, and what you saw others do, with what each of the two found unusual.',
  may: 'reader',
  shows: ['doing', 'topic', 'member'],
  input: z.object(byPage),
  output: z.object({
    doings: pageRows(
      z.object({
        doing: z.string(),
        topic: shownTopic,
        on: z.string(),
        who: person,
        witness: person,
        /** The agreed degree of help; if the two differ, the one with more help. */
        help: z.enum(helps).nullable(),
        words: z.string().nullable(),
        /** Anything unusual, in the words of the doer and of the witness. */
        unusual: z.string().nullable(),
        unusualSeen: z.string().nullable(),
      }),
    ),
    next,
  }),
  run: async (here, asked) => {
    const { tx, space, me, areas } = here
    const page = await pageOfList(asked, {
      from: DOWNWARDS,
      rows: ([at, id], most) => doingsOf(tx, space.id, me.id, [...areas.keys()], { at, id, most }),
      place: ({ witnessed_at, id }): [string, string] => [witnessed_at ?? '', id],
      show: async (row) => ({
        doing: row.id,
        topic: await showTopicById(here, row.topic_id),
        on: row.done_on,
        who: { id: row.person_id, name: row.name },
        witness: { id: row.witness, name: row.witnessName },
        help: agreedHelp(row.help as Help | null, row.help_seen as Help | null),
        words: row.words,
        unusual: row.unusual,
        unusualSeen: row.unusual_seen,
      }),
    })
    return { doings: page.rows, next: page.next }
  },
})
