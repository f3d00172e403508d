import { spawnSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { madeUpChat, writeFiles } from './made-up-chat.ts'
import { root } from './source.ts'
import { freshFolder } from './stores.ts'

function turn(place: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src', 'main.ts'), 'turn', ...words], {
    cwd: place,
    encoding: 'utf8',
    env: { ...process.env, WHORL_DATA: join(place, 'data') },
  })
  return { status, stdout, stderr }
}

const zipped = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [`Bakery export/${path}`, strToU8(text)])))

test('A chat export gives what was asked twice, as a zip and unpacked, and leaves nothing behind', {
  timeout: 60_000,
}, () => {
  const place = freshFolder()
  writeFiles(join(place, 'chat'), madeUpChat())
  writeFileSync(join(place, 'chat.zip'), zipped(madeUpChat()))
  const { status, stdout, stderr } = turn(place, 'chat.zip')
  expect(status, stderr).toBe(0)
  expect(stderr).toContain('Looking for what was asked twice')
  expect(stdout).toMatch(/^Read \d+ messages of 2 public channels in chat\.zip; 4 not read\.$/m)
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
  expect(stdout).toMatch(/ovens\/2026-05-03\.json:2 .*\[Keep this\?\]|general\/2026-03-03\.json:1 +\[Keep this\?\]/)
  const [one, other] = ['chat.zip', 'chat'].map((path) => JSON.parse(turn(place, path, '--json').stdout))
  expect(one.findings).toHaveLength(2)
  expect([one.findings, one.chat, one.unread]).toEqual([other.findings, other.chat, other.unread])
  expect(one.fresh).toBe(0)
  expect(readdirSync(join(place, 'data', 'turn')).filter((name) => name.startsWith('unpacked'))).toEqual([])
})

test('An export in another encoding, or with odd files, is read or named', { timeout: 60_000 }, () => {
  const place = freshFolder()
  const files = madeUpChat()
  const people = Buffer.from((files['users.json'] ?? '').replace('"Ana"', '"Änna"'), 'latin1')
  writeFiles(join(place, 'chat'), {
    ...files,
    'users.json': people,
    'general/2026-06-01.json': Buffer.from([0, 1, 2]),
    'general/2026-06-02.json': '{"a":',
  })
  const { findings, unread } = JSON.parse(turn(place, 'chat', '--json').stdout)
  expect(findings).toHaveLength(2)
  expect(unread).toContainEqual({ path: 'general/2026-06-01.json', reason: 'It holds zero bytes: it is not a text.' })
  expect(unread).toContainEqual({ path: 'general/2026-06-02.json', reason: 'It is no list in whole JSON.' })
  const refused = turn(place, 'chat', '--out', 'vault')
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('Leave --out away')])
})
