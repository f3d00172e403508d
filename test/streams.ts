/** Reads a space's event stream (server-sent events) as a browser does. */
import { afterwards } from './afterwards.ts'
import { type Door, ORIGIN } from './door.ts'

/** An open stream and all it has received. */
export interface Stream {
  status: number
  /** The received text, byte for byte. */
  text(): string
  /** The received events, with their nouns and topics; without these, everything may have changed. */
  news(): { id: string; event: string; nouns: Record<string, string[]>; topics: string[] }[]
  /** Resolves once the stream is over. */
  over: Promise<void>
  leave(): Promise<void>
}

/** Opens the stream of a space with somebody's cookie. */
export async function streamOf(
  door: Door,
  cookie: string,
  { space = 'team', after = '', address = '' } = {},
): Promise<Stream> {
  const headers = { host: 'whorl.test', cookie, ...(after && { 'last-event-id': after }) }
  const response = await door.app.request(new Request(`${ORIGIN}/api/${space}/live${address}`, { headers }))
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  const over = (async () => {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
      if (done) return
      text += decoder.decode(value, { stream: true })
    }
  })()
  afterwards(async () => void (await reader?.cancel().catch(() => undefined)))
  return {
    status: response.status,
    text: () => text,
    news: () => text.split('\n\n').flatMap(newsIn),
    over,
    leave: async () => void (await reader?.cancel()),
  }
}

function newsIn(block: string) {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? ''
  if (!field('event')) return []
  const { nouns = {}, topics = [] } = JSON.parse(field('data'))
  return [{ id: field('id'), event: field('event'), nouns, topics }]
}
