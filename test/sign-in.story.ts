/** Signing in over HTTP: the first link, invitations, sessions, and what better-auth thinks of our tables. */
import { getMigrations } from 'better-auth/db/migration'
import { expect, test } from 'vitest'
import { optionsOf } from '../src/ba/better-auth.ts'
import { makeFounding } from '../src/ba/index.ts'
import { proxiesOf } from '../src/http/index.ts'
import { type Answer, cookieFor, type Door, doorOf } from './door.ts'
import { houseOn, openHouse } from './house.ts'

const PASSWORD = 'correct horse battery'

async function opened() {
  const house = await openHouse()
  let ids = 0
  const founding = () =>
    house.whorl.store.write((tx) => makeFounding(tx, { now: house.now(), newId: () => `first-${++ids}` }))
  return { house, door: doorOf(house), founding }
}

const auth = (
  door: Door,
  path: string,
  body: unknown,
  more: { cookie?: string; headers?: Record<string, string> } = {},
) =>
  door.fetch(`/api/auth${path}`, {
    method: 'POST',
    ...more,
    headers: { 'content-type': 'application/json', ...more.headers },
    body: JSON.stringify(body),
  })

const enter = (door: Door, token: string, email: string, more: Record<string, unknown> = {}, cookie?: string) =>
  auth(door, '/enter', { token, name: 'Mara', email, password: PASSWORD, ...more }, cookie ? { cookie } : {})

/** The session's cookie out of an answer, as a browser would send it back. */
const cookieOf = ({ headers }: Answer) =>
  (headers.getSetCookie().find((one) => one.includes('session_token')) ?? '').split(';')[0] ?? ''

const errorOf = ({ status, json }: Answer) => [status, json?.error?.refusal, json?.error?.field]

test('The first link makes its visitor the owner, once', async () => {
  const { door, founding } = await opened()
  const token = await founding()
  expect((await auth(door, '/invitation', { token })).json).toMatchObject({
    kind: 'found',
    role: 'owner',
    spaceName: null,
  })
  expect(errorOf(await enter(door, token, 'mara@example.org'))).toEqual([400, 'unfit', 'spaceName'])
  const entered = await enter(door, token, 'mara@example.org', { spaceName: 'Ours' })
  expect([entered.status, entered.json]).toEqual([200, { space: 'ours' }])
  const cookie = cookieOf(entered)
  const { json } = await door.fetch('/api/house/list-spaces', { cookie })
  expect(json).toMatchObject({
    me: { name: 'Mara', email: 'mara@example.org' },
    spaces: [{ slug: 'ours', role: 'owner' }],
  })
  for (const again of [
    await enter(door, token, 'ben@example.org', { spaceName: 'Mine' }),
    await auth(door, '/invitation', { token }),
  ]) {
    expect(errorOf(again)).toEqual([404, 'absent', 'token'])
  }
})

test('The first link expires after a day, and a newer one takes its place', async () => {
  const { house, door, founding } = await opened()
  const first = await founding()
  const second = await founding()
  expect(errorOf(await auth(door, '/invitation', { token: first }))).toEqual([404, 'absent', 'token'])
  house.later(0.99)
  expect((await auth(door, '/invitation', { token: second })).status).toBe(200)
  house.later(0.02)
  expect(errorOf(await enter(door, second, 'mara@example.org', { spaceName: 'Ours' }))).toEqual([
    404,
    'absent',
    'token',
  ])
})

test('An invitation lets one person in, with its role and into its areas', async () => {
  const { house, door } = await opened()
  const owner = await house.comes('Olga', 'owner')
  const { slug } = await owner.does('make-area', { name: 'Board room' })
  const { path } = await owner.does('invite', { role: 'keeper', areas: [slug] })
  const token = path.split('#')[1] ?? ''
  expect((await auth(door, '/invitation', { token })).json).toMatchObject({
    kind: 'join',
    role: 'keeper',
    spaceName: 'Team',
    invitedBy: 'Olga',
  })
  const entered = await enter(door, token, 'ben@example.org', { name: '山田 花子' })
  expect(entered.json).toEqual({ space: 'team' })
  const cookie = cookieOf(entered)
  const { json } = await door.does(cookie, 'team', 'list-areas', {})
  expect(json.areas.map((area: { slug: string }) => area.slug)).toEqual(['open', slug])
  const { people } = (await door.does(cookie, 'team', 'list-people', {})).json
  expect(people).toContainEqual(expect.objectContaining({ name: '山田 花子', role: 'keeper', me: true }))
  expect(errorOf(await enter(door, token, 'ana@example.org'))).toEqual([404, 'absent', 'token'])
  // No account is left of the one who came too late.
  expect(
    await house.whorl.store.db.selectFrom('person').select('id').where('email', '=', 'ana@example.org').execute(),
  ).toEqual([])

  // Somebody who has an account joins with it.
  const other = await owner.does('invite', {})
  const joined = await auth(
    door,
    '/enter',
    { token: other.path.split('#')[1] },
    { cookie: await door.signIn(await house.comes('Ana', 'reader')) },
  )
  expect(joined.json).toEqual({ space: 'team' })
  expect(joined.headers.getSetCookie()).toEqual([])
})

test('An invitation expires after seven days', async () => {
  const { house, door } = await opened()
  const owner = await house.comes('Olga', 'owner')
  const { path } = await owner.does('invite', {})
  house.later(7.01)
  expect(errorOf(await enter(door, path.split('#')[1] ?? '', 'ben@example.org'))).toEqual([404, 'absent', 'token'])
})

test('Of two people who open one link at once in two processes, one comes in', async () => {
  const { house, door } = await opened()
  const owner = await house.comes('Olga', 'owner')
  const other = await houseOn(house.place, { space: house.space, ids: 'other' })
  const { path } = await owner.does('invite', {})
  const token = path.split('#')[1] ?? ''
  const [ana, ben] = [await house.comes('Ana', 'owner', 'team'), other.here(await house.comes('Ben', 'owner'))]
  await house.whorl.store.db.deleteFrom('membership').where('person_id', 'in', [ana.id, ben.id]).execute()
  const doors = [door, doorOf(other)]
  const cookies = [await door.signIn(ana), await door.signIn(ben)]
  const answers = await Promise.all(doors.map((one, n) => auth(one, '/enter', { token }, { cookie: cookies[n] ?? '' })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404])
  const members = await house.whorl.store.db
    .selectFrom('membership')
    .select('person_id')
    .where('person_id', 'in', [ana.id, ben.id])
    .execute()
  expect(members).toHaveLength(1)
})

test('One address has one account, and one form sent twice makes one', async () => {
  const { house, door } = await opened()
  const owner = await house.comes('Olga', 'owner')
  const tokens = [(await owner.does('invite', {})).path, (await owner.does('invite', {})).path].map(
    (path) => path.split('#')[1] ?? '',
  )
  const answers = await Promise.all(tokens.map((token) => enter(door, token, 'ben@example.org')))
  const accounts = await house.whorl.store.db
    .selectFrom('person')
    .select('id')
    .where('email', '=', 'ben@example.org')
    .execute()
  expect(accounts).toHaveLength(1)
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
  const late = answers.find(({ status }) => status === 400) as Answer
  expect(errorOf(late)).toEqual([400, 'unfit', 'email'])
  // The link of the one that was refused is still good.
  const unused = tokens[answers.indexOf(late)] ?? ''
  expect((await auth(door, '/invitation', { token: unused })).status).toBe(200)
  expect(door.faults).toEqual([])
})

test.each([
  [{ email: 'no address' }, 'email'],
  [{ email: undefined }, 'email'],
  [{ password: 'short' }, 'password'],
  [{ password: 'x'.repeat(129) }, 'password'],
  [{ password: undefined }, 'password'],
  [{ name: undefined }, 'name'],
  [{ name: 'a\nb' }, 'name'],
  [{ name: 'a\0b' }, 'body'],
  [{ name: 'half \ud800' }, 'body'],
  [{ email: 'a\0b@example.org' }, 'body'],
  [{ token: 7 }, 'token'],
  [{ token: '' }, 'token'],
])('Entering with %j is refused with its field', async (given, field) => {
  const { house, door } = await opened()
  const owner = await house.comes('Olga', 'owner')
  const { path } = await owner.does('invite', {})
  const answer = await enter(door, path.split('#')[1] ?? '', 'ben@example.org', given)
  expect(errorOf(answer)).toEqual([400, 'unfit', field])
  for (const words of [answer.json.error.problem, answer.json.error.remedy]) expect(words).toMatch(/^\p{Lu}.*\.$/u)
  expect(door.faults).toEqual([])
})

async function signedUp() {
  const { house, door } = await opened()
  const owner = await house.comes('Olga', 'owner')
  const { path } = await owner.does('invite', {})
  const cookie = cookieOf(await enter(door, path.split('#')[1] ?? '', 'mara@example.org'))
  return { house, door, cookie }
}

test('Cookies are kept from scripts and from other sites', async () => {
  const { door } = await signedUp()
  const { headers } = await auth(door, '/sign-in/email', { email: 'mara@example.org', password: PASSWORD })
  const cookies = headers.getSetCookie()
  expect(cookies.length).toBeGreaterThan(0)
  for (const cookie of cookies) expect(cookie).toMatch(/; HttpOnly/i)
  for (const cookie of cookies) expect(cookie).toMatch(/; SameSite=(Lax|Strict)/i)
})

/** Tries to sign in from an address, as the proxy names it. */
const tryFrom = (door: Door, address: string, email: string, password = 'wrong wrong wrong', cookie = '') =>
  auth(door, '/sign-in/email', { email, password }, { cookie, headers: { 'x-forwarded-for': address } })

/** The cookie of the device out of an answer. */
const deviceOf = ({ headers }: Answer) =>
  (headers.getSetCookie().find((one) => one.startsWith('whorl.device=')) ?? '').split(';')[0] ?? ''

test('A wrong password is refused as an unknown address is, and many tries at one account are too many', async () => {
  const { door } = await signedUp()
  for (const email of ['mara@example.org', 'nobody@example.org']) {
    const tries: Answer[] = []
    for (let n = 0; n < 11; n++) tries.push(await tryFrom(door, `10.0.0.${n}`, n % 2 ? email : email.toUpperCase()))
    for (const one of tries.slice(0, 10)) expect(errorOf(one)).toEqual([403, 'not-yours', 'password'])
    expect(tries[0]?.text).toContain('do not go together')
    expect(errorOf(tries.at(-1) as Answer)).toEqual([429, 'too-many', null])
  }
  // No proxy is trusted here: whoever says that they come from elsewhere is counted all the same.
  const headers = { 'x-whorl-address': '10.9.9.9' }
  const right = await auth(door, '/sign-in/email', { email: 'mara@example.org', password: PASSWORD }, { headers })
  expect(errorOf(right)).toEqual([429, 'too-many', null])
})

/** Two with accounts, behind a proxy that is trusted; Mara is signed in at home. */
async function behindAProxy() {
  const { house, founding } = await opened()
  const door = doorOf(house, { proxies: proxiesOf('loopback') })
  const home = { 'x-forwarded-for': HOME }
  const given = { name: 'Mara', email: 'mara@example.org', password: PASSWORD }
  await auth(door, '/enter', { token: await founding(), ...given, spaceName: 'Ours' }, { headers: home })
  const cookie = cookieOf(await auth(door, '/sign-in/email', given, { headers: home }))
  const invited = await door.does(cookie, 'ours', 'invite', {})
  const token = invited.json.path.split('#')[1]
  await auth(door, '/enter', { token, ...given, name: 'Ben', email: 'ben@example.org' }, { headers: home })
  return { house, door, cookie }
}
const HOME = '203.0.113.7'

test('Ten mistakes of one shut out nobody else, not even at the same address, and the right password makes them forgotten', async () => {
  const { door } = await behindAProxy()
  for (let n = 0; n < 10; n++) await tryFrom(door, HOME, 'mara@example.org')
  expect((await tryFrom(door, HOME, 'mara@example.org', PASSWORD)).status).toBe(429)
  expect((await tryFrom(door, HOME, 'ben@example.org', PASSWORD)).status).toBe(200)
  for (let round = 0; round < 3; round++) {
    for (let n = 0; n < 9; n++) await tryFrom(door, HOME, 'ben@example.org')
    expect((await tryFrom(door, HOME, 'ben@example.org', PASSWORD)).status).toBe(200)
  }
})

test('Sixty addresses get twenty guesses at an account, at once or not, and do not shut out who is signed in there', async () => {
  const { house, door } = await behindAProxy()
  const from = (n: number) => tryFrom(door, `198.51.100.${n}`, 'mara@example.org')
  const tries = [...(await Promise.all(Array.from({ length: 30 }, (_, n) => from(n))))]
  for (let n = 30; n < 60; n++) tries.push(await from(n))
  expect(tries.filter(({ status }) => status === 403)).toHaveLength(20)
  expect(tries.filter(({ status }) => status === 429)).toHaveLength(40)
  // A right guess is refused like a wrong one.
  expect((await tryFrom(door, '198.51.100.99', 'mara@example.org', PASSWORD)).status).toBe(429)
  expect((await tryFrom(door, HOME, 'mara@example.org', PASSWORD)).status).toBe(200)
  expect((await tryFrom(door, '198.51.100.99', 'ben@example.org', PASSWORD)).status).toBe(200)
  house.later(1)
  expect((await tryFrom(door, '198.51.100.99', 'mara@example.org', PASSWORD)).status).toBe(200)
})

test('Who signed in with a browser before signs in with it again while strangers guess, from anywhere', async () => {
  const { door, cookie } = await behindAProxy()
  const device = deviceOf(await tryFrom(door, HOME, 'mara@example.org', PASSWORD))
  const bens = deviceOf(await tryFrom(door, HOME, 'ben@example.org', PASSWORD))
  await auth(door, '/sign-out', {}, { cookie })
  const NEW = '192.0.2.44'
  for (let n = 0; n < 25; n++) await tryFrom(door, `198.51.100.${n}`, 'mara@example.org')
  for (let n = 0; n < 10; n++) await tryFrom(door, NEW, 'mara@example.org')
  const right = (cookie: string) => tryFrom(door, NEW, 'mara@example.org', PASSWORD, cookie)
  // Neither somebody else's device nor one that was made up is hers.
  const [id = '', signature = ''] = device.split('.').slice(1)
  for (const other of ['', bens, `whorl.device=${'x'.repeat(36)}.${signature}`, `x${device}`, `whorl.${id}`])
    expect([other, (await right(other)).status]).toEqual([other, 429])
  const signedIn = await right(device)
  expect([signedIn.status, deviceOf(signedIn)]).toEqual([200, device])
  expect((await right(`a=1; ${bens}; ${device}`)).status).toBe(200)
  // From a device, too, ten mistakes are enough.
  for (let n = 0; n < 10; n++) {
    const wrong = await tryFrom(door, `192.0.2.${n}`, 'mara@example.org', undefined, device)
    expect([wrong.status, deviceOf(wrong)]).toEqual([403, ''])
  }
  expect((await right(device)).status).toBe(429)
})

test('Whoever makes an account has a device with it, and so has who changes a password', async () => {
  const { door, founding } = await opened()
  const given = { spaceName: 'Ours' }
  const entered = await enter(door, await founding(), 'mara@example.org', given)
  const device = deviceOf(entered)
  expect(device).toMatch(/^whorl\.device=[\w-]+\.[\w-]{43}$/)
  const change = { currentPassword: PASSWORD, newPassword: 'another good one' }
  const changed = await auth(door, '/change-password', change, { cookie: `${cookieOf(entered)}; ${device}` })
  expect([changed.status, deviceOf(changed)]).toEqual([200, device])
})

test('Guesses at the present password by who holds a session are counted as tries at the account', async () => {
  const { door, cookie } = await behindAProxy()
  const change = (n: number, currentPassword: string) =>
    auth(
      door,
      '/change-password',
      { currentPassword, newPassword: 'another good one' },
      { cookie, headers: { 'x-forwarded-for': `198.51.100.${n}` } },
    )
  const tries: number[] = []
  for (let n = 0; n < 30; n++) tries.push((await change(n, 'wrong wrong')).status)
  expect(tries.slice(0, 20)).not.toContain(429)
  expect(tries.slice(20)).toEqual(Array(10).fill(429))
  expect((await change(99, PASSWORD)).status).toBe(429)
  // She herself, at home, is not kept from changing it.
  const own = { cookie, headers: { 'x-forwarded-for': HOME } }
  const body = { currentPassword: PASSWORD, newPassword: 'another good one' }
  expect((await auth(door, '/change-password', body, own)).status).toBe(200)
})

test.each([
  ['{"email":"a\\u0000@example.org","password":"x"}'],
  ['{"email":"mara@example.org","password":"\\ud800"}'],
  ['{"email":{"a":1},"password":["x"]}'],
  ['{"email":"mara@exam'],
  ['[]'],
  ['null'],
  [''],
])('Signing in with %s is refused, and no fault', async (body) => {
  const { door } = await opened()
  const sent = { method: 'POST', headers: { 'content-type': 'application/json' }, body }
  const answer = await door.fetch('/api/auth/sign-in/email', sent)
  expect([400, 403]).toContain(answer.status)
  for (const words of [answer.json.error.problem, answer.json.error.remedy]) expect(words).toMatch(/^\p{Lu}.*\.$/u)
  expect(door.faults).toEqual([])
})

test('Sign-up is closed, and so is all else that is not needed', async () => {
  const { house, door } = await opened()
  const body = { name: 'X', email: 'x@example.org', password: PASSWORD }
  for (const path of [
    '/sign-up/email',
    '/sign-up/email/',
    '//sign-up/email',
    '/sign-in/../sign-up/email',
    '/SIGN-UP/email',
    '/sign-up%2femail',
    '/forget-password',
    '/request-password-reset',
    '/delete-user',
    '/update-user',
    '/sign-in/social',
    '/error',
    '/ok',
  ]) {
    expect((await auth(door, path, body)).status).toBe(404)
  }
  expect(
    await house.whorl.store.db.selectFrom('person').select('id').where('email', '=', 'x@example.org').execute(),
  ).toEqual([])
})

test('Our look-up of a session agrees with better-auth’s', async () => {
  const { house, door, cookie } = await signedUp()
  const ours = async (given: string) => (await house.whorl.signIn.whoIs(given))?.name ?? null
  const theirs = async (given: string) =>
    (await door.fetch('/api/auth/get-session', { cookie: given })).json?.user?.name ?? null
  const agreed = async (given: string) => {
    const [one, other] = [await ours(given), await theirs(given)]
    expect({ given, name: one }).toEqual({ given, name: other })
    return one
  }
  const value = cookie.slice(cookie.indexOf('=') + 1)
  const [token = '', signature = ''] = decodeURIComponent(value).split(/\.(?=[^.]*$)/)
  expect(await agreed(cookie)).toBe('Mara')
  expect(await agreed(`other=1; ${cookie}; more=2`)).toBe('Mara')
  const tampered = [
    cookieFor(token, 'another secret'),
    `whorl.session_token=${encodeURIComponent(`${token}x.${signature}`)}`,
    `whorl.session_token=${encodeURIComponent(`${token}.${signature.slice(0, -2)}${signature.at(-2) === 'A' ? 'E' : 'A'}=`)}`,
    `whorl.session_token=${encodeURIComponent(`${token}.`)}`,
    `whorl.session_token=${encodeURIComponent(token)}`,
    'whorl.session_token=',
    'whorl.session_token=%',
    `x${cookie}`,
    `x${cookieFor(token, 'another secret')}; ${cookie.replace('whorl', 'other')}`,
    cookieFor('no such token'),
    '',
  ]
  for (const one of tampered) expect(await agreed(one)).toBeNull()
  // A cookie whose name ends like ours does not stand before it.
  expect(await ours(`xwhorl.session_token=nonsense; ${cookie}`)).toBe('Mara')

  const { db } = house.whorl.store
  const until = (at: string) => db.updateTable('login').set({ expires_at: at }).where('token', '=', token).execute()
  await until('2020-01-01T00:00:00.000Z')
  expect(await agreed(cookie)).toBeNull()
})

test('Whoever signed out is signed out', async () => {
  const { house, door, cookie } = await signedUp()
  expect((await auth(door, '/sign-out', {}, { cookie })).status).toBe(200)
  expect(await house.whorl.signIn.whoIs(cookie)).toBeNull()
  expect((await door.fetch('/api/house/list-spaces', { cookie })).status).toBe(401)
})

test('A password can be changed, and the old one is no good', async () => {
  const { door, cookie } = await signedUp()
  const change = { currentPassword: PASSWORD, newPassword: 'another good one' }
  expect(
    errorOf(await auth(door, '/change-password', { ...change, currentPassword: 'wrong' }, { cookie }))[0],
  ).toBeGreaterThanOrEqual(400)
  expect((await auth(door, '/change-password', change, { cookie })).status).toBe(200)
  expect((await auth(door, '/sign-in/email', { email: 'mara@example.org', password: PASSWORD })).status).toBe(403)
  expect((await auth(door, '/sign-in/email', { email: 'mara@example.org', password: 'another good one' })).status).toBe(
    200,
  )
})

test('better-auth finds nothing missing in our tables', async () => {
  const { house } = await opened()
  const hands = { secret: 'x'.repeat(32), secure: false, now: house.now, newId: () => 'x' }
  const { toBeCreated, toBeAdded } = await getMigrations(optionsOf(house.whorl.store, hands))
  expect(toBeCreated.map(({ table }) => table)).toEqual([])
  expect(toBeAdded.map(({ table, fields }) => [table, Object.keys(fields)])).toEqual([])
})
