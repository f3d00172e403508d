import { z } from 'zod'
import { clash, type HereIAm, id, inArea, orAbsent, unfit, writingAct } from '../../ba/index.ts'
import {
  dropMerged,
  editedSince,
  mergedOf,
  pageOf,
  shownTopic,
  showTopic,
  showTopicById,
  type Topic,
  topicById,
} from '../../knowledge/index.ts'
import { citedThen, wishCompile } from '../documents/index.ts'
import { savePage, versionShown } from '../pages/index.ts'

/** The act `part-topics`: undoes a merge, while nobody has edited the joined page. */
export const partTopics = writingAct({
  name: 'part-topics',
  says: 'Parts a topic from the one it was joined to, while nobody has changed the joined page since.',
  may: 'member',
  input: z.object({ topic: id }),
  output: z.object({ topic: shownTopic, from: shownTopic }),
  run: async (here, { topic }) => {
    const { tx, space } = here
    const merged = await mergedOf(tx, space.id, topic)
    const into = await topicById(tx, space.id, merged?.into_id ?? '')
    const seen = into && here.areas.has(into.area_id)
    const row = orAbsent(seen ? merged : undefined, 'topic', 'topic that was joined to another')
    const whole = orAbsent(into, 'topic', 'topic')
    if (whole.id !== row.into_id)
      throw unfit('topic', `They were joined to “${whole.title}” together since.`, 'Part that one first.')
    await pageBefore(here, whole, row)
    await dropMerged(tx, space.id, row.topic_id, whole.id)
    const both = [row.topic_id, whole.id]
    here.changed({ topic: both, merged: both }, inArea(whole.area_id, ...both))
    await wishCompile(here, row.topic_id)
    await wishCompile(here, whole.id)
    return { topic: await showTopicById(here, row.topic_id), from: showTopic(here, whole) }
  },
})

type MergedRow = NonNullable<Awaited<ReturnType<typeof mergedOf>>>

/** Restores the page to its text before the merge. */
async function pageBefore(here: HereIAm, whole: Topic, row: MergedRow): Promise<void> {
  const { tx, space, me } = here
  if (row.page_joined === null) return
  if (await editedSince(tx, space.id, whole.id, row.page_joined))
    throw unfit(
      'topic',
      'Somebody has changed the joined page since, and their words may be about both.',
      'Split what belongs together off instead.',
    )
  const page = orAbsent(await pageOf(tx, space.id, whole.id), 'topic', 'page')
  // Sentences withdrawn since are not restored.
  const before =
    row.page_before === null ? undefined : await versionShown(here, whole, row.page_before, row.page_before)
  const saved = await savePage(here, whole, {
    markdown: before?.markdown ?? `---\ntitle: ${JSON.stringify(whole.title)}\n---\n`,
    base: row.base_before ?? '',
    read: page.version,
    by: me.id,
    cited: row.page_before === null ? [] : await citedThen(here, whole, row.page_before),
  })
  if (saved === null) throw clash('page')
}
