import { z } from 'zod'
import { type Cause, colleague, day, id, text, unfit, writingAct } from '../ba/index.ts'
import { topicNamed, topicRef } from '../knowledge/index.ts'
import { addDoing, sameDoing } from './doing-rows.ts'
import { type Helped, helpedBefore } from './helped.ts'

const DAY = 86_400_000
const EARLIEST = '1950-01-01'

/** I did it, and somebody saw: it stands once they say so too. */
export const didIt = writingAct({
  name: 'did-it',
  says: 'Says that you did something and who saw it; it counts once they say so too.',
  may: 'member',
  input: z.object({
    topic: topicRef,
    on: day,
    with: id,
    words: text(1000).optional(),
    /** What helped: ids that `what-helped` gives. */
    helped: z.array(id).max(20).optional(),
  }),
  output: z.object({ doing: z.string() }),
  run: async (here, { topic: ref, on, with: witnessId, words, helped = [] }) => {
    const { tx, space, me, now, newId, about } = here
    const topic = await topicNamed(here, ref)
    // A day ahead of UTC is still today somewhere.
    if (Date.parse(on) > Date.parse(now) + DAY) throw unfit('on', 'That day has not come yet.', 'Say when you did it.')
    if (on < EARLIEST) throw unfit('on', 'That is too long ago.', 'Say when you did it.')
    const witness = await colleague(here, topic.area_id, witnessId, 'with')
    const said = await sameDoing(tx, space.id, { topic: topic.id, person: me.id, witness: witness.id, on })
    if (said) return { doing: said.id }
    const ledBy = chosen(await helpedBefore(here, topic.id, on), helped)
    const doing = newId()
    await addDoing(tx, {
      space_id: space.id,
      id: doing,
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
      led_by: JSON.stringify(ledBy),
    })
    about({ topic: topic.id, doing })
    return { doing }
  },
})

/** The causes that the doer names, of those that there may be. */
function chosen(could: readonly Helped[], helped: readonly string[]): Cause[] {
  return [...new Set(helped)].map((id) => {
    const one = could.find((thing) => thing.id === id)
    if (!one) throw unfit('helped', 'One of these cannot have helped by that day.', 'Choose from what-helped.')
    return { of: one.id, kind: one.kind }
  })
}
