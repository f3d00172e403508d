import { type ChildProcess, fork } from 'node:child_process'
import type { ReadIn } from './read-in.ts'

/** A document to be read, with its format and character set. */
export interface ToRead {
  kind: 'pdf' | 'docx' | 'xlsx' | 'pptx' | 'html'
  bytes: Uint8Array
  charset: string | null
  /** Where it was fetched, if it was. */
  address?: string
}
export type FromReading = { read: ReadIn } | { fault: string }

/** The limits of reading a document. */
export interface Bounds {
  ms: number
  mb: number
}

const BOUNDS: Bounds = { ms: 60_000, mb: 1024 }
const SLOW = 'It took longer than a minute to read, and was stopped. Bring it in parts, or bring its text.'
/** The reason given for a document that takes too much memory. */
export const LARGE = 'It took more memory to read than a document should. Bring it in parts, or bring its text.'
const STOPPED = 'The server was stopped; it is read anew.'

/**
 * Reads a document in a process of its own, within limits of time and memory; returns why it cannot
 * be read. A thread would not do: one large allocation ends its whole process.
 */
export function readGiven(given: ToRead, stopping?: AbortSignal, bounds: Bounds = BOUNDS): Promise<FromReading> {
  return new Promise((resolve, reject) => {
    const reader = takeReader()
    const end = (settle: () => void) => {
      clearTimeout(tooLong)
      stopping?.removeEventListener('abort', stopped)
      removeListeners(reader)
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
      // A process that reached its limit is not used again.
      if ('fault' in said && said.fault === LARGE) return endAll(() => resolve(said))
      end(() => resolve(said))
      keepReader(reader)
    })
    reader.on('error', (error) => end(() => reject(error)))
    reader.on('exit', (_, signal) =>
      // Ctrl-C in a terminal stops the server's child processes, too.
      end(() => (STOPPING.has(signal ?? '') ? reject(new Error(STOPPED)) : resolve({ fault: LARGE }))),
    )
    // If the process has already ended, its exit event settles this.
    reader.send({ given, mb: bounds.mb }, () => {})
  })
}

const STOPPING = new Set(['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Idle reader processes, used again within seconds, since starting one takes longer than most
 * documents.
 */
const resting = new Map<ChildProcess, NodeJS.Timeout>()
const REST_MS = 5_000

function takeReader(): ChildProcess {
  for (const [reader, timer] of resting) {
    clearTimeout(timer)
    resting.delete(reader)
    removeListeners(reader)
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

const removeListeners = (reader: ChildProcess) => {
  for (const event of ['message', 'error', 'exit']) reader.removeAllListeners(event)
}

/** Keeps a reader process for the next document, without keeping this process alive. */
function keepReader(reader: ChildProcess): void {
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
