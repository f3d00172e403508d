import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { commandLineIn } from './command-line.ts'
import { madeUpChat, writeFiles } from './made-up-chat.ts'
import { commandIn } from './spawned.ts'
import { freshFolder } from './stores.ts'

const scan = (place: string, ...words: string[]) => commandLineIn(place)('scan', ...words)

const zipped = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [`Bakery export/${path}`, strToU8(text)])))

test('A chat export gives what was asked twice, as a zip and unpacked, and leaves nothing behind', async () => {
  const place = freshFolder()
  writeFiles(join(place, 'chat'), madeUpChat())
  writeFileSync(join(place, 'chat.zip'), zipped(madeUpChat()))
  const { code, out, error } = await commandIn(place, 'scan', 'chat.zip')
  expect(code, error).toBe(0)
  expect(error).toContain('Looking for what was asked twice')
  expect(out).toMatch(/^Read \d+ messages of 2 public channels in chat\.zip; 4 not read\.$/m)
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
  expect(out).toMatch(/ovens\/2026-05-03\.json:2 .*\[Keep this\?\]|general\/2026-03-03\.json:1 +\[Keep this\?\]/)
  const read = async (path: string) => JSON.parse((await scan(place, path, '--json')).out)
  const [one, other] = [await read('chat.zip'), await read('chat')]
  expect(one.findings).toHaveLength(2)
  expect([one.findings, one.chat, one.unread]).toEqual([other.findings, other.chat, other.unread])
  expect(one.fresh).toBe(0)
  expect(readdirSync(join(place, 'data', 'turn')).filter((name) => name.startsWith('unpacked'))).toEqual([])
})

test('An export in another encoding, or with odd files, is read or named', async () => {
  const place = freshFolder()
  const files = madeUpChat()
  const people = Buffer.from((files['users.json'] ?? '').replace('"Ana"', '"Änna"'), 'latin1')
  writeFiles(join(place, 'chat'), {
    ...files,
    'users.json': people,
    'general/2026-06-01.json': Buffer.from([0, 1, 2]),
    'general/2026-06-02.json': '{"a":',
  })
  const { findings, unread } = JSON.parse((await scan(place, 'chat', '--json')).out)
  expect(findings).toHaveLength(2)
  expect(unread).toContainEqual({ path: 'general/2026-06-01.json', reason: 'It holds zero bytes: it is not a text.' })
  expect(unread).toContainEqual({ path: 'general/2026-06-02.json', reason: 'It is no list in whole JSON.' })
  const refused = await scan(place, 'chat', '--out', 'vault')
  expect([refused.code, refused.error]).toEqual([1, expect.stringContaining('Leave --out away')])
})
