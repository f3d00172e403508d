import { z } from 'zod'
import { person, personOf, readingAct } from '../../../ba/index.ts'
import { confirmedSourcesIn, sourcesIn } from '../../../knowledge/index.ts'

/** What pages are made from, newest first. */
export const listSources = readingAct({
  name: 'list-sources',
  says: 'Lists the sources you may see, newest first.',
  may: 'reader',
  input: z.object({}),
  output: z.object({
    sources: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        title: z.string(),
        speaker: person.nullable(),
        at: z.string(),
        area: z.string(),
      }),
    ),
  }),
  run: async ({ tx, space, me, areas }) => {
    const ids = [...areas.keys()]
    const confirmed = new Set((await confirmedSourcesIn(tx, space.id, ids)).map(({ id }) => id))
    const sources = await sourcesIn(tx, space.id, ids)
    return {
      sources: sources
        // What somebody told is theirs alone until they confirm a line of it.
        .filter(({ id, kind, speaker_id }) => kind === 'file' || speaker_id === me.id || confirmed.has(id))
        .map(({ id, name, title, speaker_id, speakerName, at, area_id }) => ({
          id,
          name,
          title,
          speaker: personOf(speaker_id, speakerName),
          at,
          area: areas.get(area_id)?.slug ?? '',
        })),
    }
  },
})
