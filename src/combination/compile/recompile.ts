import { z } from 'zod'
import { writingAct } from '../../ba/index.ts'
import { topicNamed, topicRef } from '../../knowledge/index.ts'
import { wishCompile } from './wish-compile.ts'

/** The page anew, from what its sources and people say now; what people wrote on it stays. */
export const recompile = writingAct({
  name: 'recompile',
  says: "Compiles a topic's page again; what people wrote on it stays.",
  may: 'member',
  input: z.object({ topic: topicRef }),
  output: z.object({}),
  run: async (here, { topic: ref }) => {
    const topic = await topicNamed(here, ref)
    await wishCompile(here, topic.id)
    here.about({ topic: topic.id })
    return {}
  },
})
