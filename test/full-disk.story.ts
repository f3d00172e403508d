/** A disk that is full or only read, and a reader that has enough: said, or quiet, and never a wrong word. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { unavailable, unwritable } from '../src/store/unavailable.ts'
import { openHouse } from './house.ts'
import { ask, command, commandWith, found, freshFile, startServer } from './spawned.ts'

const FULL = 'The disk that Whorl writes to is full.'
const text = (n: number) => `# Page ${n}\n\n${'Purge by key. '.repeat(3000)}\n`

if (process.env.WHORL_TEST_STORE === 'sqlite')
  test('On a full disk writing is refused as such, reading goes on, and writing does once there is room', async () => {
    const { whorl, comes } = await openHouse()
    const mara = await comes('Mara', 'owner')
    const { topic } = await mara.does('start-topic', { title: 'Cache purge', area: 'open' })
    await whorl.settle()
    const bound = (pages: string) => sql`${sql.raw(`pragma max_page_count = ${pages}`)}`.execute(whorl.store.db)
    await bound('1')
    const brings = (n: number) => mara.does('import-source', { name: `page-${n}.md`, text: text(n), area: 'open' })
    await expect(brings(1)).rejects.toMatchObject({ kind: 'unavailable', problem: FULL })
    await expect(brings(2)).rejects.toMatchObject({ kind: 'unavailable', problem: FULL })
    expect((await mara.does('list-topics', {})).topics).toMatchObject([{ id: topic.id }])
    await bound('4294967294')
    await brings(3)
    await whorl.settle()
    expect((await mara.does('list-sources', {})).sources).toMatchObject([{ name: 'page-3.md' }])
  })

test('A server that can write no more says so, answers what only reads, and ends when it is told to', async () => {
  const server = await startServer(freshFile(), 3000)
  await found(server)
  const problems: string[] = []
  for (let n = 0; n < 200 && problems.length < 2; n++)
    await ask(server, 'import-source', { name: `page-${n}.md`, text: text(n), area: 'open' }).catch((error: Error) =>
      problems.push(JSON.parse(error.message).error.problem),
    )
  expect(problems).toEqual(Array(2).fill('The disk that Whorl writes to takes nothing more.'))
  expect((await ask(server, 'list-sources', {})).sources.length).toBeGreaterThan(1)
  expect(await server.end('SIGTERM')).toBe(0)
})

test('A server that cannot write at its start says so, and not that another runs', async () => {
  const ground = freshFile()
  const none = await commandWith(ground, { mostKB: 0 }, 'serve')
  expect(none).toMatchObject({ code: 1, said: expect.stringContaining(`${ground.folder} (WHORL_DATA): The disk`) })
  expect(none.said).not.toContain('already')
  // What fits is written: no secret is left that is half of one.
  expect(existsSync(join(ground.folder, 'secret'))).toBe(false)
  const little = await commandWith(ground, { mostKB: 30 }, 'serve')
  expect(little).toMatchObject({ code: 1, said: expect.stringContaining('The disk that Whorl writes to') })
  const server = await startServer(ground)
  expect(await server.end('SIGTERM')).toBe(0)
})

test('A command whose reader has enough ends quietly', async () => {
  const ground = freshFile()
  expect(await commandWith(ground, { unread: true }, 'help')).toEqual({ code: 0, said: '', complained: '' })
  expect(await command(ground, 'help')).toMatchObject({ code: 0, said: expect.stringContaining('npx whorl') })
})

test.each([
  [{ code: 'ERR_SQLITE_ERROR', errcode: 13, message: 'database or disk is full' }, FULL],
  [{ code: 'ERR_SQLITE_ERROR', errcode: 4874, message: 'disk I/O error' }, FULL],
  [{ code: 'ERR_SQLITE_ERROR', errcode: 8, message: 'attempt to write a readonly database' }, /can only be read/],
  [{ code: 'ERR_SQLITE_ERROR', errcode: 1032, message: 'attempt to write a readonly database' }, /can only be read/],
  [{ code: 'ERR_SQLITE_ERROR', errcode: 1546, message: 'disk I/O error' }, /does not do what it is asked/],
  [{ code: 'ENOSPC', message: 'no space left on device, write' }, FULL],
  [{ code: 'EROFS', message: 'read-only file system, open' }, /can only be read/],
])('Of %o it is said what the disk lacks', (error, problem) => {
  expect(unwritable(error)?.problem).toMatch(problem)
})

test.each([
  [{ code: 'ERR_SQLITE_ERROR', errcode: 2067, message: 'UNIQUE constraint failed' }],
  [{ code: 'ERR_SQLITE_ERROR', errcode: 1, message: 'no such table' }],
])('%o is a fault', (error) => {
  expect(unavailable(error)).toBeUndefined()
})
