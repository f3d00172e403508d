import { z } from 'zod'
import { type Cause, colleague, day, type HereIAm, id, text, unfit, writingAct } from '../ba/index.ts'
import { claimNamed, helps, type Topic, topicNamed, topicRef, topicsNow } from '../knowledge/index.ts'
import { doingChanged } from './doing.ts'
import { addDoing, sameDoing } from './doing-rows.ts'
import { type Helped, helpedBefore } from './helped.ts'

const DAY = 86_400_000
const EARLIEST = '1950-01-01'

/** Records that the caller did something, with a witness; it counts once the witness confirms. */
export const didIt = writingAct({
  name: 'did-it',
  says: 'Says that you did something, who saw it and how much help there was; it counts once they say so too.',
  may: 'member',
  input: z.object({
    topic: topicRef,
    /** The line that was done, if not the whole topic. */
    claim: id.optional(),
    on: day,
    with: id,
    help: z.enum(helps).optional(),
    words: text(1000).optional(),
    /** Anything unusual; for the two alone. */
    unusual: text(1000).optional(),
    /** What led to it: ids from `what-helped`. */
    helped: z.array(id).max(20).optional(),
  }),
  output: z.object({ doing: z.string() }),
  run: async (here, { topic: ref, claim, on, with: witnessId, help, words, unusual, helped = [] }) => {
    const { tx, space, me, now, newId } = here
    const topic = await topicNamed(here, ref)
    const line = claim === undefined ? null : await lineOf(here, topic, claim)
    // A day ahead of UTC is still today somewhere.
    if (Date.parse(on) > Date.parse(now) + DAY) throw unfit('on', 'That day has not come yet.', 'Say when you did it.')
    if (on < EARLIEST) throw unfit('on', 'That is too long ago.', 'Say when you did it.')
    const witness = await colleague(here, topic.area_id, witnessId, 'with')
    const said = await sameDoing(tx, space.id, { topic: topic.id, claim: line, person: me.id, witness: witness.id, on })
    if (said) return { doing: said.id }
    const ledBy = chosen(await helpedBefore(here, { topic: topic.id, line, on }), helped)
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
      claim_id: line,
      help: help ?? null,
      help_seen: null,
      unusual: unusual?.trim() ?? null,
      unusual_seen: null,
      led_by: JSON.stringify(ledBy),
      struck_at: null,
    }
    await addDoing(tx, doing)
    doingChanged(here, doing)
    return { doing: doing.id }
  },
})

/** The causes that the doer names among the possible ones; the done line is always one. */
function chosen(candidates: readonly Helped[], helped: readonly string[]): Cause[] {
  for (const id of helped)
    if (!candidates.some((thing) => thing.id === id))
      throw unfit('helped', 'One of these cannot have helped by that day.', 'Choose from what-helped.')
  return candidates.filter((one) => one.done || helped.includes(one.id)).map(({ id, kind }) => ({ of: id, kind }))
}

/** Finds a confirmed line of this topic. */
async function lineOf(here: HereIAm, topic: Topic, id: string): Promise<string> {
  const claim = await claimNamed(here, id)
  const now = await topicsNow(here.tx, here.space.id)
  if (now(claim.topic_id) === now(topic.id) && claim.confirmed_at !== null) return claim.id
  throw unfit('claim', 'It is no line that was confirmed on this topic.', 'Name one of its lines, or leave it out.')
}
