import { z } from 'zod'
import { beginOf, person, todayOf } from '../../../ba/index.ts'
import { evidenceById, questionById, shownReason, showReason, showTopicById } from '../../../knowledge/index.ts'
import { requestsTo } from '../../../socialisation/index.ts'
import { shownQuestion } from './shown-question.ts'
import { thingKind } from './thing-kind.ts'

const shown = z.object({
  kind: z.literal('asked'),
  request: z.string(),
  question: shownQuestion,
  from: person,
  because: shownReason.nullable(),
  askedAt: z.string(),
})

/** A question put to the caller, until answered or put off. */
export const asked = thingKind({
  shown,
  find: async (here) => {
    const { tx, space, me, areas } = here
    const today = todayOf(here)
    const things: z.input<typeof shown>[] = []
    for (const request of await requestsTo(tx, space.id, me.id)) {
      if (!areas.has(request.area_id) || (request.snoozed_until ?? '') > today) continue
      const question = await questionById(tx, space.id, request.question_id)
      if (!question) continue
      const because = request.because ? await evidenceById(tx, space.id, request.because) : undefined
      things.push({
        kind: 'asked',
        request: request.id,
        question: { id: question.id, words: question.words, topic: await showTopicById(here, question.topic_id) },
        from: { id: request.from_person, name: request.fromName },
        because: because?.stands_at ? showReason(because) : null,
        askedAt: request.made_at,
      })
    }
    return things
  },
  next: async (here) => {
    const { tx, space, me, areas, zone } = here
    const today = todayOf(here)
    const until = (await requestsTo(tx, space.id, me.id))
      .filter(({ area_id }) => areas.has(area_id))
      .flatMap(({ snoozed_until: day }) => (day && day > today ? [day] : []))
      .sort()[0]
    return until && beginOf(until, zone.name)
  },
})
