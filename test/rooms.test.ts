import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { clockAndRandomReadsIn, undocumentedIn } from './habits.ts'
import { breachesOf, innerFolders, roomOf } from './rooms.ts'
import { root, sourcesIn } from './source.ts'

const sources = sourcesIn('src', { tests: false })
const breach = (path: string, text: string) => breachesOf([{ path, text }]).join()

test('Every file imports only what its room may', () => {
  expect(breachesOf(sources)).toEqual([])
})

test('Every room has a README of three lines and an index.ts', () => {
  const entries = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  for (const folder of [...entries.map(({ name }) => `src/${name}`), ...innerFolders]) {
    const readme = join(root, folder, 'README.md')
    expect(existsSync(readme), `${folder}/README.md`).toBe(true)
    const lines = readFileSync(readme, 'utf8')
      .split('\n')
      .filter((line) => line.trim())
    expect(lines.length, `lines of ${folder}/README.md`).toBe(3)
    if (folder !== 'src/web') expect(existsSync(join(root, folder, 'index.ts')), `${folder}/index.ts`).toBe(true)
  }
})

test('Every exported function says in a comment what it does', () => {
  expect(sources.flatMap(undocumentedIn)).toEqual([])
})

test('Time and chance are handed in, except at the doors', () => {
  const within = sources.filter(({ path }) => !/^src\/(main\.ts$|(http|cli|mcp|web)\/)/.test(path))
  expect(within.flatMap(clockAndRandomReadsIn)).toEqual([])
})

test('Files are named in kebab-case, components in PascalCase', () => {
  const odd = sources.filter(({ path }) => {
    const name = path.split('/').at(-1) ?? ''
    return !/^\d*-?[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.tsx?$/.test(name) && !/^[A-Z][A-Za-z0-9]*\.tsx$/.test(name)
  })
  expect(odd.map(({ path }) => path)).toEqual([])
  const vague = /\/(utils?|helpers?|services?|managers?|common|types)(\.tsx?|\/)/
  expect(sources.filter(({ path }) => vague.test(path)).map(({ path }) => path)).toEqual([])
})

describe('A breach is found', () => {
  test.each([
    ['a mode in another mode', 'src/combination/a.ts', "import { x } from '../internalisation/index.ts'"],
    ['the ground the wrong way round', 'src/ledger/a.ts', "import type { X } from '../knowledge/index.ts'"],
    ['a room not by its index', 'src/ledger/a.ts', "import { x } from '../ba/person.ts'"],
    ['a re-export', 'src/store/a.ts', "export * from '../ba/index.ts'"],
    ['a dynamic import', 'src/http/a.ts', "await import('../store/index.ts')"],
    ['a computed import', 'src/http/a.ts', 'await import(name)'],
    ['a type named in place', 'src/cli/a.ts', "type X = import('../http/index.ts').X"],
    ['a worker of another room', 'src/search/a.ts', "new Worker(new URL('../house/w.ts', import.meta.url))"],
    ['a room imported by the first of the ground', 'src/text/a.ts', "import { x } from '../store/index.ts'"],
    ['all of the reader of text in the pages', 'src/web/a.ts', "import { x } from '../text/index.ts'"],
    ['the light part of it anywhere else', 'src/search/a.ts', "import { x } from '../text/light.ts'"],
    ['Node in the reader of text', 'src/text/a.ts', "import { join } from 'node:path'"],
    ['code in the pages', 'src/web/a.tsx', "import { type X } from '../acts.ts'"],
    ['the list of acts in a room', 'src/house/a.ts', "import { acts } from '../acts.ts'"],
    ['a file in no room', 'src/other.ts', "import { x } from './ba/index.ts'"],
    ['an inner room after its own', 'src/combination/pages/a.ts', "import { x } from '../vault/index.ts'"],
    ['the same from a folder in it', 'src/combination/pages/b/a.ts', "import type { X } from '../../check/index.ts'"],
    ['an inner room not by its index', 'src/combination/vault/a.ts', "import { x } from '../pages/save-page.ts'"],
    ['the join of a room from inside it', 'src/combination/check/a.ts', "import { x } from '../index.ts'"],
    ['an inner room from a join, not by its index', 'src/spiral/index.ts', "export { x } from './today/today.ts'"],
    ['a worker of an inner room', 'src/combination/vault/a.ts', "new URL('../check/w.ts', import.meta.url)"],
    ['a folder that is no inner room', 'src/spiral/turns/a.ts', "import { x } from '../today/index.ts'"],
    [
      'the rooms of the spiral the wrong way round',
      'src/spiral/findings/a.ts',
      "import { x } from '../today/index.ts'",
    ],
    ['a room nobody knows', 'src/attic/a.ts', "import { x } from '../ba/index.ts'"],
    ['a file outside', 'src/ba/a.ts', "import { x } from '../../test/stores.ts'"],
    ['a package of another room', 'src/spiral/a.ts', "import { Hono } from 'hono/tiny'"],
    ['SQL outside of a row file', 'src/ba/person.ts', "import { sql } from 'kysely'"],
    ['a package nobody knows', 'src/ba/a.ts', "import leftPad from 'left-pad'"],
    ['SQLite outside of the store', 'src/house/a.ts', "import { DatabaseSync } from 'node:sqlite'"],
    ['Node in the pages', 'src/web/a.ts', "import { join } from 'node:path'"],
  ])('%s', (_, path, text) => {
    expect(breach(path, text)).not.toBe('')
  })

  test('an exported function without a comment', () => {
    const text = 'export function a() {}\n/** Does b. */\nexport function b() {}\nexport const c = () => 1'
    expect(undocumentedIn({ path: 'a.ts', text })).toEqual(['a.ts:1 a', 'a.ts:4 c'])
  })

  test('a clock or a die', () => {
    const text = 'Date.now()\nnew Date(at)\nnew Date()\nMath.random()\nimport { randomUUID } from "node:crypto"'
    expect(clockAndRandomReadsIn({ path: 'a.ts', text })).toEqual([
      'a.ts:1 Date.now',
      'a.ts:3 new Date()',
      'a.ts:4 Math.random',
      'a.ts:5 randomUUID',
    ])
  })
})

describe('What is allowed is let through', () => {
  test.each([
    ['src/spiral/a.ts', "import { x } from '../combination/index.ts'"],
    ['src/combination/check/a.ts', "import { x } from '../pages/index.ts'\nimport { y } from './b.ts'"],
    ['src/combination/index.ts', "export { x } from './check/index.ts'"],
    ['src/spiral/today/a.ts', "import { x } from '../findings/index.ts'"],
    ['src/knowledge/a.ts', "import { x } from '../ledger/index.ts'"],
    ['src/ba/person-rows.ts', "import { sql } from 'kysely'"],
    ['src/web/a.tsx', "import type { X } from '../acts.ts'\nimport './a.css'"],
    ['src/web/a.tsx', "import { x } from '../text/light.ts'"],
    ['src/cli/a.ts', "import { x } from '../text/index.ts'"],
    ['src/main.ts', "import { x } from './http/index.ts'"],
    ['src/mcp/a.ts', "import { z } from 'zod'\nimport { x } from './b.ts'\nimport { join } from 'node:path'"],
  ])('in %s', (path, text) => {
    expect(breach(path, text)).toBe('')
    expect(roomOf(path)).not.toBe('')
  })
})
