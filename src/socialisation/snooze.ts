import { z } from 'zod'
import { day, id, isToCome, onlyFor, unfit, writingAct } from '../ba/index.ts'
import { myOpenRequest } from './request.ts'
import { snoozeRequest } from './request-rows.ts'

/** Snoozes a request; nobody is notified. */
export const snooze = writingAct({
  name: 'snooze',
  says: 'Puts a request to you off until a day; nobody is told.',
  may: 'member',
  input: z.object({ request: id, until: day }),
  output: z.object({}),
  run: async (here, { request: requestId, until }) => {
    const request = await myOpenRequest(here, requestId)
    if (!isToCome(until, here)) throw unfit('until', 'That day is not in the future.', 'Name a later one.')
    await snoozeRequest(here.tx, here.space.id, request.id, until)
    here.changed({ request: request.id }, onlyFor(here.me.id))
    return {}
  },
})
