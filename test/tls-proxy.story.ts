/** Behind a proxy that ends TLS everything works as without one, however the proxy writes Host. */
import { request as plainRequest } from 'node:http'
import { createServer, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { afterwards } from './afterwards.ts'
import { selfSigned } from './self-signed.ts'
import { serve } from './served.ts'

const NAME = 'whorl.example.org'
const { key, cert } = selfSigned(NAME)

/** A proxy on this machine that ends TLS and passes on to a port; `host` is what it makes of Host. */
async function proxyTo(port: number, host: (given: string) => string): Promise<number> {
  const proxy = createServer({ key, cert }, (asked, answer) => {
    const from = `${asked.headers['x-forwarded-for'] ?? ''}, ${asked.socket.remoteAddress}`
    const told = { host: host(asked.headers.host ?? ''), 'x-forwarded-proto': 'https', 'x-forwarded-for': from }
    const { method, url, headers } = asked
    const passed = plainRequest({ host: 'localhost', port, method, path: url, headers: { ...headers, ...told } })
    passed.on('response', (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers)
      answer.flushHeaders()
      given.pipe(answer)
    })
    passed.on('error', () => answer.destroy())
    answer.on('close', () => passed.destroy())
    asked.pipe(passed)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  afterwards(() => {
    proxy.closeAllConnections()
    return new Promise<void>((resolve) => proxy.close(() => resolve()))
  })
  return (proxy.address() as AddressInfo).port
}

interface Told {
  method?: string
  cookie?: string
  origin?: string | null
  headers?: Record<string, string>
  body?: unknown
  /** Ends once this stands in the answer. */
  until?: string
}

/** A browser's requests to the site, which is reached at the proxy's port. */
function visits(site: string, port: number) {
  return (path: string, { method = 'POST', cookie, origin = site, headers, body, until }: Told = {}) =>
    new Promise<{ status: number; cookie: string; text: string }>((resolve, reject) => {
      const sent = request({
        host: '127.0.0.1',
        port,
        servername: NAME,
        ca: cert,
        method,
        path,
        headers: {
          host: new URL(site).host,
          ...(origin !== null && method !== 'GET' && { origin }),
          ...(cookie && { cookie }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
      })
      sent.on('error', reject)
      sent.on('response', (answer) => {
        const cookies = (answer.headers['set-cookie'] ?? []).filter((one) => one.includes('session_token'))
        let text = ''
        const done = () =>
          resolve({ status: answer.statusCode ?? 0, cookie: cookies.join('; ').split(';')[0] ?? '', text })
        answer.setEncoding('utf8').on('data', (part) => {
          text += part
          if (until === undefined || !text.includes(until)) return
          done()
          sent.destroy()
        })
        answer.on('end', done)
      })
      sent.end(body === undefined ? undefined : JSON.stringify(body))
    })
}

const hosts: [string, (given: string) => string][] = [
  ['kept', (given) => given],
  ['rewritten to where it passes on', () => 'localhost:4747'],
  ['rewritten to a name of its own', () => 'whorl_backend'],
]
const sites = [`https://${NAME}`, `https://${NAME}:8443`]

test.each(hosts.flatMap(([how, host]) => sites.map((site) => ({ how, host, site }))))(
  'At $site, with Host $how, one comes in, goes out, acts, hears, and lets an agent in',
  async ({ host, site }) => {
    const { url, foundingLink, faults } = await serve({ site })
    const visit = visits(site, await proxyTo(Number(new URL(url).port), host))
    const password = 'Mara likes long walks'
    const token = foundingLink.split('#')[1]
    const given = { token, name: 'Mara', email: 'mara@example.org', password, spaceName: 'Edge team' }
    const entered = await visit('/api/auth/enter', { body: given })
    expect([entered.status, entered.cookie]).toEqual([200, expect.stringContaining('__Secure-whorl.session_token=')])
    expect((await visit('/api/auth/sign-out', { cookie: entered.cookie, body: {} })).status).toBe(200)
    expect((await visit('/api/edge-team/today', { cookie: entered.cookie, body: {} })).status).toBe(401)
    const { status, cookie } = await visit('/api/auth/sign-in/email', { body: { email: given.email, password } })
    expect([status, cookie]).toEqual([200, expect.stringContaining('__Secure-')])
    const changed = { currentPassword: password, newPassword: `${password} at night` }
    expect((await visit('/api/auth/change-password', { cookie, body: changed })).status).toBe(200)
    // An act, and the stream that tells of it.
    const stream = visit('/api/edge-team/live', { method: 'GET', cookie, until: '"topic"' })
    const asked = { title: 'Cache purge', area: 'open' }
    const started = await visit('/api/edge-team/start-topic', { cookie, body: asked })
    expect(started.status).toBe(200)
    expect((await stream).text).toContain('"topic"')
    // An agent, which sends no Origin.
    const { secret } = JSON.parse(
      (await visit('/api/edge-team/make-agent-key', { cookie, body: { name: 'Robin' } })).text,
    )
    const initialize = {
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
    }
    const headers = { authorization: `Bearer ${secret}`, accept: 'application/json, text/event-stream' }
    const agent = await visit('/mcp', { origin: null, headers, body: initialize })
    expect([agent.status, JSON.parse(agent.text).result.serverInfo.name]).toEqual([200, expect.any(String)])
    // Another site's page is refused as ever.
    const others = ['https://elsewhere.example', `http://${NAME}`, `https://${NAME}.elsewhere.example`, 'null']
    // So is one that is called what the proxy makes of Host, and the site at another port.
    const passedOn = [`http://${host(new URL(site).host)}`, `https://${NAME}:9443`]
    for (const origin of [...others, ...passedOn]) {
      const refused = await visit('/api/edge-team/start-topic', { cookie, origin, body: { ...asked, title: 'No' } })
      expect([origin, refused.status, JSON.parse(refused.text).error.field]).toEqual([origin, 403, 'origin'])
    }
    for (const origin of passedOn)
      for (const [path, body] of [
        ['sign-out', {}],
        ['sign-in/email', { email: given.email, password }],
        ['change-password', changed],
      ] as const)
        expect([path, (await visit(`/api/auth/${path}`, { cookie, origin, body })).status]).toEqual([path, 403])
    expect((await visit('/api/auth/sign-out', { cookie, origin: 'https://elsewhere.example', body: {} })).status).toBe(
      403,
    )
    expect((await visit('/mcp', { origin: 'https://elsewhere.example', headers, body: initialize })).status).toBe(403)
    expect(faults).toEqual([])
  },
)
