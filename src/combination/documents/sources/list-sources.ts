import { z } from 'zod'
import { byPage, DOWNWARDS, next, pageOfList, pageRows, person, personOf, readingAct } from '../../../ba/index.ts'
import { sourcesFrom } from '../../../knowledge/index.ts'

/** What pages are made from, newest first. */
export const listSources = readingAct({
  name: 'list-sources',
  says: 'Lists the sources you may see, newest first.',
  may: 'reader',
  input: z.object(byPage),
  output: z.object({
    sources: pageRows(
      z.object({
        id: z.string(),
        name: z.string(),
        title: z.string(),
        speaker: person.nullable(),
        at: z.string(),
        area: z.string(),
      }),
    ),
    next,
  }),
  run: async ({ tx, space, me, areas }, asked) => {
    const of = { space: space.id, areas: [...areas.keys()], reader: me.id }
    const page = await pageOfList(asked, {
      from: DOWNWARDS,
      rows: ([at, id], limit) => sourcesFrom(tx, of, { at, id }, limit),
      place: ({ at, id }) => [at, id],
      show: ({ id, name, title, speaker_id, speakerName, at, area_id }) => ({
        id,
        name,
        title,
        speaker: personOf(speaker_id, speakerName),
        at,
        area: areas.get(area_id)?.slug ?? '',
      }),
    })
    return { sources: page.rows, next: page.next }
  },
})
