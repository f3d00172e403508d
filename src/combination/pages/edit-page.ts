import { z } from 'zod'
import { clash, inArea, orAbsent, text, unfit, writingAct } from '../../ba/index.ts'
import { pageOf, topicNamed, topicRef } from '../../knowledge/index.ts'
import { MOST_PAGE } from '../../text/index.ts'
import { wishCompile } from '../documents/index.ts'
import { needsRendering } from './rendering.ts'
import { savePage, titleIn, titleOf } from './save-page.ts'
import { takeOver } from './written/written-rows.ts'

/**
 * The act `edit-page`: saves a page edited by hand; changed blocks are that person's, and no
 * compile reverts them.
 */
export const editPage = writingAct({
  name: 'edit-page',
  says: "Saves a topic's page as you have edited it, over the version you read.",
  may: 'member',
  tool: 'of-all',
  input: z.object({ topic: topicRef, version: z.int(), markdown: text(MOST_PAGE) }),
  output: z.object({ version: z.number() }),
  prepare: ({ markdown }) => needsRendering(markdown),
  run: async (here, { topic: ref, version, markdown }) => {
    const { tx, space, me, now } = here
    const topic = await topicNamed(here, ref)
    const page = orAbsent(await pageOf(tx, space.id, topic.id), 'topic', 'page')
    // A page imported without a title has its topic's, and need not have one of its own.
    const title = titleIn(page.markdown) ?? topic.title
    const given = titleIn(page.markdown) ? titleOf(markdown) : (titleIn(markdown) ?? title)
    if (given !== title) {
      throw unfit('markdown', 'Its title is not the page’s.', `Keep the title ${title}.`)
    }
    const saved = await savePage(here, topic, { markdown, base: page.base, read: version, by: me.id })
    if (saved === null || page.version !== version) throw clash('page')
    // Editing a page that a model wrote takes it over.
    if (await takeOver(tx, space.id, topic.id, me.id, now)) {
      here.changed({ writing: topic.id }, inArea(topic.area_id, topic.id))
      await wishCompile(here, topic.id)
    }
    return { version: saved }
  },
})
