import { z } from 'zod'
import { id, onlyFor, writingAct } from '../../../ba/index.ts'
import { arrivalNamed } from './arrival.ts'
import { dropArrival } from './arrival-rows.ts'

/** The act `forget-arrival`: deletes an arrival; a source made from it stays. */
export const forgetArrival = writingAct({
  name: 'forget-arrival',
  says: 'Forgets a document that you brought and that did not come in, or has not yet; a source stays.',
  may: 'reader',
  input: z.object({ arrival: id }),
  output: z.object({}),
  run: async (here, { arrival: ref }) => {
    const arrival = await arrivalNamed(here, ref)
    await dropArrival(here.tx, here.space.id, arrival.id)
    here.changed({ arrival: arrival.id }, onlyFor(here.me.id))
    return {}
  },
})
