/** What a visit loads before its first screen is shown, measured on the built pages. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { buildWeb } from '../build-web.ts'
import { parse, root } from './source.ts'

const mostBytes = 130_000
const dist = join(root, 'dist', 'web')

beforeAll(buildWeb, 120_000)

/** The scripts that the one page names, and all that these import before they run. */
function firstScripts(): string[] {
  const page = readFileSync(join(dist, 'index.html'), 'utf8')
  return withImports([...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path ?? ''))
}

/** Scripts, and all that they import before they run. */
function withImports(paths: string[]): string[] {
  const found = new Set<string>()
  const follow = (path: string) => {
    if (found.has(path)) return
    found.add(path)
    for (const other of importedBy(path)) follow(other)
  }
  for (const path of paths) follow(path)
  return [...found]
}

/** What a script imports statically. */
function importedBy(path: string): string[] {
  const { program } = parse({ path, text: readFileSync(join(dist, path), 'utf8') })
  return (program.body as { type: string; source?: { value: string } }[]).flatMap(({ type, source }) =>
    /^(?:Import|Export)/.test(type) && source ? [join('assets', source.value)] : [],
  )
}

/** The scripts of one name that these import when they are needed. */
const laterOf = (paths: string[], name: string) =>
  paths.flatMap((path) =>
    [...textOf(path).matchAll(/import\(\s*["'`]\.\/([^"'`]+)["'`]\s*\)/g)]
      .map(([, file = '']) => file)
      .filter((file) => file.startsWith(`${name}-`))
      .map((file) => join('assets', file)),
  )

const textOf = (path: string) => readFileSync(join(dist, path), 'utf8')
const isJapanese = (path: string) => /[\u3040-\u30ff]/.test(textOf(path))

/** What a visit in a language loads until Today stands there, with something that waits or with nothing. */
function loadedIn(language: 'English' | 'Japanese', waits: boolean): string[] {
  const inLanguage = (path: string) => isJapanese(path) === (language === 'Japanese')
  const first = firstScripts()
  const later = withImports(laterOf(first, waits ? 'OneThing' : 'NothingToday'))
  const words = [...laterOf(first, 'first'), ...laterOf(later, 'things')].filter(inLanguage)
  return [...new Set([...first, ...later, ...words])]
}

test.each([
  ['English', 'something', true],
  ['English', 'nothing', false],
  ['Japanese', 'something', true],
  ['Japanese', 'nothing', false],
] as const)('The script of a first screen in %s where %s waits is under 130 KB compressed', (language, _, waits) => {
  const paths = loadedIn(language, waits)
  // What is measured has the words: those of every screen, and those of what waits.
  const words = { English: ['Skip to the page', 'is stuck on'], Japanese: ['本文へ', 'で困っています'] }[language]
  expect(paths.some((path) => textOf(path).includes(words[0] ?? ''))).toBe(true)
  if (waits) expect(paths.some((path) => textOf(path).includes(words[1] ?? ''))).toBe(true)
  const sizes = paths.map((path) => [path, readFileSync(join(dist, `${path}.gz`)).length] as const)
  const all = sizes.reduce((sum, [, size]) => sum + size, 0)
  expect(all, JSON.stringify(sizes)).toBeLessThan(mostBytes)
})

test('Neither the editor, nor dialogs, nor what draws or packs is in it', () => {
  const first = firstScripts()
  const rest = readdirSync(join(dist, 'assets'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => join('assets', name))
    .filter((path) => !first.includes(path))
  const text = (paths: string[]) => paths.map((path) => readFileSync(join(dist, path), 'utf8')).join('\n')
  // Names that stand in the code of each, whatever else is shortened.
  for (const name of ['cm-editor', 'data-base-ui', 'alphaDecay', 'invalid zip data']) {
    expect(text(first), name).not.toContain(name)
    expect(text(rest), name).toContain(name)
  }
})
