/** Runs in a thread of its own: does heavy acts that only read, one after the other, on a store opened to be read. */
import { parentPort, workerData } from 'node:worker_threads'
import { acts } from './acts.ts'
import { Refusal } from './ba/index.ts'
import { type Asked, type Given, openPerform } from './ledger/index.ts'
import { openToRead, type Place } from './store/index.ts'

const store = await openToRead(workerData as Place)
const named = new Map<string, (typeof acts)[number]>(acts.map((act) => [act.name, act]))
let moment = ''
const perform = openPerform(store, { now: () => moment, newId: nothingNew }, () => {})

parentPort?.on('message', async (asked: Asked) => parentPort?.postMessage(await given(asked)))

async function given({ now, ...asked }: Asked): Promise<Given> {
  moment = now
  const act = named.get(asked.act)
  if (!act?.reads) return { fault: `Nothing apart does ${asked.act}.` }
  try {
    return { done: await perform({ ...asked, act }) }
  } catch (error) {
    if (error instanceof Refusal) {
      const { kind, field, problem, remedy } = error
      return { refused: { kind, field, problem, remedy } }
    }
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function nothingNew(): string {
  throw new Error('What only reads makes nothing new.')
}
