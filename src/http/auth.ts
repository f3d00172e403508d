import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { ADDRESS_HEADER, absent, entry, Refusal, unfit } from '../ba/index.ts'
import { answerRefusal } from './errors.ts'
import type { Seen } from './guard.ts'
import type { Ports } from './ports.ts'

/** What of better-auth is open: no account is made but by an invitation. */
const OPEN = new Set(['/sign-in/email', '/sign-out', '/get-session', '/change-password'])

/** Signing in and out, and entering with an invitation. */
export function authDoor({ signIn }: Ports): Hono<Seen> {
  const app = new Hono<Seen>()
  app.post('/invitation', async (c) =>
    c.json(await signIn.invitation((await bodyAs(c, z.object({ token: entry.shape.token }))).token)),
  )
  app.post('/enter', async (c) => {
    const given = await bodyAs(c, entry)
    const me = await signIn.whoIs(c.req.header('cookie'))
    const { space, cookies } = await signIn.enter(given, addressed(c), me)
    for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
    return c.json({ space })
  })
  app.all('/*', async (c) => {
    if (!OPEN.has(c.req.path.slice('/api/auth'.length))) throw absent('address', 'address')
    const answer = await signIn.handle(new Request(c.req.raw, { headers: addressed(c) }))
    return answer.ok ? answer : answerRefusal(await refusalFrom(answer))
  })
  return app
}

/** The request's headers, with where it came from by the socket's word and nobody else's. */
function addressed(c: Context<Seen>): Headers {
  const headers = new Headers(c.req.raw.headers)
  headers.set(ADDRESS_HEADER, c.env?.incoming?.socket.remoteAddress ?? '127.0.0.1')
  return headers
}

async function bodyAs<T>(c: Context<Seen>, schema: z.ZodType<T>): Promise<T> {
  const body = await c.req.json().catch(() => {
    throw unfit('body', 'It is not JSON.', 'Send one object.')
  })
  const text = JSON.stringify(body)
  if (text.includes('\\u0000')) throw unfit('body', 'It holds the character U+0000.', 'Take it out.')
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
  return unfit('body', `${body.message ?? 'It does not fit'}.`, 'Check what you sent.')
}
