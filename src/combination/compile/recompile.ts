import { z } from 'zod'
import { inArea, writingAct } from '../../ba/index.ts'
import { keepBase, pageOf, topicNamed, topicRef } from '../../knowledge/index.ts'
import { wishCompile } from '../documents/index.ts'
import { askedFor, takesInPassages } from './takes-in.ts'

/**
 * The act `recompile`: compiles a page again; edits stay. A page that is somebody's own takes in
 * sources from now on.
 */
export const recompile = writingAct({
  name: 'recompile',
  says: "Compiles a topic's page again; what people wrote on it stays.",
  may: 'member',
  input: z.object({ topic: topicRef }),
  output: z.object({}),
  run: async (here, { topic: ref }) => {
    const topic = await topicNamed(here, ref)
    const page = await pageOf(here.tx, here.space.id, topic.id)
    // A page that is somebody's own takes in sources once somebody asks.
    if (page && !takesInPassages(page)) {
      await keepBase(here.tx, here.space.id, topic.id, askedFor(page.base))
      here.changed({ page: topic.id }, inArea(topic.area_id, topic.id))
    }
    await wishCompile(here, topic.id)
    return {}
  },
})
