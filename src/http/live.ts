import type { Caller, Hearing, News } from '../ba/index.ts'
import type { Ports } from './ports.ts'

const HEARTBEAT_MS = 25_000
/** A reader who is so far behind is let go, and reads everything anew when they come back. */
const MOST_WAITING = 256

const HERE = ': here\n\n'
const NOWHERE = 'nowhere'

const HEADERS = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }

/** Who asks for a stream: in which space, as whom, and which event they had last. */
export interface Asking {
  space: string
  by: Caller
  after: string | undefined
}

/** Answers with what changes in a space as server-sent events, until they leave, may not hear it, or the house stops. */
export async function liveAnswer(
  { live, heartbeatMs = HEARTBEAT_MS }: Ports,
  { space, by, after }: Asking,
): Promise<Response> {
  let hearing: Hearing | undefined
  let beating: NodeJS.Timeout | undefined
  let looking = false
  const words = new TextEncoder()
  const early: string[] = []
  let send = (text: string) => void early.push(text)
  let close = () => {}
  const over = () => {
    clearInterval(beating)
    hearing?.stop()
    close()
  }
  // Who may not hear it is refused before anything is answered.
  hearing = await live.hear({ space, by, after, heard: (news) => send(eventOf(news)), over })
  const body = new ReadableStream<Uint8Array>(
    {
      start: (stream) => {
        close = () => {
          close = () => {}
          stream.close()
        }
        send = (text) => {
          stream.enqueue(words.encode(text))
          if ((stream.desiredSize ?? 0) <= -MOST_WAITING) over()
        }
        // Where the stream breaks before anything has changed, it goes on from a place that nobody knows: all is read anew.
        send(after === undefined ? `id: ${NOWHERE}\n\n` : HERE)
        for (const text of early) send(text)
        beating = setInterval(() => {
          send(HERE)
          if (looking) return
          looking = true
          hearing
            ?.stillMay()
            .catch(over)
            .finally(() => {
              looking = false
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

/** An event: which nouns changed, by their ids; or that everything is to be read anew, which has no place to go on from. */
const eventOf = (news: News | 'everything') =>
  news === 'everything'
    ? `id: ${NOWHERE}\nevent: everything\ndata: {}\n\n`
    : `id: ${news.id}\nevent: changed\ndata: ${JSON.stringify({ nouns: news.nouns, topics: news.topics })}\n\n`
