import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { actsPage, actsShow } from '../write-acts.ts'
import { environmentReadIn } from './environment.ts'
import { root, sourcesIn } from './source.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const ignored = /^(node_modules|dist|data|examples)\//
const pages = globSync('**/*.md', { cwd: root, exclude: ['node_modules', 'dist', 'data', '.git'] })
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: read(path) }))
  .filter(({ path }) => !ignored.test(path))
const manifest = JSON.parse(read('package.json')) as { version: string; scripts: Record<string, string> }

describe('The documents', () => {
  test('name every environment variable that the program reads', () => {
    const told = pages.filter(({ path }) => path === 'README.md' || path.startsWith('docs/'))
    const all = told.map(({ text }) => text).join('\n')
    const missing = sourcesIn('src', { tests: false })
      .flatMap(environmentReadIn)
      .filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(all))
    expect(missing).toEqual([])
  })

  test('name every environment variable that the tests read', () => {
    const missing = sourcesIn('test', { tests: true })
      .filter(({ path }) => path !== 'test/docs.test.ts')
      .flatMap(environmentReadIn)
      .filter(({ name }) => name.includes('WHORL') || name.includes('DATABASE'))
      .filter(({ name }) => !read('test/README.md').includes(name))
    expect(missing).toEqual([])
  })

  test('link to files that are there', () => {
    const broken = pages.flatMap(({ path, text }) =>
      linksIn(text)
        .filter((link) => !existsSync(join(root, dirname(path), link)))
        .map((link) => `${path} → ${link}`),
    )
    expect(broken).toEqual([])
  })

  test('name only scripts that npm knows', () => {
    const missing = pages.flatMap(({ path, text }) =>
      matches(text, /\bnpm run ([a-z][a-z:-]*)/g)
        .filter((script) => !(script in manifest.scripts))
        .map((script) => `${path}: npm run ${script}`),
    )
    expect(missing).toEqual([])
  })

  test.skipIf(!existsSync(join(root, 'src', 'main.ts')))('name only commands that whorl knows', () => {
    const help = spawnSync(process.execPath, [join(root, 'bin', 'whorl.js'), '--help'], { encoding: 'utf8' }).stdout
    const known = new Set(help.match(/[a-z][a-z-]*/g))
    const missing = pages.flatMap(({ path, text }) =>
      matches(text, /\bnpx whorl ([a-z][a-z-]*)/g)
        .filter((command) => !known.has(command))
        .map((command) => `${path}: npx whorl ${command}`),
    )
    expect(missing).toEqual([])
  })

  test('tell the commands that the check runs', () => {
    expect(read('README.md')).toMatch(/\bnpm test\b/)
    expect(read('.ci/run').trim()).toMatch(/\nnpm ci\nnpm run check$/)
    expect(manifest.scripts.check).toBe('node check.ts')
    expect(manifest.scripts.test).toBe('node test.ts')
    expect(read('check.ts')).toContain("'test.ts'")
  })

  test('say what is new in this version', () => {
    expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## \\[?v?${manifest.version.replaceAll('.', '\\.')}\\b`, 'm'))
  })

  test('list every decision', () => {
    const folder = join(root, 'docs', 'decisions')
    const decisions = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')
    const listed = linksIn(read('docs/decisions/README.md'))
    expect(decisions.filter((name) => !listed.includes(name))).toEqual([])
  })

  test('docs/acts.md is what the acts themselves say', () => {
    expect(read('docs/acts.md'), 'Run npm run acts.').toBe(actsPage())
  })

  test('src/web/shows.json is what the acts themselves say that they show', () => {
    expect(read('src/web/shows.json'), 'Run npm run acts.').toBe(actsShow())
  })
})

test('The lock file holds no addresses, and no engine but our own', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, object> }
  const odd = Object.entries(packages).filter(([path, entry]) => 'resolved' in entry || (path && 'engines' in entry))
  expect(odd.map(([path]) => path)).toEqual([])
})

/** The relative files a Markdown text links to, outside of its code. */
function linksIn(text: string): string[] {
  const prose = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '')
  return [...matches(prose, /\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g), ...matches(prose, /^\[[^\]]+\]:\s*(\S+)/gm)]
    .filter((link) => !/^([a-z][a-z+.-]*:|#|\/)/i.test(link))
    .map((link) => decodeURIComponent(link.replace(/[#?].*$/, '')))
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found]) => found ?? '')
}
