import { fork } from 'node:child_process'
import type { ReadIn } from './read-in.ts'

/** What is to be read, and what is said of it. */
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
const SLOW = 'It took longer than a minute to read, and was stopped. Bring it in parts, or bring its text.'
/** Said of a document that would take all memory. */
export const LARGE = 'It took more memory to read than a document should. Bring it in parts, or bring its text.'
const STOPPED = 'The server was stopped; it is read anew.'

/**
 * Reads a document in a process of its own, within bounds of time and memory; what cannot be read says why. A thread
 * would not do: one that asks for too much at once ends the process that it is in.
 */
export function readGiven(given: ToRead, stopping?: AbortSignal, bounds: Bounds = BOUNDS): Promise<FromReading> {
  return new Promise((resolve, reject) => {
    const reader = fork(new URL('./read-apart.ts', import.meta.url), {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const end = (outcome: FromReading) => {
      resolve(outcome)
      reader.kill('SIGKILL')
    }
    const stopped = () => {
      reject(new Error(STOPPED))
      reader.kill('SIGKILL')
    }
    const tooLong = setTimeout(() => end({ fault: SLOW }), bounds.ms)
    stopping?.addEventListener('abort', stopped)
    reader.on('message', (said: FromReading) => end(said))
    reader.on('error', reject)
    reader.on('exit', (_, signal) => {
      clearTimeout(tooLong)
      stopping?.removeEventListener('abort', stopped)
      // Whoever stops the server from a terminal stops all that it has begun.
      if (signal === 'SIGINT' || signal === 'SIGTERM' || signal === 'SIGHUP') reject(new Error(STOPPED))
      else resolve({ fault: LARGE })
    })
    // One that has ended already is heard of by its end.
    reader.send({ given, mb: bounds.mb }, () => {})
  })
}
