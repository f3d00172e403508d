import type { Context, Next } from 'hono'
import { Refusal } from '../ba/index.ts'
import { answerRefusal } from './errors.ts'

/** Hono's types for a request: the client's address, and whether the guard's headers are set. */
export interface Seen {
  Bindings: { incoming?: { socket: { remoteAddress?: string } } }
  /** Whether the response has the guard's headers already. */
  Variables: { guarded?: boolean }
}

const HEADERS: Record<string, string> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Middleware that refuses cross-origin writes and sets the security headers. `site` is the origin
 * that people use where a proxy stands in front, which may have rewritten Host.
 */
export const guardFor =
  (site: string | undefined) =>
  async (c: Context<Seen>, next: Next): Promise<void> => {
    if (READING.has(c.req.method) || sameOrigin(c, site)) await next()
    else c.res = answerRefusal(fromElsewhere(site))
    if (c.get('guarded')) return
    for (const name in HEADERS) c.res.headers.set(name, HEADERS[name] as string)
    if (/^\/(api\/|mcp\/?$)/.test(c.req.path)) c.res.headers.set('cache-control', 'no-store')
  }

const fromElsewhere = (site = 'the address of this Whorl') =>
  new Refusal('not-yours', {
    field: 'origin',
    problem: 'This came from a page of another site, or does not say from where.',
    remedy: `Use it at its own address, and send an Origin header that is ${site}.`,
  })

const JSON_HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store', ...HEADERS }

/**
 * Answers with JSON and the guard's headers at once: the fastest path, for the most frequent
 * requests.
 */
export function guarded(c: Context<Seen>, json: string, more?: Record<string, string>): Response {
  c.set('guarded', true)
  return new Response(json, { headers: more ? { ...JSON_HEADERS, ...more } : JSON_HEADERS })
}

/**
 * Browsers attach cookies to cross-site requests, so writes with a cookie need our own origin; a
 * bearer token does not.
 */
function sameOrigin(c: Context<Seen>, site: string | undefined): boolean {
  const origin = c.req.header('origin')
  if (origin === undefined) return c.req.header('cookie') === undefined
  // A proxy may have rewritten Host to a name that another site has, too.
  if (site !== undefined) return origin === site
  return URL.canParse(origin) && new URL(origin).host === c.req.header('host')
}
