import { z } from 'zod'
import { person, readingAct } from '../ba/index.ts'
import {
  askerOf,
  confirmedAnswersIn,
  questionsIn,
  shownTopic,
  shownVoice,
  showTopicById,
  topicNamed,
  topicRef,
  topicsNow,
} from '../knowledge/index.ts'
import { requestsTo } from './request-rows.ts'
import { showingsOf } from './showing-rows.ts'

/** The questions I may see, with who has answered. */
export const listQuestions = readingAct({
  name: 'list-questions',
  says: 'Lists the questions you may see, of one topic or all, and who has answered.',
  may: 'reader',
  input: z.object({ topic: topicRef.optional() }),
  output: z.object({
    questions: z.array(
      z.object({
        id: z.string(),
        topic: shownTopic,
        words: z.string(),
        /** Nobody where it was asked without a name. */
        askedBy: person.nullable(),
        askedAt: z.string(),
        answers: z.array(z.object({ source: z.string(), by: shownVoice, at: z.string() })),
        /** Whether somebody has answered it, or the two have said that one showed the other. */
        settled: z.boolean(),
        mine: z.boolean(),
        request: z.object({ id: z.string() }).nullable(),
        /** Whether I have offered to show whoever asked. */
        iShow: z.boolean(),
      }),
    ),
  }),
  run: async (here, { topic: ref }) => {
    const { tx, space, me } = here
    const areas = [...here.areas.keys()]
    const only = ref === undefined ? undefined : await topicNamed(here, ref)
    const answers = await confirmedAnswersIn(tx, space.id, areas)
    const requests = await requestsTo(tx, space.id, me.id)
    const now = await topicsNow(tx, space.id)
    const questions = []
    for (const question of await questionsIn(tx, space.id, areas)) {
      if (only && now(question.topic_id) !== only.id) continue
      const request = requests.find((one) => one.question_id === question.id)
      const given = answers.filter((answer) => answer.question_id === question.id)
      questions.push({
        id: question.id,
        topic: await showTopicById(here, question.topic_id),
        words: question.words,
        askedBy: askerOf(question),
        askedAt: question.asked_at,
        answers: given.map(({ id, voice, at }) => ({ source: id, by: voice, at })),
        settled: given.length > 0 || question.shown_conversion !== null,
        mine: question.asked_by === me.id,
        request: request ? { id: request.id } : null,
        iShow: (await showingsOf(tx, space.id, question.id)).some(({ shower }) => shower === me.id),
      })
    }
    return { questions }
  },
})
