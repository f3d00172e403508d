import { type ChildProcess, fork } from 'node:child_process'
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
    const reader = aReader()
    const end = (settle: () => void) => {
      clearTimeout(tooLong)
      stopping?.removeEventListener('abort', stopped)
      deafen(reader)
      settle()
    }
    const endAll = (settle: () => void) => {
      end(settle)
      reader.on('error', () => {})
      reader.kill('SIGKILL')
    }
    const stopped = () => endAll(() => reject(new Error(STOPPED)))
    const tooLong = setTimeout(() => endAll(() => resolve({ fault: SLOW })), bounds.ms)
    stopping?.addEventListener('abort', stopped)
    reader.on('message', (said: FromReading) => {
      // One that met its bounds is not asked again.
      if ('fault' in said && said.fault === LARGE) return endAll(() => resolve(said))
      end(() => resolve(said))
      rest(reader)
    })
    reader.on('error', (error) => end(() => reject(error)))
    reader.on('exit', (_, signal) =>
      // Whoever stops the server from a terminal stops all that it has begun.
      end(() => (STOPPING.has(signal ?? '') ? reject(new Error(STOPPED)) : resolve({ fault: LARGE }))),
    )
    // One that has ended already is heard of by its end.
    reader.send({ given, mb: bounds.mb }, () => {})
  })
}

const STOPPING = new Set(['SIGINT', 'SIGTERM', 'SIGHUP'])

/** A reader that has just read is asked again, within seconds: to begin one takes longer than most documents do. */
const resting = new Map<ChildProcess, NodeJS.Timeout>()
const REST_MS = 5_000

function aReader(): ChildProcess {
  for (const [reader, timer] of resting) {
    clearTimeout(timer)
    resting.delete(reader)
    deafen(reader)
    if (!reader.connected) continue
    reader.ref()
    reader.channel?.ref()
    return reader
  }
  return fork(new URL('./read-apart.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...(process.env.NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE }) },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

const deafen = (reader: ChildProcess) => {
  for (const event of ['message', 'error', 'exit']) reader.removeAllListeners(event)
}

/** Lets a reader wait for the next document, without keeping this process from its end. */
function rest(reader: ChildProcess): void {
  reader.unref()
  reader.channel?.unref()
  const timer = setTimeout(() => {
    resting.delete(reader)
    reader.kill('SIGKILL')
  }, REST_MS)
  timer.unref()
  reader.on('error', () => {})
  resting.set(reader, timer)
}
