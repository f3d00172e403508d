import { z } from 'zod'
import { line, orAbsent, readingAct } from '../ba/index.ts'
import { readShownId, shownThing, showThing } from './shown-thing.ts'
import { readThing } from './thing.ts'

/** One thing that was found, whole. */
export const fetchFound = readingAct({
  name: 'fetch',
  says: 'Reads something that was found, by its id, as Markdown: a page, what somebody said, a source or a question.',
  may: 'reader',
  input: z.object({ id: line(120) }),
  output: shownThing.extend({ text: z.string() }),
  run: async (here, { id }) => {
    const named = readShownId(id)
    const thing = named && (await readThing(here.tx, here.space.id, named.kind, named.id))
    const found = orAbsent(thing && here.areas.has(thing.area) ? thing : undefined, 'id', 'thing')
    return { ...(await showThing(here, found)), text: found.markdown() }
  },
})
