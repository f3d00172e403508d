import type { Caller, Hearing, News } from '../ba/index.ts'
import type { Ports } from './ports.ts'

const HEARTBEAT_MS = 25_000
/**
 * The most buffered chunks: a slower reader is disconnected and refetches everything when it
 * reconnects.
 */
const MOST_WAITING = 256

const HEARTBEAT = ': here\n\n'
const UNKNOWN_ID = 'nowhere'

const HEADERS = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }

/** A request for a stream: the space, the caller, and the id of their last event. */
export interface Asking {
  space: string
  by: Caller
  after: string | undefined
}

/**
 * Streams the changes in a space as server-sent events until the client leaves, loses permission,
 * or the server stops.
 */
export async function liveAnswer(
  { live, heartbeatMs = HEARTBEAT_MS }: Ports,
  { space, by, after }: Asking,
): Promise<Response> {
  let hearing: Hearing | undefined
  let heartbeat: NodeJS.Timeout | undefined
  let checking = false
  const encoder = new TextEncoder()
  const pending: string[] = []
  let send = (text: string) => void pending.push(text)
  let close = () => {}
  const over = () => {
    clearInterval(heartbeat)
    hearing?.stop()
    close()
  }
  // A caller without permission is refused before the response begins.
  hearing = await live.hear({ space, by, after, heard: (news) => send(eventOf(news)), over })
  const body = new ReadableStream<Uint8Array>(
    {
      start: (stream) => {
        close = () => {
          close = () => {}
          stream.close()
        }
        send = (text) => {
          stream.enqueue(encoder.encode(text))
          if ((stream.desiredSize ?? 0) <= -MOST_WAITING) over()
        }
        // If the stream breaks before any change, it resumes from an unknown id, which makes the
        // client refetch everything.
        send(after === undefined ? `id: ${UNKNOWN_ID}\n\n` : HEARTBEAT)
        for (const text of pending) send(text)
        heartbeat = setInterval(() => {
          send(HEARTBEAT)
          if (checking) return
          checking = true
          hearing
            ?.stillMay()
            .catch(over)
            .finally(() => {
              checking = false
            })
        }, heartbeatMs)
      },
      cancel: () => {
        close = () => {}
        over()
      },
    },
    { highWaterMark: 0 },
  )
  return new Response(body, { headers: HEADERS })
}

/**
 * Encodes an event: the changed nouns with their ids; or that everything must be refetched, without
 * an id to resume from.
 */
const eventOf = (news: News | 'everything') =>
  news === 'everything'
    ? `id: ${UNKNOWN_ID}\nevent: everything\ndata: {}\n\n`
    : `id: ${news.id}\nevent: changed\ndata: ${JSON.stringify({ nouns: news.nouns, topics: news.topics })}\n\n`
