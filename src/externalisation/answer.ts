import { z } from 'zod'
import { id, orAbsent, text, unfit, writingAct } from '../ba/index.ts'
import { questionById, showClaims, shownClaim } from '../knowledge/index.ts'
import { keepTold } from './keep-told.ts'
import { proposeClaim } from './proposed-claim.ts'
import { sentencesOf } from './sentences.ts'

/** More sentences than this are an interview, not an answer. */
const MOST = 60

/** An answer in my own words: kept as a source that only I see, and drawn out into claims that wait for me. */
export const answer = writingAct({
  name: 'answer',
  says: 'Answers a question in writing; what you wrote is yours alone until you confirm a line of it.',
  may: 'member',
  input: z.object({ question: id, words: text(20_000), request: id.optional() }),
  output: z.object({ source: z.string(), claims: z.array(shownClaim) }),
  run: async (here, { question: questionId, words }) => {
    const { tx, space, areas } = here
    const found = await questionById(tx, space.id, questionId)
    const question = orAbsent(found && areas.has(found.area_id) ? found : undefined, 'question', 'question')
    const sentences = sentencesOf(words)
    if (sentences.length > MOST) throw unfit('words', `It has more than ${MOST} sentences.`, 'Answer in parts.')
    const { source, claims } = await keepTold(here, {
      kind: 'answer',
      title: question.words,
      area: question.area_id,
      topic: question.topic_id,
      question: question.id,
      sentences: sentences.map((sentence) => ({ ...sentence, proposed: proposeClaim(sentence.text) })),
    })
    return { source, claims: await showClaims(here, claims) }
  },
})
