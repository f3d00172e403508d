import { z } from 'zod'
import { clash, writingAct } from '../../ba/index.ts'
import { topicNamed, topicRef } from '../../knowledge/index.ts'
import { listField, textField } from '../../text/index.ts'
import { citedThen, readPageText, writePageText } from '../documents/index.ts'
import { versionShown } from './page-version.ts'
import { savePage } from './save-page.ts'

/**
 * The act `restore-page`: makes an earlier version the newest, without sentences withdrawn since;
 * the history stays.
 */
export const restorePage = writingAct({
  name: 'restore-page',
  says: "Makes an earlier version of a topic's page the newest, over the version you read; all others stay.",
  may: 'member',
  input: z.object({ topic: topicRef, version: z.int(), restore: z.int() }),
  output: z.object({ version: z.number() }),
  run: async (here, { topic: ref, version, restore }) => {
    const topic = await topicNamed(here, ref)
    const { page, markdown } = await versionShown(here, topic, restore, restore)
    if (page.version !== version) throw clash('page')
    const text = underItsTitle(markdown, page.markdown)
    const cited = await citedThen(here, topic, restore)
    const saved = await savePage(here, topic, { markdown: text, base: page.base, read: version, by: here.me.id, cited })
    if (saved === null) throw clash('page')
    return { version: saved }
  },
})

/** Gives the earlier text the page's present title, and the aliases of both. */
function underItsTitle(earlier: string, now: string): string {
  const [text, page] = [readPageText(earlier), readPageText(now)]
  const title = textField(page.front, 'title')
  if (title === undefined || textField(text.front, 'title') === title) return earlier
  text.front.set('title', title)
  text.front.set('aliases', [...new Set([...listField(text.front, 'aliases'), ...listField(page.front, 'aliases')])])
  return writePageText(text)
}
