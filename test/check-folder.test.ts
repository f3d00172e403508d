import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { commandLineIn } from './command-line.ts'
import { commandIn } from './spawned.ts'
import { freshFolder } from './stores.ts'

const files: Record<string, string> = {
  'docs/sources/run.md': '---\ntitle: Run\n---\nThe purge takes ten minutes.\n',
  'docs/purge.md': '---\ntitle: Purge\n---\n\nThe purge takes ten minutes. ^[run.md:9]\n',
  'docs/edge \u202E.md': '---\ntitle: Edge\n---\n\nSee [[Purges]], [[purge]] and [[Nowhere]].\n',
}

function folder(more: Record<string, string> = {}) {
  const place = freshFolder()
  for (const [path, text] of Object.entries({ ...files, ...more })) {
    mkdirSync(dirname(join(place, path)), { recursive: true })
    writeFileSync(join(place, path), text)
  }
  return place
}

const check = (place: string, ...words: string[]) => commandLineIn(place)('check', ...words)

test('A folder is checked in words, with what would mend it, and fails by what is broken', async () => {
  const place = folder()
  const { code, out } = await commandIn(place, 'check', 'docs')
  expect(out).toContain('docs/purge.md:5 citation-does-not-hold It cites line 9 of run.md, which has 4.\n')
  expect(out).toContain('    Cite line 4 of run.md, the one place where these words stand. (--mend does it)\n')
  expect(out.trimEnd().split('\n').at(-1)).toBe('3 things to mend in 2 pages, 3 links, 1 citations; one fails.')
  expect(out).not.toContain('\u202E')
  expect(code).toBe(1)
  // The quick way in which the tests below run it gives the same.
  expect((await check(place, 'docs')).out).toBe(out)
})

test.each([
  [0, ['docs', '--fail-on', 'orphan']],
  [1, ['docs', '--fail-on=wanted-page']],
  [2, ['docs', '--fail-on=nonsense']],
  [2, ['nowhere']],
  [2, []],
])('The exit code is %i of check %j', async (code, words) => {
  expect((await check(folder(), ...words)).code).toBe(code)
})

test('A mend does what is safe, says so, and keeps the rest; a dry run only says so', async () => {
  const place = folder()
  const said = (await check(place, 'docs', '--dry-run')).out
  expect(said).toContain('docs/purge.md would be mended: ^[run.md:9] is now ^[run.md:4].')
  expect(readFileSync(join(place, 'docs/purge.md'), 'utf8')).toBe(files['docs/purge.md'])
  const mode = statSync(join(place, 'docs/purge.md')).mode
  const { code, out } = await check(place, 'docs', '--mend')
  expect(out).toContain('docs/purge.md mended: “Purge” is now also called “Purges”.')
  expect(readFileSync(join(place, 'docs/purge.md'), 'utf8')).toBe(
    '---\ntitle: Purge\naliases:\n  - Purges\n---\n\nThe purge takes ten minutes. ^[run.md:4]\n',
  )
  expect(statSync(join(place, 'docs/purge.md')).mode).toBe(mode)
  expect(out.trimEnd().split('\n').at(-1)).toBe('One thing to mend in 2 pages, 3 links, 1 citations; it does not fail.')
  expect(code).toBe(0)
})

const place = z.strictObject({
  physicalLocation: z.strictObject({
    artifactLocation: z.strictObject({ uri: z.string().regex(/^[\w.~!*'()%/-]+$/) }),
    region: z
      .strictObject({
        startLine: z.int().min(1),
        endLine: z.int().min(1),
        snippet: z.strictObject({ text: z.string() }).optional(),
      })
      .optional(),
  }),
})
const message = z.strictObject({ text: z.string().min(1) })
const level = z.enum(['error', 'warning', 'note'])
/** What of SARIF 2.1.0 we write, as its schema has it. */
const sarif = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          rules: z.array(
            z.strictObject({
              id: z.string(),
              name: z.string(),
              shortDescription: message,
              fullDescription: message,
              help: message,
              defaultConfiguration: z.strictObject({ level }),
            }),
          ),
        }),
      }),
      columnKind: z.literal('utf16CodeUnits'),
      invocations: z.array(
        z.strictObject({
          executionSuccessful: z.boolean(),
          toolExecutionNotifications: z.array(z.strictObject({ level, message, locations: z.array(place) })),
        }),
      ),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.int().min(0),
          level,
          message,
          locations: z.array(place),
          relatedLocations: z.array(place.extend({ id: z.int() })).optional(),
          partialFingerprints: z.record(z.string(), z.string().length(32)),
        }),
      ),
    }),
  ]),
})

test('SARIF has the rules, the places and fingerprints that hold when lines move', async () => {
  const there = folder()
  const read = async () => sarif.parse(JSON.parse((await check(there, 'docs', '--sarif')).out)).runs[0]
  const before = await read()
  expect(before.results.map(({ ruleId }) => ruleId)).toEqual(['citation-does-not-hold', 'wanted-page', 'wanted-page'])
  for (const { ruleId, ruleIndex } of before.results) expect(before.tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
  expect(before.results[1]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('docs/edge%20%E2%80%AE.md')
  writeFileSync(join(there, 'docs/purge.md'), (files['docs/purge.md'] ?? '').replace('\n\nThe', '\n\nFirst.\n\nThe'))
  const after = await read()
  expect(after.results[0]?.locations[0]?.physicalLocation.region?.startLine).toBe(7)
  expect(after.results.map((one) => one.partialFingerprints)).toEqual(
    before.results.map((one) => one.partialFingerprints),
  )
})

test('What is hostile in a folder stops nothing and leads nowhere', async () => {
  const outside = folder()
  const there = folder({ 'docs/broken.md': '---\ntitle: [\n---\n', 'docs/links.md': '[[x]] '.repeat(10_000) })
  writeFileSync(join(there, 'docs', 'zero.md'), new Uint8Array([0, 1, 2]))
  writeFileSync(join(there, 'docs', 'big.md'), new Uint8Array(11_000_000))
  symlinkSync(join(outside, 'docs'), join(there, 'docs', 'out'))
  const { problems, unread } = JSON.parse((await check(there, 'docs', '--json', '--mend')).out) as {
    problems: { rule: string; path: string }[]
    unread: { path: string }[]
  }
  expect(unread.map(({ path }) => path).sort()).toEqual(['docs/big.md', 'docs/out'])
  const unclean = problems.filter(({ rule }) => rule === 'unclean-page').map(({ path }) => path)
  expect(unclean.sort()).toEqual(['docs/broken.md', 'docs/zero.md'])
  expect(readFileSync(join(outside, 'docs/purge.md'), 'utf8')).toBe(files['docs/purge.md'])
})
