import { flushCompileCache } from 'node:module'
import { parentPort, Worker } from 'node:worker_threads'
import { Refusal, tooMany } from '../ba/index.ts'
import { collectingAtRest } from './collect-at-rest.ts'

/** What a thread gives: what was asked for, a refusal, or a fault in words. */
export type Given<T> =
  | { done: T }
  | { refused: Pick<Refusal, 'kind' | 'field' | 'problem' | 'remedy'> }
  | { fault: string }

/** A thread that answers one after the other. */
export interface Thread<Asked, T> {
  ask(asked: Asked): Promise<T>
  stop(): Promise<void>
}

/** Where a thread begins, and its bounds. */
export interface Bounds {
  entry: URL
  workerData?: unknown
  /** One answer that takes longer ends the thread, and is refused. */
  mostMs: number
  mostWaiting: number
  /** A thread that nothing was asked for so long is ended; the next to ask waits for another to begin. */
  idleMs: number
}

/** Of new objects a thread holds so much at most; V8 would let each thread have 200 MB of them. */
const YOUNG_MB = 24

/** Opens a thread, begun when the first comes and ended when none has come for a while. */
export function openThread<Asked, T>({ entry, workerData, mostMs, mostWaiting, idleMs }: Bounds): Thread<Asked, T> {
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
  const ask = async (asked: Asked): Promise<T> => {
    clearTimeout(idle)
    worker ??= new Worker(entry, {
      workerData,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    })
    try {
      return outcomeOf(await answerOf<Asked, T>(worker, asked, mostMs))
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind === 'too-many') await end()
      throw error
    } finally {
      idle = setTimeout(() => void end(), idleMs).unref()
    }
  }
  return {
    ask: (asked) => {
      if (waiting >= mostWaiting)
        return Promise.reject(tooMany('Much is being worked on already.', 'Try again in a minute.'))
      waiting++
      const mine = last.then(() => ask(asked)).finally(() => waiting--)
      last = mine.catch(() => undefined)
      return mine
    },
    stop: end,
  }
}

/** Answers, in a thread, what it is asked. */
export function answerInThread<Asked, T>(work: (asked: Asked) => T | Promise<T>): void {
  const rests = collectingAtRest()
  parentPort?.on('message', async (asked: Asked) => {
    parentPort?.postMessage(await givenBy(() => work(asked)))
    rests()
  })
  // A thread that is ended leaves nothing: what V8 made of its program is kept now, so that the next begins sooner.
  flushCompileCache()
}

async function givenBy<T>(work: () => T | Promise<T>): Promise<Given<T>> {
  try {
    return { done: await work() }
  } catch (error) {
    if (error instanceof Refusal) {
      const { kind, field, problem, remedy } = error
      return { refused: { kind, field, problem, remedy } }
    }
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function answerOf<Asked, T>(worker: Worker, asked: Asked, mostMs: number): Promise<Given<T>> {
  return new Promise<Given<T>>((resolve, reject) => {
    const tooLong = () => reject(tooMany('It took too long, and was stopped.', 'Ask for less at once.'))
    const ended = (code: number) => reject(new Error(`The thread ended with ${code}.`))
    const stop = setTimeout(tooLong, mostMs)
    const heard = () => {
      clearTimeout(stop)
      worker.off('message', answered).off('error', broke).off('exit', ended)
    }
    const answered = (given: Given<T>) => {
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

function outcomeOf<T>(given: Given<T>): T {
  if ('done' in given) return given.done
  if ('fault' in given) throw new Error(given.fault)
  const { kind, field, problem, remedy } = given.refused
  throw new Refusal(kind, { ...(field !== null && { field }), problem, remedy })
}
