import { z } from 'zod'
import { readingAct, text } from '../ba/index.ts'
import { find } from './find.ts'
import { shownThing, showThing } from './shown-thing.ts'
import { snippet } from './snippet.ts'

/** Finds anything that was said and that I may see. */
export const search = readingAct({
  name: 'search',
  says: 'Finds pages, what people said, sources and questions by their words; the last word may be half typed.',
  may: 'reader',
  input: z.object({ words: text(400), limit: z.int().min(1).max(50).default(10) }),
  output: z.object({ hits: z.array(shownThing.extend({ words: z.string() })) }),
  run: async (here, { words, limit }) => {
    const { things, sought } = await find(here, words, { most: limit })
    const hits = []
    for (const thing of things) hits.push({ ...(await showThing(here, thing)), words: snippet(thing.words(), sought) })
    return { hits }
  },
})
