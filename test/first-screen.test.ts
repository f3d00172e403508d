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
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path ?? '')
  const found = new Set<string>()
  const follow = (path: string) => {
    if (found.has(path)) return
    found.add(path)
    for (const other of importedBy(path)) follow(other)
  }
  for (const path of named) follow(path)
  return [...found]
}

/** What a script imports statically. */
function importedBy(path: string): string[] {
  const { program } = parse({ path, text: readFileSync(join(dist, path), 'utf8') })
  return (program.body as { type: string; source?: { value: string } }[]).flatMap(({ type, source }) =>
    /^(?:Import|Export)/.test(type) && source ? [join('assets', source.value)] : [],
  )
}

test('The script of a first screen is under 130 KB compressed', () => {
  const sizes = firstScripts().map((path) => [path, readFileSync(join(dist, `${path}.gz`)).length] as const)
  const all = sizes.reduce((sum, [, size]) => sum + size, 0)
  expect(sizes.length).toBeGreaterThan(0)
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
