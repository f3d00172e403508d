import { z } from 'zod'
import { clash, freeSlug, type HereIAm, inArea, line, slugOf, unfit, writingAct } from '../../ba/index.ts'
import {
  formerNameOf,
  pageOf,
  renameTopicRow,
  shownTopic,
  showTopic,
  type Topic,
  topicBySlug,
  topicNamed,
  topicRef,
  topicTitled,
} from '../../knowledge/index.ts'
import { savePage } from '../pages/index.ts'
import { renameHeading, renameInPage } from './rename-in-page.ts'

/**
 * The act `rename-topic`: changes title and slug; the former address still leads there, and the
 * former title becomes an alias.
 */
export const renameTopic = writingAct({
  name: 'rename-topic',
  says: 'Gives a topic another title; links by the old one, and its old address, go on leading to it.',
  may: 'member',
  input: z.object({ topic: topicRef, title: line(120) }),
  output: z.object({ topic: shownTopic }),
  run: async (here, { topic: ref, title }) => {
    const topic = await topicNamed(here, ref)
    if (title === topic.title) return { topic: showTopic(here, topic) }
    const renamed = { ...topic, title, slug: await slugFor(here, topic, title) }
    await renameTopicRow(
      here.tx,
      { space_id: here.space.id, topic_id: topic.id, area_id: topic.area_id, by_person: here.me.id, at: here.now },
      topic,
      renamed,
    )
    here.changed({ topic: topic.id }, inArea(topic.area_id, topic.id))
    await renamePage(here, renamed, topic.title)
    return { topic: showTopic(here, renamed) }
  },
})

/** The slug of the new title; the present one is kept if a topic merged into this one has it. */
async function slugFor({ tx, space }: HereIAm, topic: Topic, title: string): Promise<string> {
  const same = await topicTitled(tx, space.id, topic.area_id, title)
  if (same && same.id !== topic.id)
    throw unfit('title', `“${same.title}” is called so already, or was.`, 'Join the two, or choose another title.')
  const slug = slugOf(title)
  const there = await topicBySlug(tx, space.id, topic.area_id, slug)
  if (!there) return slug
  // Another name of the same slug, as Release 11 beside Release 1.1.
  if (there.id !== topic.id)
    return freeSlug(slug, async (one) => (await topicBySlug(tx, space.id, topic.area_id, one)) !== undefined)
  const former = await formerNameOf(tx, space.id, topic.area_id, slug)
  return slug === topic.slug || former?.topic_id === topic.id ? slug : topic.slug
}

async function renamePage(here: HereIAm, topic: Topic, before: string): Promise<void> {
  const page = await pageOf(here.tx, here.space.id, topic.id)
  if (!page) return
  const names = { title: topic.title, before, now: here.now }
  const saved = await savePage(here, topic, {
    markdown: renameInPage(page.markdown, names),
    base: page.base && renameHeading(page.base, topic.title, before),
    read: page.version,
    by: here.me.id,
  })
  if (saved === null) throw clash('page')
}
