import { flushCompileCache } from 'node:module'
import { parentPort, Worker } from 'node:worker_threads'
import { Refusal } from '../ba/index.ts'
import { collectingAtRest } from './collect-at-rest.ts'

/** A worker's answer: a result, a refusal or an error text. */
export type Answer<T> =
  | { done: T }
  | { refused: Pick<Refusal, 'kind' | 'field' | 'problem' | 'remedy'> }
  | { fault: string }

/** The refusal of a request that took longer than it may: asked again, it would again. */
export class TookTooLong extends Refusal {
  constructor() {
    super('too-many', { problem: 'It took too long, and was stopped.', remedy: 'Ask for less at once.' })
  }
}

/** A worker thread that answers one request at a time. */
export interface Thread<Asked, T> {
  /** Rejects with a refusal, or with an error: then the worker has ended and no further request may follow. */
  ask(asked: Asked): Promise<T>
  readonly ended: boolean
  stop(): Promise<void>
}

/** The entry point of a worker, and how long it may take for one request. */
export interface Entry {
  entry: URL
  workerData?: unknown
  /** A request that takes longer is refused, and its worker terminated. */
  mostMs: number
}

/** The limit of a worker's young generation; V8's default would allow 200 MB. */
const YOUNG_MB = 24

/** Starts a worker thread. */
export function startThread<Asked, T>({ entry, workerData, mostMs }: Entry): Thread<Asked, T> {
  const worker = new Worker(entry, {
    workerData,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  })
  let ended = false
  worker.once('exit', () => {
    ended = true
  })
  // While nobody waits for an answer, an error only ends the worker.
  worker.on('error', () => {})
  const stop = async () => {
    ended = true
    await worker.terminate()
  }
  return {
    ask: async (asked) => {
      try {
        return outcomeOf(await answerOf<Asked, T>(worker, asked, mostMs))
      } catch (error) {
        if (!(error instanceof Refusal) || error.kind === 'too-many') await stop()
        throw error
      }
    },
    get ended() {
      return ended
    },
    stop,
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
    const tooLong = () => reject(new TookTooLong())
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
