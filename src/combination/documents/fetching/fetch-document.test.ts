import { randomBytes } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { afterwards } from '../../../../test/afterwards.ts'
import { fetchDocument, type Reach, theWorld } from './fetch-document.ts'

/** A server on this machine, and a reach that lets through to it alone, under a name of the public kind. */
async function placeOf(answers: RequestListener) {
  const server = createServer(answers)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterwards(() => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  })
  const { port } = server.address() as AddressInfo
  const asked: string[] = []
  const reach: Reach = {
    resolve: async (name) => {
      asked.push(name)
      return name === 'docs.test' ? ['127.0.0.1'] : []
    },
    mayReach: (address, at) => (address === '127.0.0.1' && at === port) || theWorld.mayReach(address, at),
  }
  return { url: `http://docs.test:${port}`, port, reach, asked }
}

const whyNot = (work: Promise<unknown>) =>
  work.then(
    () => 'it was fetched',
    (error: Error) => error.message,
  )

test('a page is fetched with its kind, and nothing of ours is sent along', async () => {
  let headers = {}
  const { url, reach } = await placeOf((request, answer) => {
    headers = request.headers
    answer.writeHead(200, { 'content-type': 'text/html; charset=Shift_JIS', 'content-encoding': 'gzip' })
    answer.end(gzipSync('<p>Hello</p>'))
  })
  const fetched = await fetchDocument(`${url}/docs/a%20page.html?x=1`, reach)
  expect(fetched).toMatchObject({ mediaType: 'text/html', charset: 'Shift_JIS', name: 'a page.html' })
  expect(Buffer.from(fetched.bytes).toString()).toBe('<p>Hello</p>')
  expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent'])
})

const LOCAL = /this machine or a private network/

test.each([
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://127.0.0.1./',
  'http://0/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[fe80::1]/',
  'http://[fd00::1]/',
  'http://10.0.0.1/',
  'http://192.168.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.64.0.1/',
  'http://①②⑦.⓪.⓪.①/',
])('%s is not fetched', async (address) => {
  expect(await whyNot(fetchDocument(address, theWorld))).toMatch(LOCAL)
})

test.each([[['10.0.0.1']], [['93.184.216.34', '127.0.0.1']], [['2606:4700::1', '::ffff:10.0.0.1']], [['::1']]])(
  'a name that leads to %j is not fetched, whatever else it leads to',
  async (addresses) => {
    const reach = { ...theWorld, resolve: async () => addresses }
    expect(await whyNot(fetchDocument('https://docs.test/', reach))).toMatch(LOCAL)
  },
)

test.each(['localhost', 'localhost.', 'a.localhost', 'db.internal'])('%s is not fetched', async (name) => {
  expect(await whyNot(fetchDocument(`http://${name}/`, { ...theWorld, resolve: async () => ['127.0.0.1'] }))).toMatch(
    LOCAL,
  )
})

test('a name is asked once, and the connection goes where it led then', async () => {
  const place = await placeOf((_, answer) => answer.writeHead(200, { 'content-type': 'text/plain' }).end('Hello'))
  const asked: string[] = []
  const turns = [['127.0.0.1'], ['10.0.0.1']]
  const resolve = async (name: string) => {
    asked.push(name)
    return turns.shift() ?? []
  }
  const reach = { ...place.reach, resolve }
  await fetchDocument(`${place.url}/a`, reach)
  expect(asked).toEqual(['docs.test'])
})

test.each([
  'http://127.0.0.1:8080/',
  'http://localhost:80/',
  'http://[::1]/',
  'http://169.254.169.254/',
  '//10.0.0.1/a',
])('a redirect to %s is not followed', async (location) => {
  const { url, reach } = await placeOf((_, answer) => answer.writeHead(302, { location }).end())
  expect(await whyNot(fetchDocument(`${url}/a`, reach))).toMatch(LOCAL)
})

test.each(['file:///etc/passwd', 'ftp://example.org/', 'gopher://docs.test/'])(
  'a redirect to %s is not followed',
  async (location) => {
    const { url, reach } = await placeOf((_, answer) => answer.writeHead(301, { location }).end())
    expect(await whyNot(fetchDocument(`${url}/a`, reach))).toBe('Only addresses of http and https are fetched.')
  },
)

test('a redirect that holds a password is not followed', async () => {
  const { url, reach } = await placeOf((_, answer) =>
    answer.writeHead(301, { location: 'http://a:b@docs.test/' }).end(),
  )
  expect(await whyNot(fetchDocument(`${url}/a`, reach))).toMatch(/name or a password/)
})

test('a few redirects are followed, and no more than five', async () => {
  const place = await placeOf((request, answer) => {
    const left = Number(request.url?.slice(1))
    if (left > 0) answer.writeHead(308, { location: `/${left - 1}` }).end()
    else answer.writeHead(200, { 'content-type': 'text/plain' }).end('Here')
  })
  expect((await fetchDocument(`${place.url}/5`, place.reach)).url).toBe(`${place.url}/0`)
  expect(place.asked).toHaveLength(6)
  expect(await whyNot(fetchDocument(`${place.url}/6`, place.reach))).toBe('It leads on more than 5 times.')
})

test('what is too large, packed to be too large, or never ends is let go', async () => {
  const packed = gzipSync(Buffer.alloc(5_000_000))
  const { url, reach } = await placeOf((request, answer) => {
    const type = { 'content-type': 'text/plain' }
    if (request.url === '/packed') answer.writeHead(200, { ...type, 'content-encoding': 'gzip' }).end(packed)
    else if (request.url === '/says') answer.writeHead(200, { ...type, 'content-length': 5_000_000 }).write('a')
    else if (request.url === '/slow') answer.writeHead(200, type).write('a')
    else answer.writeHead(200, type).end(Buffer.alloc(5_000_000))
  })
  const bounds = { ms: 60_000, bytes: 1024 * 1024 }
  for (const path of ['/large', '/says', '/packed'])
    expect(await whyNot(fetchDocument(url + path, reach, undefined, bounds))).toBe('It is larger than 1 MiB.')
  expect(await whyNot(fetchDocument(`${url}/slow`, reach, undefined, { ...bounds, ms: 200 }))).toMatch(/twenty seconds/)
})

const MIB = 1024 * 1024
const packers = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync, identity: (bytes: Buffer) => bytes }

test.each(Object.keys(packers) as (keyof typeof packers)[])('what comes as %s is let go at any size', async (how) => {
  // Around the sizes of a stream's buffers, of the bound, and far beyond.
  const sizes = [1, 16 * 1024, 20 * MIB - 1, 20 * MIB, 20 * MIB + 1, 21 * MIB, 64 * MIB]
  const packed = sizes.map((size) => packers[how](Buffer.alloc(size)))
  const { url, reach } = await placeOf((request, answer) => {
    const body = packed[Number(request.url?.slice(1))]
    answer.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': how }).end(body)
  })
  for (const [n, size] of sizes.entries()) {
    const fetched = fetchDocument(`${url}/${n}`, reach)
    if (size > 20 * MIB) expect(await whyNot(fetched)).toBe('It is larger than 20 MiB.')
    else expect((await fetched).bytes).toHaveLength(size)
  }
})

test.each(Object.keys(packers) as (keyof typeof packers)[])('what comes as %s is let go at any stall', async (how) => {
  // Noise is not packed small, so that a part of it already says something.
  const body = packers[how](randomBytes(200_000))
  const { url, reach } = await placeOf((request, answer) => {
    answer.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': how, 'content-length': body.length })
    const [, after, then] = /^\/(\d+)\/(\w+)$/.exec(request.url ?? '') ?? []
    answer.write(body.subarray(0, Number(after)), () => {
      if (then === 'breaks') answer.destroy()
      if (then === 'spoils') answer.end(Buffer.alloc(body.length - Number(after), 0xff))
    })
  })
  for (const after of [1, 1000, body.length - 20]) {
    const bounds = { ms: 300, bytes: 20 * MIB }
    expect(await whyNot(fetchDocument(`${url}/${after}/stalls`, reach, undefined, bounds))).toMatch(/twenty seconds/)
    expect(await whyNot(fetchDocument(`${url}/${after}/breaks`, reach))).toBe('The connection broke off.')
    if (how !== 'identity')
      expect(await whyNot(fetchDocument(`${url}/${after}/spoils`, reach))).toBe('The connection broke off.')
  }
  const stopping = new AbortController()
  const fetched = whyNot(fetchDocument(`${url}/1000/stalls`, reach, stopping.signal))
  stopping.abort()
  expect(await fetched).toMatch(/stopped/)
})

test.each([
  [404, {}, 'There is no such page there.'],
  [401, {}, /signed in/],
  [500, {}, 'The other side answered 500.'],
  [200, { 'content-type': 'image/png' }, /It is image\/png/],
  [200, { 'content-type': 'text/plain', 'content-encoding': 'zstd' }, /packed in a way/],
  [302, {}, 'It leads on to nowhere.'],
])('an answer %d %j says why it is not taken', async (status, headers, why) => {
  const { url, reach } = await placeOf((_, answer) => answer.writeHead(status, headers).end('a'))
  expect(await whyNot(fetchDocument(`${url}/a`, reach))).toMatch(why)
})

test('a place that does not answer says so', async () => {
  const { port, reach } = await placeOf(() => {})
  const nobody = { ...reach, mayReach: () => true, resolve: async () => ['127.0.0.1'] }
  expect(await whyNot(fetchDocument(`http://docs.test:${port === 1 ? 2 : 1}/`, nobody))).toMatch(/such a port/)
  const gone = { ...nobody, resolve: async () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })) }
  expect(await whyNot(fetchDocument('http://docs.test/', gone))).toMatch(/no such place/)
})
