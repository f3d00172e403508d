import { z } from 'zod'
import { day, id, line, readingAct, text } from '../ba/index.ts'
import { topicRef } from '../knowledge/index.ts'
import { MOST_QUESTION } from '../text/index.ts'
import { find } from './find.ts'
import { foundFor } from './found-for.ts'
import { narrowBy } from './narrow.ts'
import { filters, readQuery } from './query.ts'
import { showHit, shownHit } from './shown-thing.ts'
import { kinds } from './thing.ts'

/** The most hits, and the most characters of a query. */
const [MOST, LETTERS] = [50, MOST_QUESTION]

/** Searches everything that the caller may see. */
export const search = readingAct({
  name: 'search',
  says: 'Finds pages, what people said, sources and questions by their words, mistyped ones too; the last may be half typed unless a space or a mark ends it. "Exact words", -word, and kind:, topic:, tag:, by:, in:, since: narrow it.',
  may: 'reader',
  tool: 'of-all',
  heavy: 'quick',
  shows: ['topic', 'page', 'source', 'claim', 'question', 'passage', 'exercise'],
  input: z.object({
    words: text(LETTERS),
    limit: z.int().min(1).max(MOST).default(10),
    kinds: z.array(z.enum(kinds)).max(kinds.length).optional(),
    topic: topicRef.optional(),
    by: id.optional(),
    area: line(300).optional(),
    since: day.optional(),
  }),
  output: z.object({
    hits: z.array(shownHit).max(MOST),
    /** The words found in place of unknown ones. */
    foundFor: z.array(z.string()).max(LETTERS),
    /** The typed filters and the names they were resolved to; null if nothing has that name. */
    narrowed: z.array(z.object({ filter: z.enum(filters), typed: z.string(), is: z.string().nullable() })).max(LETTERS),
  }),
  run: async (here, { words, limit, ...fields }) => {
    const query = readQuery(words)
    const { narrow, read } = await narrowBy(here, query, fields)
    const { things, sought } = await find(here, query.words, { most: limit, ...narrow })
    const hits = []
    for (const thing of things) hits.push(await showHit(here, thing, sought, query.phrases))
    return { hits, foundFor: await foundFor(things, sought), narrowed: read }
  },
})
