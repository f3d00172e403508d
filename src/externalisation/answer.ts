import { z } from 'zod'
import { id, orAbsent, text, unfit, writingAct } from '../ba/index.ts'
import { questionById, showClaims, shownClaim } from '../knowledge/index.ts'
import { MOST_ANSWER } from '../text/index.ts'
import { keepTold } from './keep-told.ts'
import { proposeClaim } from './proposed-claim.ts'
import { MOST_SENTENCES, sentencesOf } from './sentences.ts'

/**
 * Answers a question in the caller's words: kept as a private source, with proposed claims to
 * confirm.
 */
export const answer = writingAct({
  name: 'answer',
  says: 'Answers a question in writing; what you wrote is yours alone until you confirm a line of it.',
  may: 'member',
  tool: 'of-all',
  input: z.object({ question: id, words: text(MOST_ANSWER), request: id.optional() }),
  output: z.object({ source: z.string(), claims: z.array(shownClaim).max(MOST_SENTENCES) }),
  run: async (here, { question: questionId, words }) => {
    const { tx, space, me, areas } = here
    const found = await questionById(tx, space.id, questionId)
    const question = orAbsent(found && areas.has(found.area_id) ? found : undefined, 'question', 'question')
    const sentences = sentencesOf(words)
    if (sentences.length > MOST_SENTENCES)
      throw unfit('words', `It has more than ${MOST_SENTENCES} sentences.`, 'Answer in parts.')
    const { source, claims } = await keepTold(here, {
      kind: 'answer',
      title: question.words,
      area: question.area_id,
      topic: question.topic_id,
      question: question.id,
      voice: { person: me },
      sentences: sentences.map((sentence) => ({ ...sentence, proposed: proposeClaim(sentence.text) })),
    })
    return { source, claims: await showClaims(here, claims) }
  },
})
