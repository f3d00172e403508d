import { tooMany } from '../ba/index.ts'
import { type Entry, startThread, type Thread } from './thread.ts'

/** Worker threads that people share. */
export interface Workers<Asked, T> {
  /** Answers a request of this person; rejects with a refusal where they, or all, wait for too much. */
  ask(asked: Asked, person: string): Promise<T>
  stop(): Promise<void>
}

/** How many workers, and how much may wait for them. */
export interface Bounds extends Entry {
  /** The most workers; the first starts with the first request, each further one once a request has waited. */
  most: number
  /** The most requests that wait, of one person and of all. */
  mostWaiting: { each: number; all: number }
  /** A worker idle for this long is terminated. */
  idleMs: number
}

/** A further worker starts once a request has waited this long: to start one takes longer than most answers. */
const PATIENCE_MS = 100
const FURTHER_IDLE_MS = 10_000

interface Request<Asked, T> {
  asked: Asked
  person: string
  resolve: (done: T) => void
  reject: (error: unknown) => void
}

/**
 * Opens a pool of workers with a fair queue: people take turns (round robin), and a worker is busy for each of them
 * with one request at most, so that nobody waits behind all that somebody else has asked for.
 */
export function openWorkers<Asked, T>(bounds: Bounds): Workers<Asked, T> {
  const { most, mostWaiting, idleMs } = bounds
  // A person with requests stands in the queue once; a map keeps the order in which keys were added.
  const queue = new Map<string, Request<Asked, T>[]>()
  const served = new Set<string>()
  const idle = new Map<Thread<Asked, T>, NodeJS.Timeout>()
  const busy = new Set<Thread<Asked, T>>()
  let waiting = 0
  let patience: NodeJS.Timeout | undefined

  const nextRequest = () => {
    for (const [person, requests] of queue) {
      if (served.has(person)) continue
      const request = requests.shift()
      if (requests.length === 0) queue.delete(person)
      if (request) waiting--
      return request
    }
    return undefined
  }
  const toTheEnd = (person: string) => {
    const requests = queue.get(person)
    queue.delete(person)
    if (requests) queue.set(person, requests)
  }
  const freeThread = () => {
    for (const [thread, timer] of idle) {
      clearTimeout(timer)
      idle.delete(thread)
      if (!thread.ended) return thread
    }
    return busy.size === 0 ? startThread<Asked, T>(bounds) : undefined
  }
  const rest = (thread: Thread<Asked, T>) => {
    const end = () => {
      idle.delete(thread)
      void thread.stop()
    }
    // One worker may stay for the next request; any further one holds memory for nothing.
    idle.set(thread, setTimeout(end, idle.size > 0 ? Math.min(idleMs, FURTHER_IDLE_MS) : idleMs).unref())
  }
  const serve = async (thread: Thread<Asked, T>, { asked, person, resolve, reject }: Request<Asked, T>) => {
    busy.add(thread)
    served.add(person)
    await thread.ask(asked).then(resolve, reject)
    busy.delete(thread)
    served.delete(person)
    toTheEnd(person)
    if (!thread.ended) rest(thread)
    serveWaiting()
  }
  const serveWaiting = () => {
    while (waiting > 0) {
      if (![...queue.keys()].some((person) => !served.has(person))) return
      const thread = freeThread()
      if (!thread) return waitForMore()
      const request = nextRequest()
      if (request) void serve(thread, request)
    }
  }
  const waitForMore = () => {
    if (patience || busy.size >= most) return
    patience = setTimeout(() => {
      patience = undefined
      const request = busy.size < most ? nextRequest() : undefined
      if (request) void serve(startThread(bounds), request)
      if (waiting > 0) serveWaiting()
    }, PATIENCE_MS).unref()
  }
  return {
    ask: (asked, person) => {
      const mine = queue.get(person) ?? []
      if (mine.length >= mostWaiting.each)
        return Promise.reject(tooMany('You wait for much already.', 'Ask again when some of it has come.'))
      if (waiting >= mostWaiting.all)
        return Promise.reject(tooMany('Much is being worked on already.', 'Try again in a minute.'))
      return new Promise<T>((resolve, reject) => {
        mine.push({ asked, person, resolve, reject })
        queue.set(person, mine)
        waiting++
        serveWaiting()
      })
    },
    stop: async () => {
      clearTimeout(patience)
      for (const timer of idle.values()) clearTimeout(timer)
      await Promise.all([...idle.keys(), ...busy].map((thread) => thread.stop()))
    },
  }
}
