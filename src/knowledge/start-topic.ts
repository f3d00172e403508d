import { z } from 'zod'
import { areaNamed, line, writingAct } from '../ba/index.ts'
import { newTopic, shownTopic, showTopic } from './topic.ts'

/** Starts a topic that people can ask about. */
export const startTopic = writingAct({
  name: 'start-topic',
  says: 'Starts a topic.',
  may: 'member',
  tool: 'of-all',
  input: z.object({ title: line(120), area: line(80).optional() }),
  output: z.object({ topic: shownTopic }),
  run: async (here, { title, area }) => {
    const topic = await newTopic(here, { title, area: areaNamed(here, area).id, by: here.me.id })
    return { topic: showTopic(here, topic) }
  },
})
