import { z } from 'zod'
import { colleague, day, id, text, unfit, writingAct } from '../ba/index.ts'
import { topicNamed, topicRef } from '../knowledge/index.ts'
import { doingChanged } from './doing.ts'
import { addDoing, sameDoing } from './doing-rows.ts'

const DAY = 86_400_000
const EARLIEST = '1950-01-01'

/** I did it, and somebody saw: it stands once they say so too. */
export const didIt = writingAct({
  name: 'did-it',
  says: 'Says that you did something and who saw it; it counts once they say so too.',
  may: 'member',
  input: z.object({ topic: topicRef, on: day, with: id, words: text(1000).optional() }),
  output: z.object({ doing: z.string() }),
  run: async (here, { topic: ref, on, with: witnessId, words }) => {
    const { tx, space, me, now, newId } = here
    const topic = await topicNamed(here, ref)
    // A day ahead of UTC is still today somewhere.
    if (Date.parse(on) > Date.parse(now) + DAY) throw unfit('on', 'That day has not come yet.', 'Say when you did it.')
    if (on < EARLIEST) throw unfit('on', 'That is too long ago.', 'Say when you did it.')
    const witness = await colleague(here, topic.area_id, witnessId, 'with')
    const said = await sameDoing(tx, space.id, { topic: topic.id, person: me.id, witness: witness.id, on })
    if (said) return { doing: said.id }
    const doing = {
      space_id: space.id,
      id: newId(),
      area_id: topic.area_id,
      topic_id: topic.id,
      person_id: me.id,
      done_on: on,
      witness: witness.id,
      words: words?.trim() ?? null,
      said_at: now,
      witnessed_at: null,
      not_seen_at: null,
      conversion: null,
    }
    await addDoing(tx, doing)
    doingChanged(here, doing)
    return { doing: doing.id }
  },
})
