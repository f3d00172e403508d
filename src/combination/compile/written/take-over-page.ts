import { z } from 'zod'
import { clash, inArea, orAbsent, unfit, writingAct } from '../../../ba/index.ts'
import { pageToRead, topicNamed, topicRef } from '../../../knowledge/index.ts'
import { wishCompile } from '../../documents/index.ts'
import { takeOver } from '../../pages/index.ts'

/** The act `take-over-page`: a person takes responsibility for a page written by a model. */
export const takeOverPage = writingAct({
  name: 'take-over-page',
  says: 'Takes over a page that a language model wrote, as you have read it: it is yours to stand for, and no model writes it anew.',
  may: 'member',
  input: z.object({ topic: topicRef, version: z.int() }),
  output: z.object({}),
  run: async (here, { topic: ref, version }) => {
    const { tx, space, me, now } = here
    const topic = await topicNamed(here, ref)
    const page = orAbsent(await pageToRead(tx, space.id, topic.id), 'topic', 'page')
    if (page.version !== version) throw clash('page')
    if (!(await takeOver(tx, space.id, topic.id, me.id, now)))
      throw unfit('topic', 'No machine wrote its page, or somebody has taken it over.', 'Read the page again.')
    await wishCompile(here, topic.id)
    here.changed({ writing: topic.id }, inArea(topic.area_id, topic.id))
    return {}
  },
})
