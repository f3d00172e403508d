import { z } from 'zod'
import { byPart, next, orAbsent, partOfText, reaches, readingAct, textInParts } from '../../ba/index.ts'
import { pageOf, topicNamed, topicRef } from '../../knowledge/index.ts'
import { textWithoutComments } from '../../text/index.ts'
import { editPage } from './edit-page.ts'

/** The act `read-page-text`: a page's Markdown, for editing. */
export const readPageMarkdown = readingAct({
  name: 'read-page-text',
  says: "Reads a topic's page as Markdown, a part at a time, with the version to name when you edit it.",
  may: 'reader',
  tool: 'of-all',
  shows: ['topic', 'claim', 'source', 'page of topic'],
  input: z.object({ topic: topicRef, ...byPart }),
  output: z.object({ version: z.number(), markdown: textInParts, next }),
  run: async (here, { topic: ref, after, most }) => {
    const topic = await topicNamed(here, ref)
    const page = orAbsent(await pageOf(here.tx, here.space.id, topic.id), 'topic', 'page')
    // Who edits the file has to see all of it, or would delete what is hidden.
    const seen = reaches(here.me.role, editPage.may) ? page.markdown : textWithoutComments(page.markdown)
    const { text, next } = partOfText(seen, { mark: page.version, after, most })
    return { version: page.version, markdown: text, next }
  },
})
