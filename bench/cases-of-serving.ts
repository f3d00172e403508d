/** Situations of the doors themselves: agents, and a proxy in front. */
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type CaseFiles, expected, type Situation } from './case-ground.ts'
import { startWhorl, untilSaid } from './server.ts'

const discovered = ['oauth-authorization-server', 'oauth-protected-resource', 'openid-configuration']
const LONG = 700_000
/** What clients take is 25,000 tokens, of some four letters each. */
const MOST_LETTERS = 100_000

/** The situations of serving. */
export const casesOfServing: readonly Situation[] = [
  {
    name: 'mcp-details',
    expects: async (files) => {
      const origin = `http://127.0.0.1:${files.server.port}`
      const statuses = await Promise.all(
        discovered.map(async (one) => (await fetch(`${origin}/.well-known/${one}`)).status),
      )
      const call = await agent(files)
      const list = { method: 'tools/list', params: {} }
      const search = { method: 'tools/call', params: { name: 'list-topics', arguments: null } }
      return [
        expected('discovery', 'there is no OAuth', statuses, [404, 404, 404]),
        expected('mcp', 'Accept: application/json', (await call(list, { accept: 'application/json' })).status, 200),
        expected('mcp', 'Accept: */*', (await call(list, { accept: '*/*' })).status, 200),
        expected('mcp', 'a trailing slash', (await call(list, {}, '/mcp/')).status, 200),
        expected('mcp', 'null for no arguments', 'error' in (await call(search)).body, false),
      ]
    },
  },
  {
    name: 'mcp-long-source',
    expects: async (files) => {
      const space = await files.space()
      const line = 'The pump of the north tank is greased on the first Monday, and its log is signed.\n'
      const text = line.repeat(Math.ceil(LONG / line.length))
      const { source } = (await space.does('import-source', { name: 'pumps.md', text })) as { source: string }
      const call = await agent(files, space.slug)
      const fetched = { method: 'tools/call', params: { name: 'fetch', arguments: { id: `source:${source}` } } }
      const { text: first } = await call(fetched)
      return [
        expected('mcp', 'a part fits a model', first.length < MOST_LETTERS, true),
        expected('mcp', 'it can be gone on with', /next/.test(first), true),
      ]
    },
  },
  {
    name: 'tls-proxy',
    expects: async (files) => {
      const site = 'https://whorl.example.org'
      const PORT = String(await freePort())
      const server = await startWhorl(join(files.made, 'data'), undefined, { WHORL_URL: site, PORT })
      const proxy = await proxyTo(server.port)
      try {
        const token = (await untilSaid(server, /\S+\/enter#\S+/)).split('#')[1]
        const visit = visitor(proxy.port, site)
        const password = 'Mara likes long walks'
        const who = { email: 'mara@example.org', password }
        const entered = await visit('/api/auth/enter', { token, name: 'Mara', spaceName: 'Proxied', ...who })
        const out = await visit('/api/auth/sign-out', {}, entered.cookie)
        const back = await visit('/api/auth/sign-in/email', who)
        const newPassword = `${password} at night`
        const changed = await visit(
          '/api/auth/change-password',
          { currentPassword: password, newPassword },
          back.cookie,
        )
        const wrong = await Promise.all(
          Array.from({ length: 10 }, () =>
            visit('/api/auth/sign-in/email', { ...who, password: 'no such words' }, '', '203.0.113.9'),
          ),
        )
        const other = await visit(
          '/api/auth/sign-in/email',
          { ...who, password: newPassword },
          back.device,
          '203.0.113.7',
        )
        return [
          expected(
            'sign-in',
            'in, out, in, changed',
            [entered, out, back, changed].map(({ status }) => status),
            [200, 200, 200, 200],
          ),
          expected(
            'sign-in',
            'wrong words do not come in',
            wrong.some(({ status }) => status === 200),
            false,
          ),
          expected('sign-in', 'ten mistakes elsewhere shut nobody out', other.status, 200),
        ]
      } finally {
        await proxy.stop()
        await server.stop()
      }
    },
  },
]

/** A port on which nothing listens now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Speaks MCP to a space with a new agent's key. */
async function agent(files: CaseFiles, slug = files.owner.space) {
  const { secret } = await files.owner.does('make-agent-key', { name: `Robin of ${slug}` }, slug)
  return async (asked: object, headers: Record<string, string> = {}, path = '/mcp') => {
    const answer = await fetch(`http://127.0.0.1:${files.server.port}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${secret}`,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        ...headers,
      },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, ...asked }),
    })
    const text = await answer.text()
    return { status: answer.status, text, body: answer.ok ? JSON.parse(text) : {} }
  }
}

/** A proxy on the loopback that has ended TLS: it rewrites Host, as nginx does by default, and names who asks. */
async function proxyTo(port: number) {
  const proxy = createServer((asked, answer) => {
    const headers = { ...asked.headers, host: `127.0.0.1:${port}`, 'x-forwarded-proto': 'https' }
    const passed = request({ host: '127.0.0.1', port, method: asked.method, path: asked.url, headers })
    passed.on('response', (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers)
      given.pipe(answer)
    })
    passed.on('error', () => answer.destroy())
    asked.pipe(passed)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return {
    port: (proxy.address() as AddressInfo).port,
    stop: () => {
      proxy.closeAllConnections()
      return new Promise<void>((resolve) => proxy.close(() => resolve()))
    },
  }
}

/** Sends what a browser at the site sends, through the proxy. */
function visitor(port: number, site: string) {
  return async (path: string, body: object, cookie = '', from = '203.0.113.5') => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: { origin: site, 'content-type': 'application/json', 'x-forwarded-for': from, ...(cookie && { cookie }) },
      body: JSON.stringify(body),
    })
    const set = answer.headers.getSetCookie().map((one) => one.split(';')[0] ?? '')
    await answer.arrayBuffer()
    const device = set.filter((one) => one.includes('device')).join('; ')
    return { status: answer.status, cookie: set.join('; '), device }
  }
}
