import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Here, infers, onlyFor } from '../../ba/index.ts'
import { type Job, type JobHandler, type Moment, recordAs, spaceOf } from '../../ledger/index.ts'
import type { Store, Tx } from '../../store/index.ts'
import { keepInferred } from './keep-inferred.ts'
import type { ScanResult } from './scan-result.ts'
import { partNumbered, scanById, setProgress, setScanned } from './scan-rows.ts'

/** The worker's input and messages. */
export interface ToScan {
  file: string
  folder: string
  now: string
  /** Which inference about people is turned on in the space. */
  reads: { history: boolean; chat: boolean }
}
export type FromScanning = { progress: string } | { first: ScanResult } | { result: ScanResult }

/** The act names of the journal entries for a scan's progress and end. */
const [SCANNING, SCANNED] = ['scanning', 'scanned']

/** A scan's progress, or a partial result. */
type SoFar = Parameters<typeof setProgress>[3]

/** The least time between two progress entries, since each is an entry in the journal. */
const SAID_EVERY_MS = 1000
const MOST_MB = 2048

/** The job that scans, its handler for jobs given up, and a way to stop it. */
interface Scanning {
  job: JobHandler
  dropped(here: Here, job: Job): Promise<void>
  stop(): void
}

/**
 * Opens the job that scans an upload in a worker thread. Its parts are joined in a temporary folder
 * below `scratch`, which is deleted however the scan ends. An unreadable upload is reported in the
 * result.
 */
export function openScanning(
  store: Store,
  scratch: string,
  { now, newId }: Moment,
  hands: { failed: (error: unknown) => void; wrote: (space: string) => void },
): Scanning {
  const stopping = new AbortController()
  const recorded = (tx: Tx, job: Job, act: string, work: (here: Here) => Promise<void>) =>
    recordAs({ tx, space: spaceOf(job), newId }, { act, by: null, door: 'whorl', now: now() }, work)
  /** Records progress for its person, in a journal entry like that of the result. */
  const show = async (job: Job, how: SoFar) => {
    await store.write(async (tx) => {
      const scan = await scanById(tx, job.space_id, job.subject)
      if (!scan || scan.turned_at || scan.progress === how.progress) return
      await recorded(tx, job, SCANNING, async (here) => {
        await setProgress(tx, job.space_id, job.subject, how)
        here.changed({ scan: scan.id }, onlyFor(scan.by_person))
      })
    })
    hands.wrote(job.space_id)
  }
  return {
    job: async (job, finish) => {
      const { scan, reads } = await store.read(async (tx) => ({
        scan: await scanById(tx, job.space_id, job.subject),
        reads: { history: await infers(tx, job.space_id, 'history'), chat: await infers(tx, job.space_id, 'chat') },
      }))
      if (!scan || scan.turned_at) return store.write(finish)
      const folder = mkdtempSync(join(scratch, FOLDER))
      try {
        const file = join(folder, 'documents.zip')
        await putTogether(store, job, file)
        const given = { file, folder, now: now(), reads }
        const result = await besides(
          given,
          nowAndThen((how) => show(job, how)),
          hands.failed,
          stopping.signal,
        )
        await store.write(async (tx) => {
          // Its person may have deleted it meanwhile.
          if (await scanById(tx, job.space_id, job.subject))
            await recorded(tx, job, SCANNED, (here) => keepResult(here, job.subject, result))
          await finish(tx)
        })
      } finally {
        await rm(folder, { recursive: true, force: true, maxRetries: 5 })
      }
    },
    dropped: (here, { subject }) =>
      keepResult(
        here,
        subject,
        nothingOf('It was begun three times and never came to an end. Scan less of it at once.'),
      ),
    stop: () => stopping.abort(),
  }
}

/** Stores the result of a scan, unless its person has deleted it meanwhile. */
async function keepResult(here: Here, id: string, result: ScanResult): Promise<void> {
  const scan = await scanById(here.tx, here.space.id, id)
  if (!scan) return
  await keepInferred(here, scan, result)
  await setScanned(here.tx, here.space.id, id, { result: JSON.stringify(result), at: here.now })
  here.changed({ scan: id }, onlyFor(scan.by_person))
}

const FOLDER = 'scanning-'
/** `turning-` is the former prefix. */
const FOLDERS = [FOLDER, 'turning-']

/**
 * Deletes temporary folders of killed scans; to be called while no other server has this folder
 * open.
 */
export function clearScanning(scratch: string): void {
  for (const name of readdirSync(scratch))
    if (FOLDERS.some((folder) => name.startsWith(folder))) rmSync(join(scratch, name), { recursive: true, force: true })
}

async function putTogether(store: Store, job: Job, file: string): Promise<void> {
  writeFileSync(file, '', { mode: 0o600 })
  for (let part = 0; ; part++) {
    const row = await store.read((tx) => partNumbered(tx, job.space_id, job.subject, part))
    if (!row) return
    appendFileSync(file, Buffer.from(row.bytes, 'base64'))
  }
}

/**
 * The progress of a running scan, at intervals since each report is a write; and its first finding.
 */
interface Showing {
  progress(words: string): void
  first(result: ScanResult): void
}

function nowAndThen(show: (how: SoFar) => Promise<void>): Showing {
  let last = 0
  let waiting = false
  const keep = (how: SoFar) =>
    show(how)
      // A failed progress report does not fail the scan.
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
    first: (result) => keep({ result: JSON.stringify(result) }),
  }
}

const MOST_MS = 600_000

function besides(
  given: ToScan,
  showing: Showing,
  failed: (error: unknown) => void,
  stopping: AbortSignal,
): Promise<ScanResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./scanning.ts', import.meta.url), {
      workerData: given,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      resourceLimits: { maxOldGenerationSizeMb: MOST_MB },
    })
    const end = () => {
      reject(new Error('The server was stopped; the scan begins anew.'))
      void worker.terminate()
    }
    const tooLong = setTimeout(() => {
      resolve(nothingOf('It took longer than ten minutes, and was stopped. Scan less of it at once.'))
      void worker.terminate()
    }, MOST_MS)
    stopping.addEventListener('abort', end)
    worker.on('message', (said: FromScanning) => {
      if ('progress' in said) showing.progress(said.progress)
      else if ('first' in said) showing.first(said.first)
      else resolve(said.result)
    })
    worker.on('error', (error) => {
      failed(error)
      resolve(nothingOf('Something broke on our side while it was read. Whoever runs this Whorl finds it in the log.'))
    })
    worker.on('exit', () => {
      clearTimeout(tooLong)
      stopping.removeEventListener('abort', end)
      resolve(nothingOf('It took more than this machine has for it. Scan less at once.'))
    })
  })
}

/** The result of a scan that failed. */
export const nothingOf = (fault: string): ScanResult => ({
  documents: 0,
  commits: 0,
  messages: 0,
  topics: [],
  unread: [],
  notes: [],
  findings: [],
  texts: {},
  fault,
})
