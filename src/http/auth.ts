import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { ADDRESS_HEADER, absent, canBeKept, entry, Refusal, unfit } from '../ba/index.ts'
import { addressOf } from './client-address.ts'
import { answerRefusal } from './errors.ts'
import type { Seen } from './guard.ts'
import { readJson } from './input.ts'
import type { Ports } from './ports.ts'

/** The exposed routes of better-auth and their input; accounts are made only by an invitation. */
const open: Record<string, z.ZodObject> = {
  '/sign-in/email': z.object({ email: z.string(), password: z.string(), rememberMe: z.boolean().optional() }),
  '/sign-out': z.object({}),
  '/get-session': z.object({}),
  '/change-password': z.object({
    currentPassword: z.string(),
    newPassword: z.string(),
    revokeOtherSessions: z.boolean().optional(),
  }),
}

/** Routes for signing in and out, and for entering with an invitation. */
export function authDoor({ signIn, requests, proxies = () => false }: Ports): Hono<Seen> {
  const app = new Hono<Seen>()
  /** The request's headers with the client's address; one that the client sends is overwritten. */
  const withAddress = (c: Context<Seen>): Headers => {
    const headers = new Headers(c.req.raw.headers)
    headers.set(ADDRESS_HEADER, addressOf(c, proxies))
    return headers
  }
  app.use((c, next) => {
    requests.ofAddress(addressOf(c, proxies))
    return next()
  })
  app.post('/invitation', async (c) =>
    c.json(await signIn.invitation((await bodyAs(c, z.object({ token: entry.shape.token }))).token)),
  )
  app.post('/enter', async (c) => {
    const given = await bodyAs(c, entry)
    const me = await signIn.whoIs(c.req.header('cookie'))
    const { space, cookies } = await signIn.enter(given, withAddress(c), me)
    for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
    return c.json({ space })
  })
  app.all('/*', async (c) => {
    const path = c.req.path.slice('/api/auth'.length)
    const schema = Object.hasOwn(open, path) ? open[path] : undefined
    if (!schema) throw absent('address', 'address')
    const { method, url } = c.req.raw
    const body = method === 'POST' ? JSON.stringify(await bodyAs(c, schema)) : null
    const headers = withAddress(c)
    if (body) headers.set('content-type', 'application/json')
    headers.delete('content-length')
    // The guard has accepted the origin, which behind a proxy is not the one that was asked here.
    const here = new URL(new URL(url).pathname + new URL(url).search, headers.get('origin') ?? url)
    const answer = await signIn.handle(new Request(here, { method, headers, body }))
    return answer.ok ? answer : answerRefusal(await refusalFrom(answer))
  })
  return app
}

async function bodyAs<T>(c: Context<Seen>, schema: z.ZodType<T>): Promise<T> {
  const body = readJson(await c.req.text(), 'Send one object.')
  const texts = Object.values(typeof body === 'object' && body ? body : {}).filter((one) => typeof one === 'string')
  if (!texts.every(canBeKept)) {
    throw unfit('body', 'It holds a character that cannot be kept (U+0000, or half of a pair).', 'Take it out.')
  }
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const problem =
    issue?.code === 'invalid_type' ? 'is missing or of the wrong kind' : (issue?.message ?? 'does not fit')
  throw unfit(issue?.path.join('.') || 'body', `It ${problem}.`, 'Write it otherwise.')
}

async function refusalFrom(answer: Response): Promise<Refusal> {
  if (answer.status === 429) {
    return new Refusal('too-many', { problem: 'These were many tries.', remedy: 'Wait a minute, then try again.' })
  }
  if (answer.status === 401) {
    return new Refusal('not-yours', {
      field: 'password',
      problem: 'The address and the password do not go together.',
      remedy: 'Write them again; case counts in the password.',
    })
  }
  const body = (await answer.json().catch(() => ({}))) as { message?: string }
  return unfit('body', `${(body.message ?? 'It does not fit').replace(/\.$/, '')}.`, 'Check what you sent.')
}
