import { z } from 'zod'
import { todayOf } from '../../../ba/index.ts'
import { reviewOf } from '../../../combination/index.ts'
import { keepingsBy, pageOf, shownTopic, showTopicById } from '../../../knowledge/index.ts'
import { dismissalsOf } from '../../findings/index.ts'
import { thingKind } from './thing-kind.ts'

/** Of the pages that I keep and that are past their day the one that waits longest, until I put it aside. */
export const pageToReview = thingKind({
  shown: z.object({ kind: z.literal('review'), topic: shownTopic, due: z.string() }),
  find: async (here) => {
    const { tx, space, me, areas } = here
    const kept = (await keepingsBy(tx, space.id, me.id)).filter(({ since, area_id }) => since && areas.has(area_id))
    if (kept.length === 0) return []
    const aside = await dismissalsOf(tx, space.id, me.id)
    const past = []
    for (const { topic_id } of kept) {
      const topic = await showTopicById(here, topic_id)
      const page = await pageOf(tx, space.id, topic.id)
      const review = page && reviewOf(page.markdown, todayOf(here))
      if (review?.past && !aside.has(`${topic.id} ${review.due}`)) past.push({ topic, due: review.due })
    }
    const [first] = past.sort((a, b) => (a.due < b.due ? -1 : 1))
    return first ? [{ kind: 'review' as const, ...first }] : []
  },
})
