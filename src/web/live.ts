/** Live changes: one event stream per space for all tabs of a browser. */
import type { Changes, News } from './shown.ts'

/** A message from the stream or another tab: news, or that anything may have changed. */
type Changed = News | 'everything'
type Tell = (told: Changed) => void

const NOWHERE = 'nowhere'
/** The delay before a refused stream is requested again. */
const A_WHILE = 30_000
/** The interval at which everything is refetched without a stream. */
const WITHOUT_STREAM = 10_000

/** Listens to the changes of a space until stopped: */
export function listen(space: string, heard: Tell): () => void {
  const name = `whorl-live ${space}`
  const leaving = new AbortController()
  const others = new BroadcastChannel(name)
  // For an unknown cursor, the server answers that anything may have changed.
  let last = NOWHERE
  const take = (told: Changed) => {
    last = told === 'everything' ? NOWHERE : told.id
    heard(told)
  }
  others.onmessage = ({ data }: MessageEvent<Changed>) => take(data)
  const lead = () =>
    hold(
      space,
      () => last,
      leaving.signal,
      (told) => {
        others.postMessage(told)
        take(told)
      },
    )
  void electedTo(lead, name, leaving.signal)
  return () => {
    leaving.abort()
    others.close()
  }
}

/**
 * Runs `lead` once this tab holds the web lock. Without locks, as without HTTPS, each tab has its
 * own stream.
 */
async function electedTo(lead: () => Promise<void>, name: string, leaving: AbortSignal): Promise<void> {
  if (!('locks' in navigator)) return lead()
  try {
    await navigator.locks.request(name, { signal: leaving }, lead)
  } catch (error) {
    if (!leaving.aborted) throw error
  }
}

/**
 * Holds the stream open until the tab leaves, and passes on its news; without a stream, reports
 * regularly that anything may have changed.
 */
function hold(space: string, last: () => string, leaving: AbortSignal, tell: Tell): Promise<void> {
  return new Promise((done) => {
    let stream: EventSource | undefined
    let again: ReturnType<typeof setTimeout> | undefined
    const open = () => {
      stream = streamOf(space, last(), tell)
      // The browser reopens a broken connection, but not a refused one.
      stream.onerror = () => {
        if (stream?.readyState === EventSource.CLOSED) again = setTimeout(open, A_WHILE)
      }
    }
    const polling = setInterval(() => {
      if (stream?.readyState !== EventSource.OPEN) tell('everything')
    }, WITHOUT_STREAM)
    const leave = () => {
      clearInterval(polling)
      clearTimeout(again)
      stream?.close()
      done()
    }
    leaving.addEventListener('abort', leave)
    if (leaving.aborted) leave()
    else open()
  })
}

function streamOf(space: string, after: string, tell: Tell): EventSource {
  const stream = new EventSource(`/api/${encodeURIComponent(space)}/live?after=${encodeURIComponent(after)}`)
  stream.addEventListener('changed', ({ lastEventId, data }) => tell({ id: lastEventId, ...changesIn(data) }))
  stream.addEventListener('everything', () => tell('everything'))
  return stream
}

function changesIn(data: string): Changes {
  const { nouns, topics } = JSON.parse(data) as { nouns: Record<string, string[]>; topics: string[] }
  return { nouns: Object.keys(nouns), topics }
}
