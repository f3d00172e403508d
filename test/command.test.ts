/** The door by command line as the real program: alone, beside a server, and told what cannot be. */
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLineIn } from './command-line.ts'
import { command, found, freshFile, startServer } from './spawned.ts'
import { freshFolder } from './stores.ts'

test('A command says what is wrong with what it is given, whether a server runs or not', async () => {
  const ground = freshFile()
  const server = await startServer(ground)
  await found(server)
  const tell = async (words: string[], code: number, complaint: RegExp) => {
    const { code: ended, complained } = await command(ground, ...words)
    expect({ words, code: ended, complained }).toEqual({ words, code, complained: expect.stringMatching(complaint) })
  }
  // Beside a server they need not wait for each other; alone, one at a time has the folder.
  await Promise.all([
    tell(['make-coffee'], 2, /^There is no command make-coffee\. .*help/),
    tell(['start-topic', '--title', 'a', '--space', 'nowhere'], 1, /^space: There is no such space here\. /),
  ])
  expect(await server.end('SIGTERM')).toBe(0)
  await tell(['start-topic'], 1, /^title: It is missing\. Send text\.\n$/)
  await tell(['restore', '/nowhere/at/all'], 1, /is not there\. Name a file that "whorl backup" made\.\n$/)
}, 90_000)

test('A key makes a repeated command harmless, by the server and without it', async () => {
  const ground = freshFile()
  const server = await startServer(ground)
  await found(server)
  const words = ['start-topic', '--title', '知識 創造', '--key', 'once']
  const first = await command(ground, ...words)
  expect(JSON.parse(first.said)).toMatchObject({ topic: { slug: '知識-創造' } })
  await server.end('SIGTERM')
  expect((await command(ground, ...words)).said).toBe(first.said)
}, 60_000)

test('The help lists every act, and each act its fields', async () => {
  const whorl = commandLineIn(freshFolder())
  const { code, out } = await whorl('help')
  expect(code).toBe(0)
  expect(out).toMatch(/^ {2}start-topic +Starts a topic\.$/m)
  expect((await whorl('start-topic', '--help')).out).toMatch(/--title .*\n.*--area .*may be left out/)
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

test('A command that looks where no Whorl has begun says where it looked, and begins none', async () => {
  const { env } = freshFile()
  const data = join(freshFolder(), 'nowhere')
  for (const words of [['sync', tmpdir(), '--once'], ['list-spaces']]) {
    const { code, complained } = await command({ env: { ...env, WHORL_DATA: data } }, ...words)
    expect([words, code, complained]).toEqual([
      words,
      1,
      `WHORL_DATA: There is no Whorl in ${data}. Start one with "npm start", or say with WHORL_DATA=… which folder is yours.\n`,
    ])
  }
  expect(existsSync(data)).toBe(false)
}, 30_000)
