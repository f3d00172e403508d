/** What others change, as it happens: one stream a space for all tabs of a browser, so that each shows what is now. */
import type { Changes, News } from './shown.ts'

/** What is heard, and what one tab tells the others: news, or that everything may be another. */
type Told = News | 'everything'
type Tell = (told: Told) => void

const NOWHERE = 'nowhere'
/** Where the server refuses a stream, it is asked again after so long. */
const A_WHILE = 30_000
/** As long as no stream comes through, everything is read again so often. */
const WITHOUT_STREAM = 10_000

/** Hears what changes in a space until it is stopped: `const stop = listen('edge-team', (news) => …)`. */
export function listen(space: string, heard: Tell): () => void {
  const name = `whorl-live ${space}`
  const leaving = new AbortController()
  const others = new BroadcastChannel(name)
  // From a place that is unknown, the server says that everything may be another.
  let last = NOWHERE
  const take = (told: Told) => {
    last = told === 'everything' ? NOWHERE : told.id
    heard(told)
  }
  others.onmessage = ({ data }: MessageEvent<Told>) => take(data)
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

/** Leads once no other tab does; where a browser has no locks, as without HTTPS, each tab has a stream of its own. */
async function electedTo(lead: () => Promise<void>, name: string, leaving: AbortSignal): Promise<void> {
  if (!('locks' in navigator)) return lead()
  try {
    await navigator.locks.request(name, { signal: leaving }, lead)
  } catch (error) {
    if (!leaving.aborted) throw error
  }
}

/** Holds the stream open, and tells what comes, until the tab leaves; without a stream, that everything may be another. */
function hold(space: string, last: () => string, leaving: AbortSignal, tell: Tell): Promise<void> {
  return new Promise((done) => {
    let stream: EventSource | undefined
    let again: ReturnType<typeof setTimeout> | undefined
    const open = () => {
      stream = streamOf(space, last(), tell)
      // A connection that broke is opened again by the browser; a refusal is not.
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
