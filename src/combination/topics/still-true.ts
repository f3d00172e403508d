import { z } from 'zod'
import { clash, day, orAbsent, todayOf, unfit, writingAct } from '../../ba/index.ts'
import { pageOf, sayStillTrue, topicNamed, topicRef } from '../../knowledge/index.ts'
import { readPageText, writePageText } from '../documents/index.ts'
import { dueFieldIn, savePage } from '../pages/index.ts'

/**
 * The act `still-true`: records that a page is still true, with the day in its `reviewed` field and
 * a row with who said it.
 */
export const stillTrue = writingAct({
  name: 'still-true',
  says: 'Says that a page is still true as of today, and perhaps when it is to be looked at again.',
  may: 'member',
  input: z.object({ topic: topicRef, next: day.optional() }),
  output: z.object({ version: z.number() }),
  run: async (here, { topic: ref, next }) => {
    const { tx, space, me, now, newId } = here
    const topic = await topicNamed(here, ref)
    const page = orAbsent(await pageOf(tx, space.id, topic.id), 'topic', 'page')
    const today = todayOf(here)
    if (next !== undefined && next <= today) throw unfit('next', 'That day is not to come.', 'Name a later one.')
    const version = await savePage(here, topic, {
      markdown: saidStillTrue(page.markdown, today, next),
      base: page.base,
      read: page.version,
      by: me.id,
    })
    if (version === null) throw clash('page')
    await sayStillTrue(tx, { space_id: space.id, id: newId(), topic_id: topic.id, by_person: me.id, at: now })
    return { version }
  },
})

/** Sets the day of the review, and of the next one if given. */
function saidStillTrue(markdown: string, today: string, next: string | undefined): string {
  const page = readPageText(markdown)
  page.front.set('reviewed', today)
  if (next !== undefined) page.front.set(dueFieldIn(page.front.names()) ?? 'reviewBy', next)
  return writePageText(page)
}
