import { z } from 'zod'
import { person, readingAct, todayOf } from '../../ba/index.ts'
import { keepingsOf, lastStillTrue, mergedInto, pageOf, topicNamed, topicRef } from '../../knowledge/index.ts'
import { readPageText } from '../documents/index.ts'
import { reviewField, shownReview } from '../pages/index.ts'
import { readingReview } from './review-of.ts'

/** The limits of keepers and of joined topics listed. */
const [KEEPERS, JOINED] = [50, 50]

/** The act `topic-care`: keepers, last review, next review, and joined topics. */
export const topicCare = readingAct({
  name: 'topic-care',
  says: 'Shows who keeps a page, who said last that it is still true, when it is due again, and what was joined to it.',
  may: 'reader',
  shows: ['topic', 'merged', 'member', 'keeping of topic', 'page of topic', 'evidence of topic', 'writing of topic'],
  input: z.object({ topic: topicRef }),
  output: z.object({
    keepers: z.array(person).max(KEEPERS),
    iKeep: z.boolean(),
    /** Who asked the caller to keep it, until answered. */
    asked: person.nullable(),
    still: z.object({ by: person, at: z.string() }).nullable(),
    review: z.object({ due: z.string(), past: z.boolean() }).nullable(),
    /** The front-matter field of the next review, and its value. */
    reviewField: shownReview.nullable(),
    joined: z.array(z.object({ topic: z.string(), title: z.string(), by: person, at: z.string() })).max(JOINED),
  }),
  run: async (here, { topic: ref }) => {
    const { tx, space, me } = here
    const topic = await topicNamed(here, ref)
    const keepings = await keepingsOf(tx, space.id, topic.id)
    const asks = keepings.find((one) => one.person_id === me.id && one.since === null && one.declined_at === null)
    const said = await lastStillTrue(tx, space.id, topic.id)
    const page = await pageOf(tx, space.id, topic.id)
    const kept = new Map(keepings.filter(({ since }) => since !== null).map((one) => [one.person_id, one.name]))
    return {
      keepers: [...kept].slice(0, KEEPERS).map(([id, name]) => ({ id, name })),
      iKeep: kept.has(me.id),
      asked: asks ? { id: asks.asked_by, name: asks.askerName } : null,
      still: said ? { by: { id: said.by_person, name: said.byName }, at: said.at } : null,
      reviewField: page ? reviewField(readPageText(page.markdown).front) : null,
      review: page ? here.prepared(readingReview, { markdown: page.markdown, today: todayOf(here) }) : null,
      joined: (await mergedInto(tx, space.id, topic.id))
        .filter(({ into_id }) => into_id === topic.id)
        .slice(0, JOINED)
        .map(({ topic_id, title, by_person, byName, at }) => ({
          topic: topic_id,
          title,
          by: { id: by_person, name: byName },
          at,
        })),
    }
  },
})
