import { z } from 'zod'
import {
  byPage,
  type HereIAm,
  next,
  orAbsent,
  pageOfList,
  pageRows,
  person,
  personOf,
  readingAct,
  rowsAfter,
} from '../../ba/index.ts'
import { pageOf, shownTopic, showTopic, type Topic, topicNamed, topicRef, versionOf } from '../../knowledge/index.ts'
import { textWithoutComments } from '../../text/index.ts'
import { changesBetween, inPieces, shownChange } from '../documents/index.ts'
import { behind, withoutTakenOut } from './taken-out.ts'

/** The act `page-version`: one version of a page, with its changes word by word. */
export const pageVersion = readingAct({
  name: 'page-version',
  says: "Reads a version of a topic's page, and what changed up to it: since the one before, or since one you name.",
  may: 'reader',
  heavy: 'long',
  shows: ['topic', 'claim', 'source', 'page of topic'],
  input: z.object({ topic: topicRef, version: z.int(), since: z.int().optional(), ...byPage }),
  output: z.object({
    topic: shownTopic,
    version: z.number(),
    by: person.nullable(),
    fromFolder: z.boolean(),
    at: z.string(),
    /** The version to name when you restore this one. */
    now: z.object({ version: z.number(), is: z.boolean() }),
    /** Whether sentences are left out because their speaker withdrew them. */
    leftOut: z.boolean(),
    /** Fields that differ, then every block; a very long one in several rows. */
    changes: pageRows(shownChange),
    next,
  }),
  run: async (here, { topic: ref, version, since, ...asked }) => {
    const topic = await topicNamed(here, ref)
    const read = await versionShown(here, topic, version, since ?? version - 1)
    // Versions never change, so the index of a change is a stable cursor.
    const [was, is] = [textWithoutComments(read.earlier), textWithoutComments(read.markdown)]
    const changes = inPieces(changesBetween(was, is)).map((change, at) => ({ change, at }))
    const place = ({ at }: (typeof changes)[number]): [number] => [at]
    const rows = rowsAfter(changes, place)
    const page = await pageOfList(asked, { from: [-1] as [number], rows, place, show: ({ change }) => change })
    return {
      topic: showTopic(here, topic),
      version,
      by: personOf(read.row.by, read.row.byName),
      fromFolder: read.row.came_from === 'folder',
      at: read.row.made_at,
      now: { version: read.page.version, is: read.page.version === version },
      leftOut: read.leftOut,
      changes: page.rows,
      next: page.next,
    }
  },
})

/** A version as it may be shown, with the text of an earlier one, or its own if there was none. */
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
