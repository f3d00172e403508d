import { Worker } from 'node:worker_threads'
import type { ReadIn } from './read-in.ts'

/** What the thread is given, and what it says. */
export interface ToRead {
  kind: 'pdf' | 'docx' | 'html'
  bytes: Uint8Array
  charset: string | null
}
export type FromReading = { read: ReadIn } | { fault: string }

/** How much a document may take of this machine. */
export interface Bounds {
  ms: number
  mb: number
}

const BOUNDS: Bounds = { ms: 60_000, mb: 1024 }
const LOOK_MS = 100
const SLOW = 'It took longer than a minute to read, and was stopped. Bring it in parts, or bring its text.'
const LARGE = 'It took more memory to read than a document should. Bring it in parts, or bring its text.'

/** Reads a document in a thread of its own, within bounds of time and memory; what cannot be read says why. */
export function readGiven(given: ToRead, stopping?: AbortSignal, { ms, mb }: Bounds = BOUNDS): Promise<FromReading> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./reading.ts', import.meta.url), {
      workerData: given,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      resourceLimits: { maxOldGenerationSizeMb: mb },
      env: {},
      stdout: true,
      stderr: true,
    })
    const end = (outcome: FromReading) => {
      resolve(outcome)
      void worker.terminate()
    }
    const stopped = () => {
      reject(new Error('The server was stopped; it is read anew.'))
      void worker.terminate()
    }
    const tooLong = setTimeout(() => end({ fault: SLOW }), ms)
    // Buffers are outside of what a thread's own limit counts.
    const before = process.memoryUsage.rss()
    const looking = setInterval(() => {
      if (process.memoryUsage.rss() - before > (mb + 512) * 1024 * 1024) end({ fault: LARGE })
    }, LOOK_MS)
    stopping?.addEventListener('abort', stopped)
    worker.on('message', (said: FromReading) => end(said))
    worker.on('error', () => end({ fault: LARGE }))
    worker.on('exit', () => {
      clearTimeout(tooLong)
      clearInterval(looking)
      stopping?.removeEventListener('abort', stopped)
      resolve({ fault: LARGE })
    })
  })
}
