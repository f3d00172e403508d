import type { Store } from '../store/index.ts'
import type { Person } from './act.ts'
import { ADDRESS_HEADER, type SignInSettings } from './better-auth.ts'
import { openDeviceCookie } from './device-cookie.ts'
import { emailOf } from './login-rows.ts'
import { openTries } from './tries.ts'

type Handler = (request: Request) => Promise<Response>

/**
 * Wraps better-auth's routes: those that check a password are counted by account, and a browser that
 * signed in is given its device cookie.
 */
export function openCheckedPasswords(
  store: Store,
  settings: SignInSettings,
  whoIs: (cookies: string | undefined) => Promise<Person | null>,
) {
  const tries = openTries(store, settings.secret)
  const devices = openDeviceCookie(settings)
  /** The account whose password a request gives. */
  const accountIn = async (request: Request): Promise<string | undefined> => {
    if (request.method !== 'POST') return undefined
    const { pathname } = new URL(request.url)
    if (pathname.endsWith('/sign-in/email')) return ((await request.clone().json()) as { email: string }).email
    if (!pathname.endsWith('/change-password')) return undefined
    const me = await whoIs(request.headers.get('cookie') ?? undefined)
    return me ? store.read((tx) => emailOf(tx, me.id)) : undefined
  }
  const counted = async (request: Request, handler: Handler): Promise<Response> => {
    const email = await accountIn(request)
    if (email === undefined) return handler(request)
    const device = devices.deviceOf(request.headers.get('cookie'), email)
    const address = request.headers.get(ADDRESS_HEADER) ?? ''
    const answer = await tries(
      { email, device, address, now: settings.now() },
      () => handler(request),
      ({ ok }) => ok,
    )
    if (answer.ok) answer.headers.append('set-cookie', devices.setFor(device ?? settings.newId('unordered'), email))
    return answer
  }
  /** The Set-Cookie header for a browser in which an account was made. */
  const deviceFor = (email: string) => devices.setFor(settings.newId('unordered'), email)
  return { counted, deviceFor }
}
