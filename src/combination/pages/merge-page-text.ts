import { z } from 'zod'
import { orAbsent, person, personOf, readingAct, text } from '../../ba/index.ts'
import { pageOf, topicNamed, topicRef, versionOf } from '../../knowledge/index.ts'
import { mergingEdits } from './merging-edits.ts'

/** What I wrote over a version, put together with what the page has become since. */
export const mergePageText = readingAct({
  name: 'merge-page-text',
  says: 'Puts your edit of an earlier version together with what the page says now, and shows what both changed.',
  may: 'member',
  input: z.object({ topic: topicRef, version: z.int(), markdown: text(500_000) }),
  output: z.object({
    /** The version to name when you save what came of it. */
    version: z.number(),
    by: person.nullable(),
    /** It was written in a folder, and brought from there. */
    fromFolder: z.boolean(),
    at: z.string(),
    parts: z.array(
      z.object({
        kind: z.enum(['same', 'mine', 'theirs', 'both']),
        text: z.string(),
        theirs: z.string().nullable(),
        field: z.string().nullable(),
      }),
    ),
  }),
  run: async (here, { topic: ref, version, markdown }) => {
    const { tx, space } = here
    const topic = await topicNamed(here, ref)
    const page = orAbsent(await pageOf(tx, space.id, topic.id), 'topic', 'page')
    const base = orAbsent(await versionOf(tx, space.id, topic.id, version), 'version', 'version')
    const now = orAbsent(await versionOf(tx, space.id, topic.id, page.version), 'topic', 'page')
    return {
      version: page.version,
      by: personOf(now.by, now.byName),
      fromFolder: now.came_from === 'folder',
      at: now.made_at,
      parts: here.prepared(mergingEdits, { base: base.markdown, mine: markdown, theirs: page.markdown }),
    }
  },
})
