/** The HTTP app of a house, called without a port, with sessions of the test's people. */
import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import { openDoor } from '../src/http/index.ts'
import type { Ports } from '../src/http/ports.ts'
import { agentsByHttp } from '../src/mcp/index.ts'
import type { House, Somebody } from './house.ts'
import { root } from './source.ts'

/** The secret with which `house.ts` opens a house. */
const SECRET = 'a secret of this test'
export const ORIGIN = 'http://whorl.test'

/** A response whose body has been read. */
export interface Answer {
  status: number
  headers: Headers
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of the answer it expects.
  json: any
}

/** How a request differs from a plain GET of our own pages. */
export interface Sent {
  method?: string
  cookie?: string
  headers?: Record<string, string>
  body?: BodyInit
}

/** The HTTP app with helpers for requests. */
export interface Door {
  app: ReturnType<typeof openDoor>
  fetch(path: string, sent?: Sent): Promise<Answer>
  /** Does an act by POST with somebody's cookie. */
  does(who: string, space: string, act: string, input: unknown): Promise<Answer>
  /** Makes a session for a person and returns its cookie. */
  signIn(who: Pick<Somebody, 'id'>, until?: string): Promise<string>
  faults: { id: string; what: string; error: unknown }[]
}

/** Opens the HTTP app of a house. */
export function doorOf(house: House, more: Partial<Ports> = {}): Door {
  const faults: Door['faults'] = []
  let ids = 0
  const ports = { newId: () => `fault-${++ids}`, log: (fault: Door['faults'][number]) => void faults.push(fault) }
  const { signIn } = house.whorl
  const app = openDoor({
    ...house.whorl,
    agents: agentsByHttp({
      ...house.whorl,
      ...ports,
      agent: signIn.agent,
      url: undefined,
      names: ['whorl.test', '127.0.0.1'],
    }),
    web: join(root, 'dist/web'),
    ownerToken: 'the owner of the folder',
    ...ports,
    ...more,
  })
  const fetch: Door['fetch'] = async (path, { method = 'GET', cookie, headers, body } = {}) => {
    const own = { host: 'whorl.test', ...(method !== 'GET' && { origin: ORIGIN }), ...(cookie && { cookie }) }
    const init = { method, headers: { ...own, ...headers }, ...(body !== undefined && { body }) }
    const response = await app.request(new Request(ORIGIN + path, init))
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: parse(text) }
  }
  return {
    app,
    fetch,
    faults,
    does: (cookie, space, act, input) =>
      fetch(`/api/${space}/${act}`, {
        method: 'POST',
        cookie,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      }),
    signIn: async ({ id }, until = '2099-01-01T00:00:00.000Z') => {
      const token = `token-of-${id}-${++ids}`
      const row = { id: token, token, person_id: id, expires_at: until, ip_address: null, user_agent: null }
      const at = house.now()
      await house.whorl.store.db
        .insertInto('login')
        .values({ ...row, created_at: at, updated_at: at })
        .execute()
      return cookieFor(token)
    },
  }
}

/** The cookie of a session, signed as better-auth signs it. */
export function cookieFor(token: string, secret = SECRET): string {
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `whorl.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
