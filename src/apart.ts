/** The worker for heavy reading acts: performs them one at a time, on a store opened read-only. */
import { workerData } from 'node:worker_threads'
import { acts } from './acts.ts'
import { type Asked, answerInThread, openPerform } from './ledger/index.ts'
import { openToRead, type Place } from './store/index.ts'

const store = await openToRead(workerData as Place)
const named = new Map<string, (typeof acts)[number]>(acts.map((act) => [act.name, act]))
let moment = { now: '', zone: 'UTC' }
const perform = openPerform(
  store,
  {
    now: () => moment.now,
    newId: noNewId,
    get zone() {
      return moment.zone
    },
  },
  () => {},
)

answerInThread(read)

function read({ now, serverZone, ...asked }: Asked): Promise<Record<string, unknown>> {
  moment = { now, zone: serverZone }
  const act = named.get(asked.act)
  if (!act?.reads) throw new Error(`Nothing apart does ${asked.act}.`)
  return perform({ ...asked, act })
}

function noNewId(): string {
  throw new Error('What only reads makes nothing new.')
}
