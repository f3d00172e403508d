/** Bad input at the door by HTTP: each is answered with the field, what was wrong and what would do, and nothing is half done. */
import { request as plainRequest } from 'node:http'
import { connect } from 'node:net'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { listen, openDoor } from '../src/http/index.ts'
import { afterwards } from './afterwards.ts'
import { type Answer, type Door, doorOf, ORIGIN } from './door.ts'
import { type House, openHouse, type Somebody } from './house.ts'
import { goRound, type Round } from './round.ts'

let house: House
let door: Door
let round: Round
let mara: Somebody
let cookie: string
let before: string

/** What comes from agents is another story's. */
const agents = async () => new Response(null, { status: 404 })

const tables = [
  'topic',
  'question',
  'source',
  'claim',
  'page',
  'page_version',
  'journal',
  'conversion',
  'outcome',
  'space',
  'login',
  'person',
  'invitation',
] as const

/** How much is kept: what is refused must leave it as it was. */
async function kept(): Promise<string> {
  const counts = []
  for (const table of tables) {
    const row = await house.whorl.store.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll().as('n'))
      .executeTakeFirst()
    counts.push(`${table} ${row?.n}`)
  }
  return counts.join()
}

beforeAll(async () => {
  house = await openHouse()
  door = doorOf(house)
  mara = await house.comes('Mara', 'keeper')
  const [ben, ana] = [await house.comes('Ben', 'member'), await house.comes('Ana', 'member')]
  round = await goRound(house, { mara, ben, ana }, 'Zebra')
  cookie = await door.signIn(mara)
  before = await kept()
}, 60_000)

const post = (act: string, body: string, headers: Record<string, string> = {}) =>
  door.fetch(`/api/team/${act}`, {
    method: 'POST',
    cookie,
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })

const get = (path: string) => door.fetch(path, { cookie })

/** Expects a refusal that helps: kind and status, field, sentences; and that nothing was kept. */
async function refused(answer: Answer, refusal: string, field: string | null): Promise<void> {
  const statuses: Record<string, number> = { absent: 404, unfit: 400, 'not-yours': 403, clash: 409, 'too-many': 429 }
  const { error } = answer.json ?? {}
  expect({ status: answer.status, refusal: error?.refusal, field: error?.field }).toEqual({
    status: field === 'session' ? 401 : statuses[refusal],
    refusal,
    field,
  })
  for (const words of [error.problem, error.remedy]) expect(words).toMatch(/^\p{Lu}.*\.$/u)
  expect(Object.keys(error).sort()).toEqual(['field', 'problem', 'refusal', 'remedy'])
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await kept()).toBe(before)
  expect(door.faults).toEqual([])
}

const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

describe('A body is refused that', () => {
  test.each<[string, string, string, string, string | null]>([
    ['holds U+0000', 'start-topic', '{"title":"a\\u0000b"}', 'unfit', 'title'],
    ['holds U+0000 in a name of a field', 'start-topic', '{"title":"a","b\\u0000":1}', 'unfit', 'input'],
    ['holds half a pair', 'start-topic', '{"title":"a\\ud83d"}', 'unfit', 'title'],
    ['has a key with U+0000', 'start-topic', '{"title":"a","key":"k\\u0000"}', 'unfit', 'key'],
    ['has a key that is no text', 'start-topic', '{"title":"a","key":7}', 'unfit', 'key'],
    ['has a title of only punctuation', 'start-topic', '{"title":"?! … ---"}', 'unfit', 'title'],
    ['has a field that is not known', 'start-topic', '{"title":"a","colour":"red"}', 'unfit', 'colour'],
    ['has a field of the wrong kind', 'start-topic', '{"title":["a"]}', 'unfit', 'title'],
    ['has null for text', 'start-topic', '{"title":null}', 'unfit', 'title'],
    ['lacks a field', 'start-topic', '{}', 'unfit', 'title'],
    ['is empty where something is needed', 'start-topic', '', 'unfit', 'title'],
    ['is half JSON', 'start-topic', '{"title":"a', 'unfit', 'body'],
    ['is two objects', 'start-topic', '{"title":"a"}{}', 'unfit', 'body'],
    ['is a list', 'start-topic', '[{"title":"a"}]', 'unfit', 'body'],
    ['is text', 'start-topic', '"title"', 'unfit', 'body'],
    ['is null', 'start-topic', 'null', 'unfit', 'body'],
    ['sets a prototype', 'start-topic', '{"title":"a","__proto__":{"title":"b"}}', 'unfit', '__proto__'],
    ['sets a constructor', 'start-topic', '{"title":"a","constructor":{"prototype":{}}}', 'unfit', 'constructor'],
    ['is nested deep', 'start-topic', `{"title":${deep(50)}}`, 'unfit', 'title'],
    ['is nested very deep', 'start-topic', `{"title":${deep(100_000)}}`, 'unfit', 'body'],
    ['is very deep itself', 'start-topic', deep(200_000), 'unfit', 'body'],
    [
      'has a number too large',
      'edit-page',
      '{"topic":"zebra-purge","version":1e999,"markdown":"x"}',
      'unfit',
      'version',
    ],
    ['names nothing that is there', 'ask', '{"topic":"nothing","words":"What?"}', 'absent', 'topic'],
    ['names a path out of the sources', 'import-source', '{"name":"../../../etc/passwd","text":"x"}', 'unfit', 'name'],
    ['names a source with U+0000', 'import-source', '{"name":"a\\u0000.md","text":"x"}', 'unfit', 'name'],
    ['names a device of another system', 'import-source', '{"name":"C:\\\\boot.ini","text":"x"}', 'unfit', 'name'],
    ['has a page without a title', 'import-page', '{"markdown":"Just words."}', 'unfit', 'markdown'],
    [
      'has front matter that multiplies',
      'import-page',
      JSON.stringify({
        markdown: `---\ntitle: a\na: &a [${'x,'.repeat(99)}x]\nb: &b [${'*a,'.repeat(99)}*a]\nc: [${'*b,'.repeat(99)}*b]\n---\n`,
      }),
      'unfit',
      'markdown',
    ],
  ])('%s', async (_, act, body, refusal, field) => {
    await refused(await post(act, body), refusal, field)
  })

  test.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/jsonp'],
  ])('is said to be %s', async (kind) => {
    await refused(await post('start-topic', '{"title":"a"}', { 'content-type': kind }), 'unfit', 'body')
  })

  test('is of ten megabytes, said so or not', async () => {
    const body = JSON.stringify({ title: 'x'.repeat(10_000_000) })
    await refused(await post('start-topic', body, { 'content-length': String(body.length) }), 'unfit', 'body')
    const bytes = new TextEncoder().encode(body)
    const stream = new ReadableStream({
      start: (controller) => {
        for (let at = 0; at < bytes.length; at += 500_000) controller.enqueue(bytes.slice(at, at + 500_000))
        controller.close()
      },
    })
    const sent = new Request(`${ORIGIN}/api/team/start-topic`, {
      method: 'POST',
      headers: { host: 'whorl.test', origin: ORIGIN, cookie, 'content-type': 'application/json' },
      body: stream,
      duplex: 'half',
    } as RequestInit)
    const app = openDoor({ ...house.whorl, agents, web: '.', ownerToken: 'x', newId: () => 'x', log: () => {} })
    const response = await app.request(sent)
    expect([response.status, (await response.json()).error.field]).toEqual([400, 'body'])
  })
})

describe('An address is refused that', () => {
  test.each<[string, string, string, string | null]>([
    ['names an act that is none', '/api/team/make-coffee', 'absent', 'act'],
    ['names an inherited one', '/api/team/constructor', 'absent', 'act'],
    ['names a space that is none', '/api/nowhere/today', 'absent', 'space'],
    ['names a space with U+0000', '/api/te%00am/today', 'absent', 'space'],
    ['names a space with half a pair', '/api/%ED%A0%80/today', 'absent', 'space'],
    ['names a space that is not text', '/api/%ff%fe/today', 'absent', 'space'],
    ['asks for a writing act by GET', '/api/team/start-topic?title=a', 'unfit', 'method'],
    ['asks a space for an act of the house', '/api/team/list-spaces', 'absent', 'act'],
    ['asks the house for an act of a space', '/api/house/today', 'absent', 'act'],
    ['has U+0000 in its query', '/api/team/read-page?topic=a%00b', 'unfit', 'topic'],
    ['has a field that is not known', '/api/team/today?colour=red', 'unfit', 'colour'],
    ['has a prototype in its query', '/api/team/today?__proto__=1', 'unfit', '__proto__'],
    ['has a very long query', `/api/team/read-page?topic=${'x'.repeat(100_000)}`, 'unfit', 'topic'],
    ['has a key with U+0000', '/api/team/today?key=%00', 'unfit', 'key'],
    ['climbs in a source’s name', '/api/team/read-source?source=../../package.json', 'absent', 'source'],
    ['is no address', '/api/team', 'absent', 'address'],
    ['goes deeper than acts do', '/api/team/today/more', 'absent', 'address'],
    ['is closed of sign-in', '/api/auth/sign-up/email', 'absent', 'address'],
    ['lists users', '/api/auth/list-users', 'absent', 'address'],
  ])('%s', async (_, path, refusal, field) => {
    await refused(await get(path), refusal, field)
  })
})

describe('A request is refused that', () => {
  const body = '{"title":"a"}'
  test.each<[string, Record<string, string>]>([
    ['comes from another site', { origin: 'https://evil.example' }],
    ['comes from our name at another port', { origin: 'http://whorl.test:81' }],
    ['comes from nowhere that it says', { origin: 'null' }],
    ['has an Origin that is no address', { origin: '%%%' }],
  ])('%s', async (_, headers) => {
    await refused(await post('start-topic', body, headers), 'not-yours', 'origin')
    for (const path of ['/api/auth/sign-in/email', '/api/auth/sign-out', '/api/auth/enter', '/api/auth/invitation']) {
      const sent = { method: 'POST', cookie, headers: { 'content-type': 'application/json', ...headers }, body: '{}' }
      await refused(await door.fetch(path, sent), 'not-yours', 'origin')
    }
  })

  test('has a cookie and no Origin', async () => {
    const app = openDoor({ ...house.whorl, agents, web: '.', ownerToken: 'x', newId: () => 'x', log: () => {} })
    const headers = { host: 'whorl.test', cookie, 'content-type': 'application/json' }
    const response = await app.request(`${ORIGIN}/api/team/start-topic`, { method: 'POST', headers, body })
    expect([response.status, (await response.json()).error.field]).toEqual([403, 'origin'])
  })

  test.each<[string, Partial<{ cookie: string; headers: Record<string, string> }>]>([
    ['is signed in as nobody', { cookie: '' }],
    ['has a word that is not the owner’s', { headers: { authorization: 'Bearer the owner of the folde' } }],
    ['has an empty word', { headers: { authorization: 'Bearer ' } }],
    ['has a word of another kind', { headers: { authorization: 'Basic dGhlOm93bmVy' } }],
  ])('%s', async (_, sent) => {
    await refused(await door.fetch('/api/team/today', { cookie, ...sent }), 'not-yours', 'session')
  })
})

test('A fault is answered with its number and nothing of our insides', async () => {
  const failing = doorOf(house, {
    perform: async () => {
      throw new Error('secret insides at /home/somebody/file.ts')
    },
  })
  const { status, text, json, headers } = await failing.fetch('/api/team/today', { cookie })
  expect(status).toBe(500)
  expect(json.error).toMatchObject({ refusal: 'fault', field: null, remedy: expect.stringContaining(json.error.id) })
  expect(text).not.toMatch(/secret|insides|home|\.ts|at /)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(failing.faults).toMatchObject([{ id: json.error.id, what: 'GET /api/team/today' }])
})

test('A <script> in any field comes out as words wherever it is read', async () => {
  const script = '<script>alert(1)</script>'
  const own = await openHouse()
  const people = {
    mara: await own.comes(`Mara ${script}`, 'keeper'),
    ben: await own.comes('Ben', 'member'),
    ana: await own.comes('Ana', 'member'),
  }
  const at = await goRound(own, people, 'Zebra')
  const { version, markdown } = await people.ben.does('read-page-text', { topic: at.topic })
  const hand = `${markdown}\n${script}\n\n[[${script}]] <img src=x onerror=alert(1)> [x](javascript:alert(1)) ^[${script}:1]\n`
  await people.ben.does('edit-page', { topic: at.topic, version, markdown: hand })
  const { topic } = await people.ben.does('start-topic', { title: `How ${script} goes` })
  const { question } = await people.ben.does('ask', { topic: topic.id, words: `What is ${script}?` })
  const { claims } = await people.mara.does('answer', {
    question,
    words: `It is ${script} in every field. Then <b>bold</b> **stars** [[link]].`,
  })
  await people.mara.does('correct-claim', { claim: claims[0]?.id ?? '', version: 1, holdsWhen: `when ${script}` })
  await people.mara.does('confirm-claims', { claims: claims.map(({ id }, n) => ({ id, version: n ? 1 : 2 })) })
  await own.whorl.settle()
  for (const ref of [at.topic, topic.id]) {
    const { page } = await people.ana.does('read-page', { topic: ref })
    expect(page?.html).not.toMatch(/<(script|img|b>|iframe)|<[^>]*\son\w+=|javascript:/i)
  }
  const { page } = await people.ana.does('read-page', { topic: topic.id })
  expect(page?.html).toContain('&#x3C;script>alert(1)&#x3C;/script> in every field')
  expect(page?.html).toContain('**stars** [[link]]')
  expect(own.faults).toEqual([])
})

test('Japanese names and titles of any script are as good as any', async () => {
  const own = await openHouse()
  const hana = await own.comes('山田 花子', 'member')
  const ownDoor = doorOf(own)
  const mine = await ownDoor.signIn(hana)
  for (const [title, path] of [
    ['知識 創造', '知識-創造'],
    ['إدارة المعرفة', 'إدارة-المعرفة'],
    ['Größe', 'größe'],
  ]) {
    const { json } = await ownDoor.does(mine, own.space.slug, 'start-topic', { title })
    expect(json.topic).toMatchObject({ title, path })
    const read = await ownDoor.fetch(`/api/${own.space.slug}/read-page?topic=${encodeURIComponent(path ?? '')}`, {
      cookie: mine,
    })
    expect(read.json.topic.title).toBe(title)
  }
  const { json } = await ownDoor.does(mine, 'house', 'list-spaces', {})
  expect(json.me.name).toBe('山田 花子')
})

test('A page whose links and fields have the names of prototypes is read as it is', async () => {
  const own = await openHouse()
  const ana = await own.comes('Ana', 'keeper')
  const ownDoor = doorOf(own)
  const mine = await ownDoor.signIn(ana)
  const markdown =
    '---\ntitle: Odd\n__proto__: {a: 1}\nconstructor: x\ntags: [__proto__]\n---\n\n[[__proto__]] [[constructor]] [[toString|x]]\n'
  expect((await ownDoor.does(mine, own.space.slug, 'import-page', { markdown })).status).toBe(200)
  const { status, text } = await ownDoor.fetch(`/api/${own.space.slug}/read-page?topic=odd`, { cookie: mine })
  expect(status).toBe(200)
  expect(text).toContain('"__proto__":null,"constructor":null,"toString":null')
  expect((await ownDoor.does(mine, own.space.slug, 'read-page-text', { topic: 'odd' })).json.markdown).toBe(markdown)
})

test('An edit of a version that is not the last is answered 409', async () => {
  const { markdown } = await mara.does('read-page-text', { topic: round.topic })
  await refused(
    await post('edit-page', JSON.stringify({ topic: round.topic, version: 1, markdown })),
    'clash',
    'version',
  )
})

describe('Over a socket', () => {
  async function open() {
    const app = openDoor({
      ...house.whorl,
      agents,
      web: new URL('../dist/web', import.meta.url).pathname,
      ownerToken: 'x',
      newId: () => 'x',
      log: () => {},
    })
    const listening = await listen(app, { host: '127.0.0.1', port: 0 })
    afterwards(() => listening.stop())
    return listening.port
  }

  /** Sends bytes as they are, which no client would, and gives what comes back. */
  const raw = (port: number, text: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(text))
      let answer = ''
      socket.on('data', (chunk) => {
        answer += chunk
      })
      socket.on('close', () => resolve(answer))
      socket.on('error', reject)
      setTimeout(() => socket.destroy(), 700).unref()
    })

  test.each([
    '/assets/../../package.json',
    '/../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..\\..\\package.json',
    '/assets//etc/passwd',
    '/assets/%00',
    '/package.json',
    '/src/main.ts',
  ])('no file outside of the built pages is given for %s', async (path) => {
    const answer = await raw(await open(), `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 (404|400|200)/)
    expect(answer).not.toMatch(/"name": "whorl"|root:|devDependencies|runCommand/)
    if (/^HTTP\/1\.1 200/.test(answer)) expect(answer).toMatch(/<!doctype html>/i)
  })

  test.each([
    ['keys', `{${Array.from({ length: 400_000 }, (_, n) => `"k${n}":1`).join(',')}}`],
    ['lists in lists', `{"words":${'['.repeat(900_000)}${']'.repeat(900_000)}}`],
    ['objects in objects', `${'{"words":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
  ])('a body of too many %s is refused before it is parsed', async (_, body) => {
    const parsed = vi.spyOn(JSON, 'parse')
    const longest = () => Math.max(0, ...parsed.mock.calls.map(([text]) => String(text).length))
    const answers = [await post('search', body), await post('import-source', body)]
    const headers = { origin: ORIGIN, 'content-type': 'application/json' }
    answers.push(await door.fetch('/api/auth/sign-in/email', { method: 'POST', headers, body }))
    expect(longest()).toBeLessThan(10_000)
    parsed.mockRestore()
    for (const answer of answers) {
      expect(answer.status).toBe(400)
      expect(answer.json.error).toMatchObject({ field: 'body', problem: expect.stringContaining('20000 values') })
    }
  })

  test('a body that is larger than said, or never ends, does no harm', async () => {
    const port = await open()
    const head = `POST /api/team/start-topic HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nContent-Type: application/json\r\n`
    await raw(port, `${head}Content-Length: 20\r\n\r\n{"title":`)
    await raw(port, `${head}Content-Length: -5\r\n\r\n{}`)
    const huge = await raw(port, `${head}Content-Length: 10000000\r\n\r\n{`)
    expect(huge).toMatch(/^HTTP\/1\.1 400/)
    expect(huge).toContain('8 MiB')
    const status = await new Promise((resolve) =>
      plainRequest({ port, host: '127.0.0.1', path: '/health' }, (one) => resolve(one.resume().statusCode)).end(),
    )
    expect(status).toBe(200)
    expect(await kept()).toBe(before)
  })
})
