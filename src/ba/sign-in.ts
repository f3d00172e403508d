import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Store, Tx } from '../store/index.ts'
import type { Person, Recording, Session } from './act.ts'
import { type Agent, agentWith } from './agent-key.ts'
import { type Auth, openAuth, type SignInSettings } from './better-auth.ts'
import { openCheckedPasswords } from './checked-passwords.ts'
import { acceptInvitation, invitationFor } from './invitation.ts'
import { dropPerson, loginByToken } from './login-rows.ts'
import { Refusal, unfit } from './refusal.ts'
import type { Requests } from './requests.ts'
import type { Role } from './role.ts'
import { slugOf } from './slug.ts'
import { line } from './words.ts'

/** The sign-in functions that the doors use. */
export interface SignIn {
  /** Answers better-auth's own routes: signing in and out, changing a password. */
  handle(request: Request): Promise<Response>
  /** The session in a request's Cookie header; refuses a header without one. */
  session(cookies: string | undefined): Session
  /** The person of a request's Cookie header, or null. */
  whoIs(cookies: string | undefined): Promise<Person | null>
  /** The agent that holds a key, or null if there is none or it has ended. */
  agent(key: string): Promise<Agent | null>
  /** The invitation of a token. */
  invitation(token: string): Promise<Invitation>
  /**
   * Uses an invitation with a new account or the signed-in one; returns the space and the cookies
   * to set.
   */
  enter(given: Entry, headers: Headers, me: Person | null): Promise<{ space: string; cookies: string[] }>
}

/** An invitation as shown to the holder of its link. */
export interface Invitation {
  kind: 'found' | 'join'
  spaceName: string | null
  role: Role
  invitedBy: string | null
  expiresAt: string
}

/** The form of somebody who enters with an invitation. */
export const entry = z.object({
  token: line(),
  name: line(80).optional(),
  email: z.email('is not an e-mail address').max(200).optional(),
  password: z.string().min(8, 'has fewer than 8 characters').max(128, 'has more than 128 characters').optional(),
  spaceName: line(60).optional(),
})
export type Entry = z.output<typeof entry>

/**
 * Further dependencies: how journal entries are written, and callbacks for a written one and for
 * changed sessions.
 */
interface Dependencies extends SignInSettings {
  record: Recording
  wrote: () => void
  sessionsChanged: () => Promise<void>
  requests: Requests
}

/**
 * Opens sign-in on a store: better-auth over our tables, loaded on first use, and a session look-up
 * by one prepared statement.
 */
export function openSignIn(store: Store, settings: Dependencies): SignIn {
  let opened: Promise<Auth> | undefined
  const auth = () => {
    opened ??= openAuth(store, settings)
    return opened
  }
  const signedToken = tokenReader(`${settings.secure ? '__Secure-' : ''}whorl.session_token=`, settings.secret)
  const whose = async (tx: Tx, token: string): Promise<Person | null> => {
    const login = await loginByToken(tx, token)
    return login && new Date(login.expires_at).toISOString() > settings.now()
      ? { id: login.id, name: login.name }
      : null
  }
  const whoIs = async (cookies: string | undefined) => {
    const token = cookies && signedToken(cookies)
    return token ? store.read((tx) => whose(tx, token)) : null
  }
  const passwords = openCheckedPasswords(store, settings, whoIs)
  return {
    handle: async (request) => {
      const answer = await passwords.counted(request, async (one) => (await auth()).handler(one))
      // The library says no more of what it failed on; its log does.
      if (answer.status >= 500) throw notNow()
      // Signing out and changing the password end sessions.
      if (request.method !== 'GET') await settings.sessionsChanged()
      return answer
    },
    session: (cookies) => {
      const token = cookies && signedToken(cookies)
      if (!token) throw notSignedIn()
      return countedOnce(settings.requests, async (tx) => {
        const person = await whose(tx, token)
        if (!person) throw notSignedIn()
        return person
      })
    },
    whoIs,
    agent: async (key) => {
      const agent = await agentWith(store, key)
      return agent && { ...agent, session: countedOnce(settings.requests, agent.session.whose) }
    },
    invitation: (token) =>
      store.read(async (tx) => {
        const row = await invitationFor(tx, token, settings.now())
        return {
          kind: row.space_id === null ? 'found' : 'join',
          spaceName: row.spaceName,
          role: row.role as Role,
          invitedBy: row.invitedBy,
          expiresAt: row.expires_at,
        }
      }),
    enter: async (given, headers, me) => {
      // The token is checked before the account is made and used after it: a crash in between
      // leaves both usable.
      const invitation = await store.read((tx) => invitationFor(tx, given.token, settings.now()))
      if (invitation.space_id === null && !given.spaceName) {
        throw unfit('spaceName', 'It is missing.', 'Say what your space is called.')
      }
      if (invitation.space_id === null) slugOf(given.spaceName ?? '', 'spaceName')
      const { person, cookies } = me
        ? { person: me.id, cookies: [] }
        : await newAccount(await auth(), given, headers, passwords.deviceFor)
      try {
        const accepted = { token: given.token, person, spaceName: given.spaceName }
        const space = await store.write((tx) => acceptInvitation(tx, accepted, { ...settings, now: settings.now() }))
        settings.wrote()
        return { space, cookies }
      } catch (error) {
        // The link was used meanwhile: the account that was made for it is deleted.
        if (!me) await store.write((tx) => dropPerson(tx, person))
        throw error
      }
    },
  }
}

/** A session that counts as one request of its person, however often it is looked up. */
function countedOnce(requests: Requests, whose: Session['whose']): Session {
  let isCounted = false
  return {
    whose: async (tx) => {
      const person = await whose(tx)
      if (!isCounted) requests.ofPerson(person.id)
      isCounted = true
      return person
    },
  }
}

const notNow = () =>
  new Refusal('unavailable', { problem: 'This cannot be done just now.', remedy: 'Try again in a moment.' })

async function newAccount(auth: Auth, given: Entry, headers: Headers, deviceFor: (email: string) => string) {
  const { name, email, password } = given
  if (!name) throw unfit('name', 'It is missing.', 'Write the name that others here know you by.')
  if (!email) throw unfit('email', 'It is missing.', 'Write an e-mail address to sign in with.')
  if (!password) throw unfit('password', 'It is missing.', 'Choose one of at least 8 characters.')
  try {
    const made = await auth.api.signUpEmail({ body: { name, email, password }, headers, returnHeaders: true })
    return { person: made.response.user.id, cookies: [...made.headers.getSetCookie(), deviceFor(email)] }
  } catch (error) {
    const { APIError } = await import('better-auth')
    if (!(error instanceof APIError)) throw error
    if (error.statusCode >= 500) throw notNow()
    if (String(error.body?.code).startsWith('USER_ALREADY_EXISTS')) {
      throw unfit('email', 'It has an account here already.', 'Sign in with it, then open your link again.')
    }
    throw unfit('email', error.body?.message ?? 'It could not be used.', 'Check the address and the password.')
  }
}

const notSignedIn = () =>
  new Refusal('not-yours', { field: 'session', problem: 'Nobody is signed in.', remedy: 'Sign in and try again.' })

const MOST_CACHED = 10_000

/**
 * Reads the session token from a Cookie header and checks its signature (HMAC-SHA256, base64, as
 * better-auth signs). Verified signatures are cached, since checking one takes longer than the
 * session look-up, which is done each time.
 */
function tokenReader(name: string, secret: string): (cookies: string) => string | undefined {
  const verified = new Set<string>()
  return (cookies) => {
    let start = cookies.indexOf(name)
    // Skips cookies whose names only end like ours.
    while (start > 0 && !'; '.includes(cookies.charAt(start - 1))) start = cookies.indexOf(name, start + 1)
    if (start < 0) return undefined
    const end = cookies.indexOf(';', start)
    const value = cookies.slice(start + name.length, end < 0 ? undefined : end)
    const [token, signature] = splitSigned(decode(value))
    if (verified.has(value)) return token
    const given = Buffer.from(signature, 'base64')
    const expected = createHmac('sha256', secret).update(token).digest()
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
    if (verified.size >= MOST_CACHED) verified.clear()
    verified.add(value)
    return token
  }
}

/** Splits a signed value at its last dot into value and signature. */
function splitSigned(value: string): [string, string] {
  const dot = value.lastIndexOf('.')
  return [value.slice(0, Math.max(0, dot)), value.slice(dot + 1)]
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}
