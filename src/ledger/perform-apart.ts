import { Worker } from 'node:worker_threads'
import { type Call, type Perform, type Person, Refusal, tooMany } from '../ba/index.ts'
import type { Store } from '../store/index.ts'

/** What the thread apart is asked to read. */
export interface Asked {
  act: string
  space: string | undefined
  input: unknown
  by: Person | 'folder-owner'
  door: string
  now: string
}

/** What it gives: the act's output, a refusal, or a fault in words. */
export type Given =
  | { done: Record<string, unknown> }
  | { refused: Pick<Refusal, 'kind' | 'field' | 'problem' | 'remedy'> }
  | { fault: string }

/** Acts that take long and only read, done one after the other in a thread of their own. */
export interface Apart {
  perform: Perform
  stop(): Promise<void>
}

const [MOST_MS, IDLE_MS, MOST_WAITING] = [60_000, 300_000, 100]

/**
 * Opens a thread for heavy acts, begun when the first comes and ended when none has come for a while: what it reads
 * holds nobody else up. One that takes over `mostMs` is ended, and refused.
 */
export function openApart(entry: URL, store: Store, now: () => string, mostMs = MOST_MS): Apart {
  let worker: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let idle: NodeJS.Timeout | undefined
  const end = async () => {
    clearTimeout(idle)
    const ending = worker
    worker = undefined
    await ending?.terminate()
  }
  const ask = async (asked: Asked): Promise<Record<string, unknown>> => {
    clearTimeout(idle)
    worker ??= new Worker(entry, { workerData: store.place, execArgv: ['--disable-warning=ExperimentalWarning'] })
    try {
      return outcomeOf(await answerOf(worker, asked, mostMs))
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind === 'too-many') await end()
      throw error
    } finally {
      idle = setTimeout(() => void end(), IDLE_MS).unref()
    }
  }
  return {
    perform: async (call) => {
      if (waiting >= MOST_WAITING) throw tooMany('Much is being looked through already.', 'Try again in a minute.')
      const asked = { ...(await askedOf(store, call)), now: now() }
      waiting++
      const mine = last.then(() => ask(asked)).finally(() => waiting--)
      last = mine.catch(() => undefined)
      return mine
    },
    stop: end,
  }
}

/** Who it is is looked up here, where sessions are known. */
async function askedOf(store: Store, { act, space, input, by, door }: Call): Promise<Omit<Asked, 'now'>> {
  const asked = { act: act.name, space, input, door }
  if (by === 'folder-owner') return { ...asked, by }
  const { id, name } = 'whose' in by ? await store.read((tx) => by.whose(tx)) : by
  return { ...asked, by: { id, name } }
}

function answerOf(worker: Worker, asked: Asked, mostMs: number): Promise<Given> {
  return new Promise<Given>((resolve, reject) => {
    const tooLong = () => reject(tooMany('It took too long, and was stopped.', 'Ask for less at once.'))
    const ended = (code: number) => reject(new Error(`The thread apart ended with ${code}.`))
    const stop = setTimeout(tooLong, mostMs)
    const heard = () => {
      clearTimeout(stop)
      worker.off('message', answered).off('error', broke).off('exit', ended)
    }
    const answered = (given: Given) => {
      heard()
      resolve(given)
    }
    const broke = (error: unknown) => {
      heard()
      reject(error)
    }
    worker.on('message', answered).on('error', broke).on('exit', ended)
    worker.postMessage(asked)
  })
}

function outcomeOf(given: Given): Record<string, unknown> {
  if ('done' in given) return given.done
  if ('fault' in given) throw new Error(given.fault)
  const { kind, field, problem, remedy } = given.refused
  throw new Refusal(kind, { ...(field !== null && { field }), problem, remedy })
}
