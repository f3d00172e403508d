/** A local stand-in for a language model: scripted replies in OpenAI's and Anthropic's format. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ModelSaid, modelSaidBy } from '../src/model/index.ts'
import { afterwards } from './afterwards.ts'

/** A request that the stand-in received. */
export interface ReceivedRequest {
  path: string
  headers: IncomingMessage['headers']
  body: string
  /** The evidence in the prompt, in order. */
  says: string[]
}

/** A model's text with its finish reason, or an HTTP error status. */
export type Reply = { text: string; ended?: 'stop' | 'length' } | { status: number }

/** A reply, or a function that makes one, or responds by itself, or lets the request hang. */
export type Answering = Reply | ((heard: ReceivedRequest, response: ServerResponse) => Reply | undefined)

/** A running stand-in. */
export interface StandIn {
  url: string
  heard: ReceivedRequest[]
  /** Sets the replies to the next requests; the last one repeats. */
  answers(...replies: Answering[]): void
  /** The model's settings as from an operator's environment, without pauses between tries. */
  model(more?: Record<string, string>): ModelSaid
}

/** Opens a stand-in; it closes when the test is over. */
export async function openStandIn(): Promise<StandIn> {
  const heard: ReceivedRequest[] = []
  let replies: Answering[] = [{ status: 500 }]
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => {
      body += part
    })
    request.on('end', () => {
      const one = { path: request.url ?? '', headers: request.headers, body, says: evidenceIn(body) }
      heard.push(one)
      const reply = replies.length > 1 ? replies.shift() : replies[0]
      send(response, one, typeof reply === 'function' ? reply(one, response) : reply)
    })
  })
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  afterwards(async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  return {
    url,
    heard,
    answers: (...next) => {
      replies = next
    },
    model: (more = {}) => {
      const said = modelSaidBy({
        WHORL_MODEL_URL: url,
        WHORL_MODEL_NAME: 'stand-in',
        WHORL_MODEL_KEY: 'a secret key',
        ...more,
      })
      if (!said) throw new Error('The environment gives a model.')
      return { ...said, pauseMs: 0 }
    },
  }
}

function send(response: ServerResponse, { path, body }: ReceivedRequest, reply: Reply | undefined): void {
  if (reply === undefined) return
  response.writeHead('status' in reply ? reply.status : 200, { 'content-type': 'application/json' })
  if ('status' in reply) response.end('{"error":{"message":"no","type":"no"}}')
  else response.end(JSON.stringify(path.endsWith('/messages') ? anthropic(reply, body) : openAi(reply)))
}

type Text = { text: string; ended?: 'stop' | 'length' }

const openAi = ({ text, ended = 'stop' }: Text) => ({
  id: 'one',
  object: 'chat.completion',
  created: 1,
  model: 'stand-in',
  choices: [{ index: 0, finish_reason: ended, message: { role: 'assistant', content: text } }],
  usage: { prompt_tokens: 1000, completion_tokens: 200, total_tokens: 1200 },
})

/** Anthropic's older models give structured output as a call of a tool with its schema. */
const anthropic = ({ text, ended = 'stop' }: Text, body: string) => ({
  id: 'one',
  type: 'message',
  role: 'assistant',
  model: 'stand-in',
  content: body.includes('"tools"')
    ? [{ type: 'tool_use', id: 'one', name: 'json', input: JSON.parse(text) }]
    : [{ type: 'text', text }],
  stop_reason: ended === 'length' ? 'max_tokens' : body.includes('"tools"') ? 'tool_use' : 'end_turn',
  stop_sequence: null,
  usage: { input_tokens: 1000, output_tokens: 200 },
})

/** The evidence in a request body, at any depth. */
function evidenceIn(body: string): string[] {
  const texts: string[] = []
  const collect = (one: unknown): void => {
    if (typeof one === 'string' && one.includes('"evidence"')) texts.push(one)
    else if (one && typeof one === 'object') for (const inner of Object.values(one)) collect(inner)
  }
  collect(JSON.parse(body || '{}'))
  const evidenceText = texts.find((text) => text.startsWith('{'))
  return evidenceText
    ? (JSON.parse(evidenceText) as { evidence: { says: string }[] }).evidence.map(({ says }) => says)
    : []
}

/** A reply in the schema of a written page: sentences with the numbers of their evidence. */
export const page = (...sentences: [text: string, ...cites: number[]][]): Reply => ({
  text: JSON.stringify({
    summary: { text: sentences[0]?.[0] ?? '', cites: sentences[0]?.slice(1) ?? [] },
    blocks: [{ heading: '', steps: false, sentences: sentences.map(([text, ...cites]) => ({ text, cites })) }],
  }),
})
