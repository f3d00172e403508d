import { readRequestBody } from '@modelcontextprotocol/sdk/server/requestBody.js'
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import { type Agent, isIntricateJson, type Perform, tooIntricate } from '../ba/index.ts'
import type { Hands } from './connection.ts'
import { speak } from './speak.ts'
import { withoutNulls } from './without-nulls.ts'

/** The dependencies for agents over HTTP. */
interface Network extends Hands {
  perform: Perform
  agent: (key: string) => Promise<Agent | null>
  /** The public address, if configured; otherwise taken from the request. */
  url: string | undefined
  /** The host names that are accepted, or null for any. */
  names: readonly string[] | null
}

const MOST_BYTES = 8 * 1024 * 1024

/**
 * Answers agents by streamable HTTP without sessions or streams. The bearer key alone identifies
 * the agent; cookies are ignored.
 */
export function agentsByHttp(network: Network): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!calledByName(request, network.names)) return no(403, 'This server is not called that. Set WHORL_URL if it is.')
    const [, key] = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? []
    const agent = key ? await network.agent(key) : null
    if (!agent)
      return no(401, 'Send the key of an agent: make one in Whorl, on your own page.', {
        'www-authenticate': challenge(key),
      })
    if (request.method !== 'POST') return no(405, 'Only POST is answered here.', { allow: 'POST' })
    const body = await textOf(request)
    if (body === null) return no(413, 'The message is larger than 8 MiB.')
    if (isIntricateJson(body)) return no(413, `${tooIntricate().problem} ${tooIntricate().remedy}`)
    const { name, space, session } = agent
    const server = speak(
      {
        agent: name,
        does: (act, input) => network.perform({ act, space, input, by: session, door: 'mcp' }),
        address: async () => `${network.url ?? new URL(request.url).origin}/${space}`,
      },
      network,
    )
    const transport = new WebStandardStreamableHTTPServerTransport({
      enableJsonResponse: true,
    })
    await server.connect(transport)
    try {
      return await transport.handleRequest(withoutBody(request), { parsedBody: withoutNulls(parsed(body)) })
    } finally {
      await server.close()
    }
  }
}

/** The text of a body; null for one that is too large, and empty for one that breaks off. */
async function textOf(request: Request): Promise<string | null> {
  try {
    const body = await readRequestBody(request, MOST_BYTES)
    return body.tooLarge ? null : body.text
  } catch {
    return ''
  }
}

/** What a body says, or undefined where it is no JSON: the transport then refuses the empty body it gets. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/**
 * The request for the transport, which refuses a client that does not accept both JSON and a stream
 * of events. Only JSON is ever sent, so whatever the client says of the rest is no matter.
 */
function withoutBody({ url, method, headers }: Request): Request {
  const accepting = new Headers(headers)
  accepting.set('accept', 'application/json, text/event-stream')
  return new Request(url, { method, headers: accepting })
}

const challenge = (key: string | undefined) => `Bearer realm="Whorl"${key ? ', error="invalid_token"' : ''}`

/**
 * Checks Host against DNS rebinding, by which a web page reaches this machine under its own name.
 */
function calledByName(request: Request, names: readonly string[] | null): boolean {
  const host = `http://${request.headers.get('host')}`
  return names === null || (URL.canParse(host) && names.includes(new URL(host).hostname))
}

const no = (status: number, message: string, headers: Record<string, string> = {}) =>
  Response.json({ jsonrpc: '2.0', error: { code: -32_000, message }, id: null }, { status, headers })
