import { z } from 'zod'
import { communityById, communityPeople, id, LEAST_TOGETHER, orAbsent, text, unfit, writingAct } from '../ba/index.ts'
import { questionById, sealWriter } from '../knowledge/index.ts'
import { MOST_ANSWER } from '../text/index.ts'
import { keepTold } from './keep-told.ts'
import { proposeClaim } from './proposed-claim.ts'
import { MOST_SENTENCES, sentencesOf } from './sentences.ts'

/**
 * Answers a question as a group: the lines have no speaker, are nobody's evidence, and stand once a
 * majority confirms them. The writer is sealed: the act returns nothing, and its journal entry
 * names nobody.
 */
export const sayTogether = writingAct({
  name: 'say-together',
  says: 'Answers a question for a group that you are in: no speaker is kept, and its lines stand once most of the group have confirmed them.',
  may: 'member',
  input: z.object({ question: id, group: id, words: text(MOST_ANSWER) }),
  output: z.object({}),
  run: async (here, { question: questionId, group: groupId, words }) => {
    const { tx, space, me, areas } = here
    const found = await questionById(tx, space.id, questionId)
    const question = orAbsent(found && areas.has(found.area_id) ? found : undefined, 'question', 'question')
    const group = await communityById(tx, space.id, groupId)
    const people = group?.area_id === question.area_id ? await communityPeople(tx, space.id, groupId) : []
    const mine = people.some((one) => one.id === me.id) ? group : undefined
    const { name } = orAbsent(mine, 'group', 'group of yours where this was asked')
    if (people.length < LEAST_TOGETHER)
      throw unfit('group', `Fewer than ${LEAST_TOGETHER} are left in it.`, 'Say it in your own name, or not at all.')
    const sentences = sentencesOf(words)
    if (sentences.length > MOST_SENTENCES)
      throw unfit('words', `It has more than ${MOST_SENTENCES} sentences.`, 'Answer in parts.')
    here.unsigned()
    const { source } = await keepTold(here, {
      kind: 'answer',
      title: question.words,
      area: question.area_id,
      topic: question.topic_id,
      question: question.id,
      voice: { group: { id: groupId, name } },
      sentences: sentences.map((sentence) => ({ ...sentence, proposed: proposeClaim(sentence.text) })),
    })
    await sealWriter(tx, { space_id: space.id, source_id: source, person_id: me.id })
    return {}
  },
})
