import { z } from 'zod'
import { readingAct, text } from '../ba/index.ts'
import { find } from './find.ts'
import { showHit, shownHit } from './shown-thing.ts'

/** Finds anything that was said and that I may see. */
export const search = readingAct({
  name: 'search',
  says: 'Finds pages, what people said, sources and questions by their words; the last may be half typed unless a space or a mark ends it.',
  may: 'reader',
  input: z.object({ words: text(2_000), limit: z.int().min(1).max(50).default(10) }),
  output: z.object({ hits: z.array(shownHit) }),
  run: async (here, { words, limit }) => {
    const { things, sought } = await find(here, words, { most: limit })
    const hits = []
    for (const thing of things) hits.push(await showHit(here, thing, sought))
    return { hits }
  },
})
