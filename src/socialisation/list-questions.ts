import { z } from 'zod'
import { byPage, DOWNWARDS, type HereIAm, next, pageOfList, pageRows, person, readingAct } from '../ba/index.ts'
import {
  answersTo,
  askerOf,
  questionsFrom,
  shownTopic,
  shownVoice,
  showTopicById,
  topicNamed,
  topicRef,
} from '../knowledge/index.ts'
import { requestsTo } from './request-rows.ts'
import { shownBy } from './showing-rows.ts'

/** The most answers listed with a question; all their lines are among the topic's claims. */
const FIRST = 50

/** Lists the questions the caller may see, and who has answered. */
export const listQuestions = readingAct({
  name: 'list-questions',
  says: 'Lists the questions you may see, of one topic or all, newest first, and who has answered.',
  may: 'reader',
  tool: 'of-all',
  shows: [
    'topic',
    'community',
    'question of topic',
    'request of topic',
    'showing of topic',
    'wondering of topic',
    'claim of topic',
    'source of topic',
    'evidence of topic',
  ],
  input: z.object({ topic: topicRef.optional(), ...byPage }),
  output: z.object({
    questions: pageRows(
      z.object({
        id: z.string(),
        topic: shownTopic,
        words: z.string(),
        /** Null if it was asked anonymously. */
        askedBy: person.nullable(),
        askedAt: z.string(),
        answers: z.array(z.object({ source: z.string(), by: shownVoice, at: z.string() })).max(FIRST),
        /** Whether somebody has answered, or both have confirmed a showing. */
        settled: z.boolean(),
        mine: z.boolean(),
        request: z.object({ id: z.string() }).nullable(),
        /** Whether the caller has offered to show the asker. */
        iShow: z.boolean(),
      }),
    ),
    next,
  }),
  run: async (here, { topic: ref, ...asked }) => {
    const { tx, space, me, areas } = here
    const topic = ref === undefined ? undefined : (await topicNamed(here, ref)).id
    const of = { space: space.id, areas: [...areas.keys()], topic }
    const requests = new Map((await requestsTo(tx, space.id, me.id)).map(({ id, question_id }) => [question_id, id]))
    const page = await pageOfList(asked, {
      from: DOWNWARDS,
      rows: async ([at, id], limit) => withAnswers(here, await questionsFrom(tx, of, { at, id }, limit)),
      place: ({ asked_at, id }) => [asked_at, id],
      show: async ({ sources, iShow, ...question }) => ({
        id: question.id,
        topic: await showTopicById(here, question.topic_id),
        words: question.words,
        askedBy: askerOf(question),
        askedAt: question.asked_at,
        answers: sources.slice(0, FIRST).map(({ id, voice, at }) => ({ source: id, by: voice, at })),
        settled: sources.length > 0 || question.shown_conversion !== null,
        mine: question.asked_by === me.id,
        request: requests.has(question.id) ? { id: requests.get(question.id) ?? '' } : null,
        iShow,
      }),
    })
    return { questions: page.rows, next: page.next }
  },
})

/** Adds to questions their answers, and whether the caller has offered to show the asker. */
async function withAnswers<Q extends { id: string }>({ tx, space, me }: HereIAm, questions: Q[]) {
  const ids = questions.map(({ id }) => id)
  const answers = Map.groupBy(await answersTo(tx, space.id, ids), ({ question_id }) => question_id)
  const shows = await shownBy(tx, space.id, me.id, ids)
  return questions.map((one) => ({ ...one, sources: answers.get(one.id) ?? [], iShow: shows.has(one.id) }))
}
