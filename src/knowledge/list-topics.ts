import { z } from 'zod'
import { readingAct } from '../ba/index.ts'
import { firstSentence } from './first-sentence.ts'
import { topicsNow } from './merged-rows.ts'
import { pageBeginnings } from './page-rows.ts'
import { confirmedAnswersIn, questionsIn } from './question-rows.ts'
import { shownTopic, showTopic } from './topic.ts'
import { topicsIn } from './topic-rows.ts'

/** The topics I may see, by title. */
export const listTopics = readingAct({
  name: 'list-topics',
  says: 'Lists the topics you may see, by title.',
  may: 'reader',
  input: z.object({}),
  output: z.object({
    topics: z.array(shownTopic.extend({ summary: z.string().nullable(), openQuestions: z.number() })),
  }),
  run: async (here) => {
    const areas = [...here.areas.keys()]
    const answered = new Set((await confirmedAnswersIn(here.tx, here.space.id, areas)).map((row) => row.question_id))
    const open = (await questionsIn(here.tx, here.space.id, areas)).filter(
      ({ id, shown_conversion }) => !answered.has(id) && shown_conversion === null,
    )
    const beginnings = await pageBeginnings(here.tx, here.space.id, areas)
    const now = await topicsNow(here.tx, here.space.id)
    return {
      topics: (await topicsIn(here.tx, here.space.id, areas)).map((topic) => ({
        ...showTopic(here, topic),
        summary: topic.summary === '' ? (firstSentence(beginnings.get(topic.id) ?? '') ?? '') : topic.summary,
        openQuestions: open.filter((question) => now(question.topic_id) === topic.id).length,
      })),
    }
  },
})
