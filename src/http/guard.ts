import type { Context, Next } from 'hono'
import { Refusal } from '../ba/index.ts'
import { answerRefusal } from './errors.ts'

/** What the guard knows of a request besides: where it came from. */
export interface Seen {
  Bindings: { incoming?: { socket: { remoteAddress?: string } } }
  /** Whether the answer has all that the guard would add. */
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

/** Stands at the door: a page of another origin may send nothing here, and what goes out says what a browser may do with it. */
export async function guard(c: Context<Seen>, next: Next): Promise<void> {
  if (READING.has(c.req.method) || sameOrigin(c)) await next()
  else c.res = answerRefusal(fromElsewhere())
  if (c.get('guarded')) return
  for (const name in HEADERS) c.res.headers.set(name, HEADERS[name] as string)
  if (/^\/(api\/|mcp$)/.test(c.req.path)) c.res.headers.set('cache-control', 'no-store')
}

const fromElsewhere = () =>
  new Refusal('not-yours', {
    field: 'origin',
    problem: 'This came from a page of another site, or does not say from where.',
    remedy: 'Send an Origin header that is the address of this Whorl.',
  })

const JSON_HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store', ...HEADERS }

/** Answers with JSON that needs no more from the guard: as quick as an answer can be, for what is asked for most. */
export function guarded(c: Context<Seen>, json: string, more?: Record<string, string>): Response {
  c.set('guarded', true)
  return new Response(json, { headers: more ? { ...JSON_HEADERS, ...more } : JSON_HEADERS })
}

/** A cookie goes along with whatever a browser sends, so what writes must come from our own pages. A token does not. */
function sameOrigin(c: Context<Seen>): boolean {
  const origin = c.req.header('origin')
  if (origin === undefined) return c.req.header('cookie') === undefined
  return URL.canParse(origin) && new URL(origin).host === c.req.header('host')
}
