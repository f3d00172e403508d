import { z } from 'zod'
import { id, onlyFor, unfit, writingAct } from '../ba/index.ts'
import { questionNamed } from './question-named.ts'
import { addWondering, dropWondering } from './wondering-rows.ts'

/**
 * Subscribes the caller to the answer of another's question. Nobody is notified, and nobody counts.
 */
export const wonderToo = writingAct({
  name: 'wonder-too',
  says: 'Says, to nobody, that you wonder about a question of another too: you hear when it is answered.',
  may: 'reader',
  input: z.object({ question: id, too: z.boolean().default(true) }),
  output: z.object({ wondering: z.boolean() }),
  run: async (here, { question: ref, too }) => {
    const { tx, space, me, now, changed } = here
    const question = await questionNamed(here, ref)
    if (question.asked_by === me.id) throw unfit('question', 'You asked it yourself.', 'You hear of its answer anyway.')
    const row = { space_id: space.id, question_id: question.id, person_id: me.id }
    await (too ? addWondering(tx, { ...row, at: now }) : dropWondering(tx, row))
    changed({ wondering: question.id }, onlyFor(me.id, question.topic_id))
    return { wondering: too }
  },
})
