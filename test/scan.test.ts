import { mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readVault } from '../src/combination/vault/read-vault.ts'
import { commandLineIn } from './command-line.ts'
import { commandIn } from './spawned.ts'
import { freshFolder } from './stores.ts'

const files: Record<string, string> = {
  'handbook/bread.md':
    '---\ntitle: How to bake bread\nreview_by: 2020-02-01\nowner: Mara\n---\n\nBread must rest in the basket before it is baked.\n\nThere are sometimes good reasons not to follow this.\n',
  'handbook/oven.html.md.erb':
    '---\ntitle: The oven\n---\n# <%= current_page.data.title %>\n\nThe oven is what bakes the bread. The PQR decides when it is cold.\n',
  'handbook/starter.mdx':
    '# Restore the starter\n\n1. Take the jar from the cold.\n2. Feed it with flour.\n3. Ask the PQR.\n\nBread needs it.\n',
  'handbook/old.txt': 'The PQR meets on Monday. The PQR bakes bread.\n',
  'handbook/broken.md': '---\ntitle: [\n---\nStill read.\n',
  'handbook/links.md': `${'[[bread]] '.repeat(10_000)}\n`,
}

function folder() {
  const place = freshFolder()
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(place, 'docs', path)), { recursive: true })
    writeFileSync(join(place, 'docs', path), text)
  }
  return place
}

const scan = (place: string, ...words: string[]) => commandLineIn(place)('scan', ...words)

test('A folder alone gives findings with the words they rest on, in one screenful', async () => {
  const place = folder()
  const { code, out, error } = await commandIn(place, 'scan', 'docs')
  expect(code, error).toBe(0)
  expect(error).toContain('nothing is sent anywhere')
  const lines = out.trimEnd().split('\n')
  expect(lines.length).toBeLessThanOrEqual(24)
  expect(lines.filter((line) => line.length > 80)).toEqual([])
  expect(out).toContain('There are sometimes good reasons not to follow this.')
  expect(out).toMatch(/handbook\/bread\.md:9 +\[Who decides this\?\]/)
  expect(out).toContain('was to be reviewed by 1 February 2020')
  expect(out).toContain('3 pages speak of PQR')
  expect(out).toContain('“Restore the starter” is 3 steps')
  // The quick way in which the tests below run it gives the same.
  expect((await scan(folder(), 'docs')).out).toBe(out)
})

test('The vault that it writes has every citation reach its lines; what people add to it stays', async () => {
  const place = folder()
  const first = await scan(place, 'docs', '--out', 'vault')
  expect(first.code, first.error).toBe(0)
  const [page = ''] = readdirSync(join(place, 'vault', 'wiki', 'concepts'))
  const paths = readdirSync(join(place, 'vault'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.md'),
  )
  const vault = readVault(paths.map((path) => ({ path, bytes: readFileSync(join(place, 'vault', path)) })))
  expect(vault.counts.citations).toBeGreaterThan(1)
  expect(vault.defects.filter(({ kind }) => kind.startsWith('citation'))).toEqual([])
  const at = join(place, 'vault', 'wiki', 'concepts', page)
  const mine = `${readFileSync(at, 'utf8')}\nOnly the left half bakes.\n`
  writeFileSync(at, mine)
  expect((await scan(place, 'docs', '--out', 'vault')).code).toBe(0)
  expect(readFileSync(at, 'utf8')).toBe(mine)
})

test('Run again it reads only what is new', async () => {
  const place = folder()
  const read = async () => JSON.parse((await scan(place, 'docs', '--json')).out)
  expect(await read()).toMatchObject({ documents: 6, fresh: 6, unread: [] })
  expect(await read()).toMatchObject({ documents: 6, fresh: 0 })
  writeFileSync(join(place, 'docs', 'new.md'), '# New\n\nBread again.\n')
  expect(await read()).toMatchObject({ documents: 7, fresh: 1 })
})

test('What cannot be read is named with a reason, and stops nothing', async () => {
  const place = folder()
  writeFileSync(join(place, 'docs', 'large.md'), '')
  truncateSync(join(place, 'docs', 'large.md'), 200_000_000)
  writeFileSync(join(place, 'docs', 'zero.md'), Buffer.from([1, 0, 2]))
  writeFileSync(join(place, 'secret.md'), '# Secret\n')
  symlinkSync(join(place, 'secret.md'), join(place, 'docs', 'out.md'))
  const { documents, unread } = JSON.parse((await scan(place, 'docs', '--json')).out)
  expect(documents).toBe(6)
  expect(
    Object.fromEntries(unread.map(({ path, reason }: { path: string; reason: string }) => [path, reason])),
  ).toEqual({
    'large.md': 'It is 200 MB; files up to 10 MB are read.',
    'zero.md': 'It holds zero bytes: it is not a text.',
    'out.md': 'It is a link out of the folder: not followed.',
  })
})

test('A zip gives what its folder gives, and leaves nothing unpacked behind', async () => {
  const place = folder()
  const bytes = Object.fromEntries(Object.entries(files).map(([path, text]) => [`docs-main/${path}`, strToU8(text)]))
  writeFileSync(join(place, 'docs.zip'), zipSync({ ...bytes, 'docs-main/inner.zip': strToU8('PK') }))
  const { findings, topics } = JSON.parse((await scan(place, 'docs', '--json')).out)
  const read = async () => JSON.parse((await scan(place, 'docs.zip', '--json')).out)
  expect(await read()).toMatchObject({
    path: join(realpathSync(place), 'docs.zip'),
    documents: 6,
    fresh: 6,
    findings,
    topics,
    unread: [{ path: 'inner.zip', reason: expect.stringContaining('not opened') }],
  })
  expect(await read()).toMatchObject({ documents: 6, fresh: 0, findings })
  const written = await scan(place, 'docs.zip', '--out', 'vault')
  expect([written.code, written.out]).toEqual([0, expect.stringContaining('Wrote')])
  expect(readdirSync(join(place, 'data', 'turn')).filter((name) => name.startsWith('unpacked'))).toEqual([])
})

test('A zip that is none is refused in one sentence, and leaves nothing behind', async () => {
  const place = folder()
  writeFileSync(join(place, 'docs.zip'), 'Hello')
  const { code, error } = await commandIn(place, 'scan', 'docs.zip')
  expect([code, error.trimEnd().split('\n').at(-1)]).toEqual([
    1,
    expect.stringMatching(/docs\.zip cannot be read\. It is no zip/),
  ])
  expect(readdirSync(join(place, 'data', 'turn')).filter((name) => name.startsWith('unpacked'))).toEqual([])
})

test('It writes into no folder that it did not make, and says what it does not understand', async () => {
  const place = folder()
  const refused = await scan(place, 'docs', '--out', 'docs')
  expect([refused.code, refused.error]).toEqual([1, expect.stringContaining('Whorl did not make it')])
  expect((await scan(place, 'nowhere')).code).toBe(1)
  expect((await scan(place)).code).toBe(2)
  expect((await scan(place, 'docs', '--wat')).code).toBe(2)
})
