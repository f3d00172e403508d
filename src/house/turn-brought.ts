import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { infers } from '../ba/index.ts'
import type { Job, JobHandler, Moment } from '../ledger/index.ts'
import { keepInferred, partNumbered, setProgress, setTurned, type TurnedOnce, turnById } from '../spiral/index.ts'
import type { Store } from '../store/index.ts'

/** What the worker is given, and what it says. */
export interface ToTurn {
  file: string
  folder: string
  now: string
  /** What may be read of people in the space. */
  reads: { history: boolean; chat: boolean }
}
export type FromTurning = { progress: string } | { first: TurnedOnce } | { turned: TurnedOnce }

const SAID_EVERY_MS = 500
const MOST_MB = 2048

/**
 * Turns what somebody brought, beside the server's own thread: its parts are put together in a folder of ours below
 * `scratch`, which goes when the turn is done, however it ends. What cannot be read at all is said in its outcome.
 */
export function turnBrought(
  store: Store,
  scratch: string,
  { now }: Pick<Moment, 'now'>,
  failed: (error: unknown) => void,
): JobHandler {
  return async (job, finish) => {
    const { turn, reads } = await store.read(async (tx) => ({
      turn: await turnById(tx, job.space_id, job.subject),
      reads: { history: await infers(tx, job.space_id, 'history'), chat: await infers(tx, job.space_id, 'chat') },
    }))
    // Its owner may have forgotten it meanwhile.
    if (!turn || turn.turned_at) return store.write(finish)
    const folder = mkdtempSync(join(scratch, 'turning-'))
    try {
      const file = join(folder, 'documents.zip')
      await putTogether(store, job, file)
      const turned = await besides({ file, folder, now: now(), reads }, keeping(store, job), failed)
      await store.write(async (tx) => {
        await keepInferred(tx, turn, turned, now())
        await setTurned(tx, job.space_id, job.subject, { turned: JSON.stringify(turned), at: now() })
        await finish(tx)
      })
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

async function putTogether(store: Store, job: Job, file: string): Promise<void> {
  writeFileSync(file, '', { mode: 0o600 })
  for (let part = 0; ; part++) {
    const row = await store.read((tx) => partNumbered(tx, job.space_id, job.subject, part))
    if (!row) return
    appendFileSync(file, Buffer.from(row.bytes, 'base64'))
  }
}

/** What is shown while it is turned: how far it is, now and then, for each word is a write; and the first finding. */
interface Showing {
  progress(words: string): void
  first(turned: TurnedOnce): void
}

function keeping(store: Store, { space_id, subject }: Job): Showing {
  let last = 0
  let waiting = false
  const keep = (how: Parameters<typeof setProgress>[3]) =>
    store
      .write((tx) => setProgress(tx, space_id, subject, how))
      // What is shown meanwhile is a kindness; the outcome is kept for itself.
      .catch(() => undefined)
      .finally(() => {
        waiting = false
      })
  return {
    progress: (progress) => {
      const at = performance.now()
      if (waiting || at - last < SAID_EVERY_MS) return
      last = at
      waiting = true
      keep({ progress })
    },
    first: (turned) => keep({ turned: JSON.stringify(turned) }),
  }
}

function besides(given: ToTurn, showing: Showing, failed: (error: unknown) => void): Promise<TurnedOnce> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./turning.ts', import.meta.url), {
      workerData: given,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      resourceLimits: { maxOldGenerationSizeMb: MOST_MB },
    })
    worker.on('message', (said: FromTurning) => {
      if ('progress' in said) showing.progress(said.progress)
      else if ('first' in said) showing.first(said.first)
      else resolve(said.turned)
    })
    worker.on('error', (error) => {
      failed(error)
      resolve(nothingOf('Something broke on our side while it was read. Whoever runs this Whorl finds it in the log.'))
    })
    worker.on('exit', () => resolve(nothingOf('It took more than this machine has for it. Bring less at once.')))
  })
}

/** The outcome of a turn of which nothing came. */
export const nothingOf = (fault: string): TurnedOnce => ({
  documents: 0,
  commits: 0,
  messages: 0,
  topics: [],
  unread: [],
  findings: [],
  texts: {},
  fault,
})
