import { createHash } from 'node:crypto'
import { z } from 'zod'
import { byPart, line, next, orAbsent, partOfText, readingAct, textInParts } from '../ba/index.ts'
import { readShownId, shownThing, showThing } from './shown-thing.ts'
import { readThing } from './thing.ts'

/** Reads one found thing in full. */
export const fetchFound = readingAct({
  name: 'fetch',
  says: 'Reads something that was found, by its id, as Markdown, a part at a time: a page, what somebody said, a source or a question.',
  may: 'reader',
  tool: 'of-all',
  shows: ['topic', 'page', 'source', 'claim', 'question'],
  input: z.object({ id: line(120), ...byPart }),
  output: shownThing.extend({ text: textInParts, next }),
  run: async (here, { id, after, most }) => {
    const named = readShownId(id)
    const thing = named && (await readThing(here.tx, here.space.id, named.kind, named.id))
    const found = orAbsent(thing && here.areas.has(thing.area) ? thing : undefined, 'id', 'thing')
    const whole = await found.markdown()
    const mark = createHash('sha256').update(whole).digest('base64url').slice(0, 16)
    const { text, next } = partOfText(whole, { mark, after, most })
    return { ...(await showThing(here, found)), text, next }
  },
})
