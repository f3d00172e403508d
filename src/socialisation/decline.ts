import { z } from 'zod'
import { id, onlyFor, writingAct } from '../ba/index.ts'
import { myOpenRequest } from './request.ts'
import { closeRequest } from './request-rows.ts'

/** Declines a request. Nobody is notified: the asker sees an open question as before. */
export const decline = writingAct({
  name: 'decline',
  says: 'Says no to a request to you; nobody is told.',
  may: 'member',
  input: z.object({ request: id }),
  output: z.object({}),
  run: async (here, { request: requestId }) => {
    const request = await myOpenRequest(here, requestId)
    await closeRequest(here.tx, here.space.id, request.id, 'declined', here.now)
    here.changed({ request: request.id }, onlyFor(here.me.id))
    return {}
  },
})
