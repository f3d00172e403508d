/** The door by command line, with good input and bad, on its own and beside a server. */
import { expect, test } from 'vitest'
import { command, found, freshFile, type Ground, startServer } from './spawned.ts'

/** A place where somebody has founded a space and the server has ended. */
async function founded(): Promise<Ground> {
  const ground = freshFile()
  const server = await startServer(ground)
  await found(server)
  await server.end('SIGTERM')
  return ground
}

const bad: [words: string[], code: number, complaint: RegExp][] = [
  [['make-coffee'], 2, /^There is no command make-coffee\. .*help/],
  [['constructor'], 2, /^There is no command constructor\./],
  [['start-topic', '--title'], 1, /^title: It has no value\. /],
  [['start-topic', 'Cache'], 1, /^Cache: It is not an option\. /],
  [['start-topic'], 1, /^title: It is missing\. Send text\.\n$/],
  [['start-topic', '--title', '?!'], 1, /^title: It has no letter or digit\. /],
  [
    ['start-topic', '--colour', 'red', '--title', 'a'],
    1,
    /^colour: There is no such field\. The fields are title, area\.\n$/,
  ],
  [['start-topic', '--json', '{"title":'], 1, /^json: It is not one whole JSON object\. /],
  [['start-topic', '--json', '[]'], 1, /^json: It is not one whole JSON object\. /],
  [['start-topic', '--json', '{"title":"a\\u0000"}'], 1, /^title: .*U\+0000/],
  [['start-topic', '--json', '{"title":"a\\ud800"}'], 1, /^title: .*half of a pair/],
  [['start-topic', '--json', '{"title":"a","__proto__":{}}'], 1, /^__proto__: There is no such field\./],
  [['start-topic', '--title', 'a', '--space', 'nowhere'], 1, /^space: There is no such space here\. /],
  [['start-topic', '--title', 'a', '--key', ''], 1, /^key: /],
  [['import-source', '--name', '../x.md', '--text', 'x'], 1, /^name: It is not the name of a file below sources/],
  [['edit-page', '--topic', 'a', '--version', 'one', '--markdown', 'x'], 1, /^version: It is of the wrong kind\. /],
  [['backup'], 2, /^Say which file/],
  [['restore', '/nowhere/at/all'], 1, /is not there\. Name a file that "whorl backup" made\.\n$/],
]

test('A command says what is wrong with what it is given, whether a server runs or not', async () => {
  const ground = await founded()
  const tell = async ([words, code, complaint]: (typeof bad)[number]) => {
    const { code: ended, complained } = await command(ground, ...words)
    expect({ words, code: ended, complained }).toEqual({ words, code, complained: expect.stringMatching(complaint) })
  }
  // Alone, one at a time has the folder; beside a server they need not wait for each other.
  const alone = (_: unknown, n: number) => n % 6 === 0 || n > bad.length - 3
  for (const one of bad.filter(alone)) await tell(one)
  const server = await startServer(ground)
  await Promise.all(bad.filter((one, n) => !alone(one, n)).map(tell))
  expect(await server.end('SIGTERM')).toBe(0)
}, 90_000)

test('A key makes a repeated command harmless, by the server and without it', async () => {
  const ground = await founded()
  const server = await startServer(ground)
  const words = ['start-topic', '--title', '知識 創造', '--key', 'once']
  const first = await command(ground, ...words)
  expect(JSON.parse(first.said)).toMatchObject({ topic: { slug: '知識-創造' } })
  await server.end('SIGTERM')
  expect((await command(ground, ...words)).said).toBe(first.said)
}, 60_000)

test('The help lists every act, and each act its fields', async () => {
  const ground = freshFile()
  const { code, said } = await command(ground, 'help')
  expect(code).toBe(0)
  expect(said).toMatch(/^ {2}start-topic +Starts a topic\.$/m)
  expect((await command(ground, 'start-topic', '--help')).said).toMatch(/--title .*\n.*--area .*may be left out/)
})

test.each([
  [{ PORT: 'eleven' }, /PORT/],
  [{ PORT: '70000' }, /PORT/],
  [{ WHORL_DATA: '/dev/null/x' }, /\/dev\/null/],
])('Told %j, it says what is wrong and ends', async (env, words) => {
  const ground = freshFile()
  const { code, complained } = await command({ env: { ...ground.env, ...env } }, 'serve')
  expect(code).toBe(1)
  expect(complained).toMatch(words)
  expect(complained).not.toMatch(/\n\s+at /)
})

test('A port that is taken is said to be', async () => {
  const server = await startServer(freshFile())
  const other = freshFile()
  const { code, complained } = await command({ env: { ...other.env, PORT: new URL(server.url).port } }, 'serve')
  expect([code, complained]).toEqual([1, expect.stringMatching(/^Port \d+ is taken\. .*PORT=…\n$/)])
  await server.end('SIGTERM')
})
