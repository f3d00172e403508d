/** People at a server whose database goes and comes back: they ask, read and listen, and send again what was refused. */
import { randomUUID } from 'node:crypto'
import type { Server, Visitor } from './server.ts'

/** What was answered so far. */
export interface Seen {
  /** The words of each question that was acknowledged. */
  kept: string[]
  /** How many answers said that the store is not there, and how many were anything else but done. */
  refused: number
  faults: string[]
  /** The longest that somebody waited for an answer, done or not. */
  longestSeconds: number
}

/** Somebody at one of the servers; who is signed in at one is at all. */
export interface Person {
  /** Asks a question, again with the same key until that is acknowledged; gives its id. */
  asks(words: string): Promise<string>
  /** Looks at what there is; what is refused is not looked at again. */
  reads(): Promise<void>
}

/** Has a visitor come to a server, and counts what they are answered. */
export function personAt(server: Server, { space, cookie }: Visitor, topic: string, seen: Seen): Person {
  const origin = `http://127.0.0.1:${server.port}`
  const send = async (act: string, input: object): Promise<{ question?: string } | undefined> => {
    const began = performance.now()
    const headers = { origin, cookie, 'content-type': 'application/json' }
    const request = { method: 'POST', headers, body: JSON.stringify(input) }
    try {
      const answer = await fetch(`${origin}/api/${space}/${act}`, request)
      const text = await answer.text()
      if (answer.ok) return JSON.parse(text)
      if (answer.status === 503) seen.refused++
      else seen.faults.push(`${act} answered ${answer.status}: ${text}`)
    } catch (error) {
      seen.faults.push(`${act}: ${error instanceof Error ? error.message : error}`)
    } finally {
      seen.longestSeconds = Math.max(seen.longestSeconds, (performance.now() - began) / 1000)
    }
    return undefined
  }
  return {
    asks: async (words) => {
      for (const key = randomUUID(); ; await pause(100)) {
        const done = await send('ask', { topic, words, key })
        if (!done?.question) continue
        seen.kept.push(words)
        return done.question
      }
    },
    reads: async () => {
      await send('today', {})
      await send('search', { words: 'purge' })
      await pause(50)
    },
  }
}

/** Somebody who listens at a server. */
export interface Listener {
  /** Resolves once the stream is open. */
  open: Promise<void>
  /** Does something that gives a question's id, and resolves once that, or that anything may have changed, was told. */
  hears(work: () => Promise<string>): Promise<void>
  stop(): Promise<void>
}

/** Listens at a server, anew where a stream ends, as a browser does. */
export function listenerAt(server: Server, { space, cookie }: Visitor): Listener {
  const origin = `http://127.0.0.1:${server.port}`
  const stopping = new AbortController()
  const told = new Set<string>()
  const open = Promise.withResolvers<void>()
  let everything = 0
  let last = 'nowhere'
  const follow = async () => {
    const { signal } = stopping
    const answer = await fetch(`${origin}/api/${space}/live?after=${last}`, { headers: { cookie }, signal })
    if (!answer.ok || !answer.body) return void (await answer.text())
    open.resolve()
    let rest = ''
    for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
      const events = (rest + chunk).split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events) hear(event)
    }
  }
  const hear = (event: string) => {
    last = /^id: (.*)$/m.exec(event)?.[1] ?? last
    if (/^event: everything$/m.test(event)) everything++
    const data = /^data: (.*)$/m.exec(event)?.[1]
    for (const id of (data && JSON.parse(data).nouns?.question) || []) told.add(id)
  }
  const over = (async () => {
    while (!stopping.signal.aborted) {
      await follow().catch((error) => error)
      await pause(100)
    }
  })()
  return {
    open: open.promise,
    hears: async (work) => {
      const before = everything
      const question = await work()
      while (!told.has(question) && everything === before) await pause(10)
    },
    stop: async () => {
      stopping.abort()
      await over
    },
  }
}

/** Waits. */
export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
