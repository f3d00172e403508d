import { z } from 'zod'
import { byPage, DOWNWARDS, folded, next, pageOfList, pageRows, readingAct } from '../../../ba/index.ts'
import { shownVoice, sourcesFrom } from '../../../knowledge/index.ts'

/** The batch size of a filtered list, since most rows are skipped. */
const AT_ONCE = 1000

/** The act `list-sources`: sources that the caller may see, newest first. */
export const listSources = readingAct({
  name: 'list-sources',
  says: 'Lists the sources you may see, newest first; or those whose names, titles or speakers have the words.',
  may: 'reader',
  shows: ['source', 'claim'],
  input: z.object({ words: z.string().max(200).optional(), ...byPage }),
  output: z.object({
    sources: pageRows(
      z.object({
        id: z.string(),
        name: z.string(),
        title: z.string(),
        voice: shownVoice,
        at: z.string(),
        area: z.string(),
      }),
    ),
    next,
  }),
  run: async ({ tx, space, me, areas }, { words = '', ...asked }) => {
    const parts = folded(words).split(' ')
    const of = { space: space.id, areas: [...areas.keys()], reader: me.id }
    const page = await pageOfList(asked, {
      from: DOWNWARDS,
      rows: ([at, id], limit) => sourcesFrom(tx, of, { at, id }, words ? AT_ONCE : limit),
      place: ({ at, id }) => [at, id],
      show: ({ id, name, title, voice, said, at, area_id }) => {
        const own = folded(`${title} ${name} ${said}`)
        if (!parts.every((part) => own.includes(part))) return undefined
        return { id, name, title, voice, at, area: areas.get(area_id)?.slug ?? '' }
      },
    })
    return { sources: page.rows, next: page.next }
  },
})
