import { z } from 'zod'
import { clash, type HereIAm, inArea, OPEN, unfit, writingAct } from '../../ba/index.ts'
import {
  addMerged,
  claimsOfTopic,
  keptCitations,
  pageOf,
  shownTopic,
  showTopic,
  type Topic,
  topicNamed,
  topicRef,
} from '../../knowledge/index.ts'
import { wishCompile } from '../documents/index.ts'
import { savePage } from '../pages/index.ts'
import { joiningPages } from './joining-pages.ts'

/**
 * The act `merge-topics`: adds one row by which a topic leads to another. Nothing that hangs on
 * either moves; their pages are joined to one text.
 */
export const mergeTopics = writingAct({
  name: 'merge-topics',
  says: 'Joins a topic to another of the same area: both addresses lead to one page with what both said, and nothing is lost.',
  may: 'member',
  input: z.object({ from: topicRef, into: topicRef }),
  output: z.object({ topic: shownTopic }),
  run: async (here, refs) => {
    const { tx, space, me, now } = here
    const from = await topicNamed(here, refs.from, 'from')
    const into = await topicNamed(here, refs.into, 'into')
    refuseOthers(from, into)
    here.changed({ topic: [into.id, from.id], merged: [into.id, from.id] }, inArea(into.area_id, into.id, from.id))
    const joined = await pagesOf(here, from, into)
    await addMerged(tx, {
      space_id: space.id,
      topic_id: from.id,
      into_id: into.id,
      leads_to: into.id,
      by_person: me.id,
      at: now,
      page_before: joined?.before ?? null,
      base_before: joined?.base ?? null,
      page_joined: joined ? await joined.keep() : null,
    })
    await wishCompile(here, into.id)
    return { topic: showTopic(here, into) }
  },
})

function refuseOthers(from: Topic, into: Topic): void {
  if (from.id === into.id) throw unfit('into', 'It is the same topic.', 'Choose another one to join it to.')
  if (from.area_id === into.area_id) return
  if ([from, into].some(({ area_id }) => area_id === OPEN))
    throw unfit(
      'into',
      'One of the two is in a closed area, and the other is open.',
      'Release the closed one first, line by line, as those who said them agree.',
    )
  throw unfit('into', 'The two are in different closed areas.', 'What is closed to different people stays apart.')
}

/** Joins the two pages, to be saved after the row is added; null without a page to join. */
async function pagesOf(here: HereIAm, from: Topic, into: Topic) {
  const { tx, space, now } = here
  const theirs = await pageOf(tx, space.id, from.id)
  if (!theirs) return null
  const page = await pageOf(tx, space.id, into.id)
  const claims = [...(await claimsOfTopic(tx, space.id, from.id)), ...(await claimsOfTopic(tx, space.id, into.id))]
  const text = here.prepared(joiningPages, {
    one: { title: into.title, markdown: page?.markdown ?? '', base: page?.base ?? '' },
    other: { title: from.title, markdown: theirs.markdown, base: theirs.base },
    now,
    told: [...new Set(claims.map(({ sourceName }) => sourceName))],
  })
  const cited = await keptCitations(tx, space.id, from.id)
  const keep = async () => {
    const saved = await savePage(here, into, { ...text, read: page?.version ?? null, by: here.me.id, cited })
    if (saved === null) throw clash('page')
    return saved
  }
  return { before: page?.version ?? null, base: page?.base ?? null, keep }
}
