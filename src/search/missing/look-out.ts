import { z } from 'zod'
import { OPEN, text, unfit, writingAct } from '../../ba/index.ts'
import { topicNamed, topicRef } from '../../knowledge/index.ts'
import { whatAnswers } from '../what-answers.ts'
import { missingChanged } from './missing-changed.ts'
import { addMissing, changeMissing, missingInWords } from './missing-rows.ts'
import { plainOf, showMissing, shownMissing } from './shown-missing.ts'

/**
 * The most characters read of one text before a search is kept, in the thread that serves everybody:
 * who looks out for something was told before, by all that is read of a text, that it is not here.
 */
const READ_AT_ONCE = 40_000

/**
 * Keeps a search that found nothing, private to its owner, who is notified when an answer arrives.
 * A repeated search with the same words is the same row.
 */
export const lookOut = writingAct({
  name: 'look-out',
  says: 'Keeps, for you alone, what you looked for and is not in here; you hear when it is.',
  may: 'reader',
  input: z.object({ words: text(400), topic: topicRef.optional() }),
  output: z.object({ missing: shownMissing }),
  run: async (here, { words: typed, topic: ref }) => {
    const { tx, space, me, now, newId } = here
    const words = typed.trim().replace(/\s+/g, ' ')
    const topic = ref === undefined ? undefined : await topicNamed(here, ref)
    const { answers } = await whatAnswers(here, words, READ_AT_ONCE)
    if (answers.some(({ how }) => how === 'answers'))
      throw unfit('words', 'Something in here answers it.', 'Ask, and read what was said.')
    const earlier = await missingInWords(tx, space.id, me.id, plainOf(words))
    const row = {
      space_id: space.id,
      id: earlier?.id ?? newId(),
      area_id: earlier?.area_id ?? topic?.area_id ?? OPEN,
      topic_id: earlier ? earlier.topic_id : (topic?.id ?? null),
      person_id: me.id,
      words,
      plain: plainOf(words),
      looked_at: now,
      room_at: earlier?.room_at ?? null,
      found_at: null,
    }
    await (earlier ? changeMissing(tx, row) : addMissing(tx, row))
    missingChanged(here, row)
    return { missing: await showMissing(here, row) }
  },
})
