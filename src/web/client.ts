import type { ActName, In, Out } from './contract.ts'
import type { News } from './shown.ts'

/** Why something was not done, as reported by the server or a missing connection. */
export type Refusal = {
  refusal: 'absent' | 'unfit' | 'not-yours' | 'clash' | 'too-many' | 'unavailable' | 'fault' | 'offline'
  field: string | null
  problem: string
  remedy: string
  id?: string
  /** True if the client made it, in the reader's language. */
  own?: boolean
}

/** An error that carries a refusal. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal, because?: { cause: unknown }) {
    super(refusal.problem, because)
    this.refusal = refusal
  }
}

/** Converts a thrown value to a `Refusal`. */
export function refusalIn(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal
  return { refusal: 'fault', field: null, problem: String(error), remedy: '' }
}

/** Whether an error means that nobody is signed in. */
export function isSignedOut(error: unknown): boolean {
  const { refusal, field } = refusalIn(error)
  return refusal === 'not-yours' && field === 'session'
}

/**
 * The output of a writing act and the news of its changes; without news, anything may have changed.
 */
export interface Written<A extends ActName> {
  out: Out<A>
  news: News[] | undefined
}

/** Does a writing act in a space: `const { out, news } = await write('kestrel', 'ask', { topic, words }, key)`. */
export async function write<A extends ActName>(space: string, act: A, input: In<A>, key: string): Promise<Written<A>> {
  const { said, headers } = await answered(addressOf(space, act), posted({ ...input, key }))
  const changed = headers.get('whorl-changed')
  return { out: said as Out<A>, news: changed === null ? undefined : (JSON.parse(changed) as News[]) }
}

/** Calls an act in a space: `await call('kestrel', 'ask', { topic: 'cache-purge', words: 'Why?' })`. */
export function call<A extends ActName>(space: string, act: A, input: In<A>): Promise<Out<A>> {
  return post(addressOf(space, act), input)
}

const addressOf = (space: string, act: ActName) => `/api/${encodeURIComponent(space)}/${act}`

/** The pseudo-space of the house's acts. */
export const house = 'house'

/** Makes an idempotency key for one intention; a repeat with it is harmless. */
export const freshKey = (): string => crypto.randomUUID()

/** An invitation, as shown before it is used. */
export type Invitation = {
  kind: 'found' | 'join'
  spaceName: string | null
  role: string
  invitedBy: string | null
  expiresAt: string
}

/** The requests of signing in, which are no acts. */
export const signIn = {
  withPassword: (email: string, password: string) => post('/api/auth/sign-in/email', { email, password }),
  out: () => post('/api/auth/sign-out', {}),
  who: () => ask<{ user: { name: string } } | null>('/api/auth/get-session', { method: 'GET' }),
  readInvitation: (token: string) => post<Invitation>('/api/auth/invitation', { token }),
  enter: (input: { token: string; name?: string; email?: string; password?: string; spaceName?: string }) =>
    post<{ space: string }>('/api/auth/enter', input),
}

const post = <T>(path: string, body: object): Promise<T> => ask(path, posted(body))

const posted = (body: object): RequestInit => ({
  method: 'POST',
  headers: {
    'content-type': 'application/json',
    // Read anew each time: whoever travels takes the page along.
    'whorl-zone': Intl.DateTimeFormat().resolvedOptions().timeZone,
  },
  body: JSON.stringify(body),
})

const ask = async <T>(path: string, how: RequestInit): Promise<T> => (await answered(path, how)).said as T

const MOST_WAITS = 5
const MOST_WAIT_SECONDS = 10

/** Sends a request; one that came too soon, as in a long import, again after the time that the server names. */
async function answered(
  path: string,
  how: RequestInit,
  waits = MOST_WAITS,
): Promise<{ said: object | null; headers: Headers }> {
  const answer = await fetch(path, how).catch(offline)
  const seconds = Number(answer.status === 429 && answer.headers.get('retry-after'))
  if (seconds > 0 && seconds <= MOST_WAIT_SECONDS && waits > 0) {
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    return answered(path, how, waits - 1)
  }
  const said = jsonIn(await answer.text().catch(offline))
  if (!answer.ok || said === undefined) throw new Refused(readRefusal(answer.status, said ?? {}))
  return { said, headers: answer.headers }
}

/** Throws the refusal for a lost request or answer. */
function offline(cause: unknown): never {
  throw new Refused({ refusal: 'offline', field: null, problem: '', remedy: '' }, { cause })
}

/** Parses an answer as JSON; undefined if it is none, as from a proxy that answers in HTML. */
function jsonIn(text: string): object | null | undefined {
  try {
    return JSON.parse(text || '{}')
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function readRefusal(status: number, said: { error?: Partial<Refusal>; message?: string }): Refusal {
  const none = { field: null, problem: said.message ?? '', remedy: '' }
  if (said.error?.refusal) return { ...none, refusal: said.error.refusal, ...said.error }
  if (status === 401 || status === 403) return { ...none, refusal: 'not-yours' }
  if (status === 429) return { ...none, refusal: 'too-many' }
  return { ...none, refusal: status >= 400 && status < 500 ? 'unfit' : 'fault' }
}
