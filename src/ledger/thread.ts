import { flushCompileCache } from 'node:module'
import { parentPort, Worker } from 'node:worker_threads'
import { Refusal, tooMany } from '../ba/index.ts'
import { collectingAtRest } from './collect-at-rest.ts'

/** A worker's answer: a result, a refusal or an error text. */
export type Answer<T> =
  | { done: T }
  | { refused: Pick<Refusal, 'kind' | 'field' | 'problem' | 'remedy'> }
  | { fault: string }

/** A worker thread that answers requests one at a time. */
export interface Thread<Asked, T> {
  ask(asked: Asked): Promise<T>
  stop(): Promise<void>
}

/** The entry point of a worker and its limits. */
export interface Bounds {
  entry: URL
  workerData?: unknown
  /** A request that takes longer is refused, and its worker terminated. */
  mostMs: number
  mostWaiting: number
  /** A worker idle for this long is terminated; the next request starts another. */
  idleMs: number
}

/** The limit of a worker's young generation; V8's default would allow 200 MB. */
const YOUNG_MB = 24

/** Opens a worker thread, started on the first request and terminated when idle. */
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
      const request = last.then(() => ask(asked)).finally(() => waiting--)
      last = request.catch(() => undefined)
      return request
    },
    stop: end,
  }
}

/** Answers requests inside a worker. */
export function answerInThread<Asked, T>(work: (asked: Asked) => T | Promise<T>): void {
  const collectLater = collectingAtRest()
  parentPort?.on('message', async (asked: Asked) => {
    parentPort?.postMessage(await answerBy(() => work(asked)))
    collectLater()
  })
  // Flushes V8's compile cache now, since a terminated thread does not; the next worker then starts
  // sooner.
  flushCompileCache()
}

async function answerBy<T>(work: () => T | Promise<T>): Promise<Answer<T>> {
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

function answerOf<Asked, T>(worker: Worker, asked: Asked, mostMs: number): Promise<Answer<T>> {
  return new Promise<Answer<T>>((resolve, reject) => {
    const tooLong = () => reject(tooMany('It took too long, and was stopped.', 'Ask for less at once.'))
    const ended = (code: number) => reject(new Error(`The thread ended with ${code}.`))
    const stop = setTimeout(tooLong, mostMs)
    const settle = () => {
      clearTimeout(stop)
      worker.off('message', answered).off('error', fail).off('exit', ended)
    }
    const answered = (answer: Answer<T>) => {
      settle()
      resolve(answer)
    }
    const fail = (error: unknown) => {
      settle()
      reject(error)
    }
    worker.on('message', answered).on('error', fail).on('exit', ended)
    worker.postMessage(asked)
  })
}

function outcomeOf<T>(answer: Answer<T>): T {
  if ('done' in answer) return answer.done
  if ('fault' in answer) throw new Error(answer.fault)
  const { kind, field, problem, remedy } = answer.refused
  throw new Refusal(kind, { ...(field !== null && { field }), problem, remedy })
}
