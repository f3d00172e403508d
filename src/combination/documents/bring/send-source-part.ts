import { z } from 'zod'
import { id, onlyFor, unfit, writingAct } from '../../../ba/index.ts'
import { arrivalNamed, bytesSent, wishToBring } from './arrival.ts'
import { keepArrivalPart, partsCome } from './arrival-rows.ts'

/**
 * The act `send-source-part`: stores a further part; the last one wishes the job that reads the
 * document. A part may be sent again.
 */
export const sendSourcePart = writingAct({
  name: 'send-source-part',
  says: 'Sends a further part, of up to 4 MiB, of a document that you bring; they are numbered from 0, which came with bring-source.',
  may: 'keeper',
  input: z.object({ arrival: id, part: z.int().min(1), bytes: bytesSent }),
  output: z.object({}),
  run: async (here, { arrival: ref, part, bytes }) => {
    const { tx, space, me, changed } = here
    const arrival = await arrivalNamed(here, ref)
    if (arrival.wished_at) throw unfit('arrival', 'All of its parts have come.', 'Bring it anew.')
    if (part >= (arrival.parts ?? 1))
      throw unfit('part', 'It has no such part.', 'Say how many there are when you begin.')
    await keepArrivalPart(tx, { space_id: space.id, arrival_id: arrival.id, part, bytes }, me.id)
    if ((await partsCome(tx, space.id, arrival.id)) === arrival.parts) await wishToBring(here, arrival.id)
    changed({ arrival: arrival.id }, onlyFor(me.id))
    return {}
  },
})
