/** What others change, as it happens: one stream a space for all tabs of a browser, so that each shows what is now. */
import type { Changes } from './shown.ts'

/** What one tab tells the others: news of the stream, by its id; without changes, that everything may be another. */
interface News {
  id: string
  changes?: Changes
}

type Heard = (changes: Changes | undefined) => void
type Tell = (news: News) => void

const NOWHERE = 'nowhere'
/** Where the server refuses a stream, it is asked again after so long. */
const A_WHILE = 30_000

/** Hears what changes in a space until it is stopped: `const stop = listen('edge-team', (changes) => …)`. */
export function listen(space: string, heard: Heard): () => void {
  const name = `whorl-live ${space}`
  const leaving = new AbortController()
  const others = new BroadcastChannel(name)
  // From a place that is unknown, the server says that everything may be another.
  let last = NOWHERE
  const take = ({ id, changes }: News) => {
    last = id
    heard(changes)
  }
  others.onmessage = ({ data }: MessageEvent<News>) => take(data)
  const lead = () =>
    hold(
      space,
      () => last,
      leaving.signal,
      (news) => {
        others.postMessage(news)
        take(news)
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

/** Holds the stream open, and tells what comes, until the tab leaves. */
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
    const leave = () => {
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
  stream.addEventListener('changed', ({ lastEventId, data }) => tell({ id: lastEventId, changes: JSON.parse(data) }))
  stream.addEventListener('everything', ({ lastEventId }) => tell({ id: lastEventId }))
  return stream
}
