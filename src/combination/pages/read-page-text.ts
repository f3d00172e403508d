import { z } from 'zod'
import { orAbsent, readingAct } from '../../ba/index.ts'
import { pageOf, topicNamed, topicRef } from '../../knowledge/index.ts'

/** A page's Markdown, to be edited. */
export const readPageMarkdown = readingAct({
  name: 'read-page-text',
  says: "Reads a topic's page as Markdown, with the version to name when you edit it.",
  may: 'reader',
  input: z.object({ topic: topicRef }),
  output: z.object({ version: z.number(), markdown: z.string() }),
  run: async (here, { topic: ref }) => {
    const topic = await topicNamed(here, ref)
    const page = orAbsent(await pageOf(here.tx, here.space.id, topic.id), 'topic', 'page')
    return { version: page.version, markdown: page.markdown }
  },
})
