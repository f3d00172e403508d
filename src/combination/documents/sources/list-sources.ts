import { z } from 'zod'
import { readingAct } from '../../../ba/index.ts'
import { confirmedSourcesIn, shownVoice, sourcesIn, speakerOf } from '../../../knowledge/index.ts'

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
        voice: shownVoice,
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
        .filter(({ id, kind, voice }) => kind === 'file' || speakerOf(voice)?.id === me.id || confirmed.has(id))
        .map(({ id, name, title, voice, at, area_id }) => ({
          id,
          name,
          title,
          voice,
          at,
          area: areas.get(area_id)?.slug ?? '',
        })),
    }
  },
})
