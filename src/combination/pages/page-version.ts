import { z } from 'zod'
import { type HereIAm, orAbsent, person, personOf, readingAct } from '../../ba/index.ts'
import { pageOf, shownTopic, showTopic, type Topic, topicNamed, topicRef, versionOf } from '../../knowledge/index.ts'
import { changesBetween, shownSpan } from '../documents/index.ts'
import { behind, withoutTakenOut } from './taken-out.ts'

/** One version of a page, and word by word what it changed. */
export const pageVersion = readingAct({
  name: 'page-version',
  says: "Reads a version of a topic's page, and what changed up to it: since the one before, or since one you name.",
  may: 'reader',
  heavy: 'long',
  input: z.object({ topic: topicRef, version: z.int(), since: z.int().optional() }),
  output: z.object({
    topic: shownTopic,
    version: z.number(),
    by: person.nullable(),
    fromFolder: z.boolean(),
    at: z.string(),
    /** The version to name when you restore this one. */
    now: z.object({ version: z.number(), is: z.boolean() }),
    /** Something that stood here was taken out since by whoever had said it. */
    leftOut: z.boolean(),
    changes: z.array(
      z.object({
        kind: z.enum(['same', 'added', 'taken-out', 'changed']),
        field: z.string().nullable(),
        spans: z.array(shownSpan),
      }),
    ),
  }),
  run: async (here, { topic: ref, version, since }) => {
    const topic = await topicNamed(here, ref)
    const read = await versionShown(here, topic, version, since ?? version - 1)
    return {
      topic: showTopic(here, topic),
      version,
      by: personOf(read.row.by, read.row.byName),
      fromFolder: read.row.came_from === 'folder',
      at: read.row.made_at,
      now: { version: read.page.version, is: read.page.version === version },
      leftOut: read.leftOut,
      changes: changesBetween(read.earlier, read.markdown),
    }
  },
})

/** A version as it may be shown, beside the text of an earlier one; where there was none, its own. */
export async function versionShown({ tx, space }: HereIAm, topic: Topic, version: number, since: number) {
  const page = orAbsent(await pageOf(tx, space.id, topic.id), 'topic', 'page')
  const row = orAbsent(await versionOf(tx, space.id, topic.id, version), 'version', 'version')
  const before = await versionOf(tx, space.id, topic.id, since)
  const claims = await behind(tx, space.id, topic, [row.markdown, before?.markdown ?? ''])
  const shown = (markdown: string) => withoutTakenOut(markdown, page.markdown, claims)
  const [is, was] = [shown(row.markdown), shown(before?.markdown ?? '')]
  return {
    page,
    row,
    markdown: is.markdown,
    earlier: before ? was.markdown : is.markdown,
    leftOut: is.leftOut || was.leftOut,
  }
}
