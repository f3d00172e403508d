import { existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { freshFolder } from '../../../test/stores.ts'
import { packedLetters, type ZipEntry, zipOf } from '../../../test/zips.ts'
import { unpackZip } from './unpack-zip.ts'

async function unpacked(bytes: Uint8Array, given?: Parameters<typeof unpackZip>[2]) {
  const folder = freshFolder()
  const [file, to] = [join(folder, 'given.zip'), join(folder, 'in', 'to')]
  writeFileSync(file, bytes)
  const unread = await unpackZip(file, to, given)
  const files = existsSync(to) ? readdirSync(to, { recursive: true, withFileTypes: true }) : []
  const texts = files
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .map((path) => [path.slice(to.length + 1), readFileSync(path, 'utf8')] as const)
  // Nothing of a zip is ever beside the folder, whatever it was called.
  expect(readdirSync(folder).filter((name) => !['given.zip', 'in'].includes(name))).toEqual([])
  expect(existsSync(join(folder, 'in')) ? readdirSync(join(folder, 'in')) : ['to']).toEqual(['to'])
  return {
    texts: Object.fromEntries(texts),
    reasons: Object.fromEntries(unread.map(({ path, reason }) => [path, reason])),
  }
}

const page = (name: string | Uint8Array, more: Partial<ZipEntry> = {}): ZipEntry => ({ name, text: '# A\n', ...more })

test('The documents of a zip are unpacked and nothing else is; its one top folder is the root', async () => {
  const text = strToU8('# A\n')
  const names = ['a.md', 'b/c.txt', 'logo.png', '.git/x.md', '.obsidian/y.md', 'node_modules/z/readme.md', '.draft.md']
  const zip = zipSync({
    ...Object.fromEntries(names.map((name) => [`our-docs-main/${name}`, text])),
    '__MACOSX/our-docs-main/._a.md': text,
  })
  const { texts, reasons } = await unpacked(zip)
  expect([Object.keys(texts).sort(), reasons]).toEqual([['.draft.md', 'a.md', 'b/c.txt'], {}])
  expect(Object.keys((await unpacked(zipSync({ 'a/b.md': text, 'c.md': text }))).texts).sort()).toEqual([
    'a/b.md',
    'c.md',
  ])
})

test.each([
  '../out.md',
  'a/../../out.md',
  '/out.md',
  '//host/out.md',
  'C:\\out.md',
  'c:out.md',
  '..\\out.md',
  'a\\..\\..\\out.md',
  'a\0.md',
])('%j is named and goes nowhere', async (name) => {
  const { texts, reasons } = await unpacked(zipOf([page(name), page('kept.md')]))
  expect(Object.keys(texts)).toEqual(['kept.md'])
  expect(Object.values(reasons)).toEqual([expect.stringMatching(/^Its name (?:leads out|holds a zero)/)])
})

test('Names are read as they were written, on whatever machine', async () => {
  const zip = zipOf([
    page('日本/手引き.md'),
    page(Buffer.from('naïve.md')),
    page(Buffer.from([0x81, 0x62, 0x65, 0x72, 0x2e, 0x6d, 0x64])),
    page(Buffer.from([0x82, 0x2e, 0x6d, 0x64]), { flags: 0x800 }),
    page('win\\dows.md'),
    page('./here//b.md'),
  ])
  const { texts, reasons } = await unpacked(zip)
  expect([Object.keys(texts).sort(), reasons]).toEqual([
    ['here/b.md', 'naïve.md', 'win/dows.md', 'é.md', 'über.md', '日本/手引き.md'].sort(),
    {},
  ])
})

test('What cannot be read is named, each with its reason, and stops nothing', async () => {
  const { texts, reasons } = await unpacked(
    zipOf([
      page('a.md'),
      page('A.md'),
      page('caf\u00e9.md'),
      page('cafe\u0301.md'),
      page('a.md/b.md'),
      page('link.md', { mode: 0o120777, text: '/etc/passwd' }),
      page('pipe.md', { mode: 0o010644 }),
      page('locked.md', { flags: 1 }),
      page('strange.md', { method: 14 }),
      page('inner.zip'),
      page('large.md', { says: 200_000_000 }),
      page('broken.md', { packed: { bytes: Buffer.from('no such thing'), crc: 0, size: 4 } }),
      page('changed.md', { packed: { ...packedLetters(9), crc: 7 } }),
      page(`${'n'.repeat(300)}.md`),
      page('last.md'),
    ]),
  )
  expect(Object.keys(texts).sort()).toEqual(['a.md', 'caf\u00e9.md', 'last.md'])
  expect(reasons).toEqual({
    'A.md': 'Another file of the zip has the same name, but for case or accents.',
    'cafe\u0301.md': 'Another file of the zip has the same name, but for case or accents.',
    'a.md/b.md': expect.stringMatching(/^It cannot be unpacked under its name: (?:EEXIST|ENOTDIR)\.$/),
    'link.md': 'It is a link: not followed.',
    'pipe.md': 'It is no ordinary file.',
    'locked.md': 'It is locked with a password.',
    'strange.md': 'It is packed in a way that is not read here (method 14).',
    'inner.zip': 'It is a zip within the zip: not opened. Unpack it, and give it by itself.',
    'large.md': 'It is 200 MB; files up to 10 MB are read.',
    'broken.md': 'It is damaged.',
    'changed.md': 'It is damaged.',
    [`${'n'.repeat(300)}.md`]: 'It cannot be unpacked under its name: ENAMETOOLONG.',
  })
})

test('50 GB of letters are not unpacked, whether they say so or lie', async () => {
  const packed = packedLetters(10_000_000)
  const bomb = (says: number) =>
    zipOf([page('a.md'), ...Array.from({ length: 5000 }, (_, n) => ({ name: `${n}.md`, packed, says }))])
  const honest = await unpacked(bomb(10_000_000))
  expect([Object.keys(honest.texts), Object.keys(honest.reasons).length]).toEqual([['a.md'], 5000])
  expect(honest.reasons['7.md']).toBe('It would unpack to more than 100 times its size, as no text does.')
  const lying = await unpacked(bomb(100), { mostBytes: 30_000_000 })
  expect(Object.keys(lying.texts)).toEqual(['a.md'])
  expect([lying.reasons['1.md'], lying.reasons['4999.md']]).toEqual([
    'It would unpack to more than 100 times its size, as no text does.',
    'It is beyond what is unpacked of one zip: 1 GiB.',
  ])
})

test('A zip unpacks to so many bytes and files, and no more', async () => {
  const text = Array.from({ length: 100_000 }, (_, n) => n).join(' ')
  const many = zipOf(Array.from({ length: 9 }, (_, n) => page(`${n}.md`, { text })))
  const { texts, reasons } = await unpacked(many, { mostBytes: 3 * text.length + 10 })
  expect([Object.keys(texts), Object.keys(reasons).length]).toEqual([['0.md', '1.md', '2.md'], 6])
  const few = await unpacked(many, { mostFiles: 4 })
  expect([Object.keys(few.texts).length, few.reasons]).toEqual([
    4,
    { 'given.zip': 'It holds more than 4 files; what came after them was not read.' },
  ])
})

test('Entries that share their bytes are taken once', async () => {
  const { texts, reasons } = await unpacked(
    zipOf([
      page('a.md', { claims: 60 }),
      page('before.md'),
      ...Array.from({ length: 100 }, (_, n) => page(`b${n}.md`, { bytesOf: 1 })),
      page('c.md'),
    ]),
  )
  expect(Object.keys(texts)).toHaveLength(2)
  expect(Object.keys(reasons)).toHaveLength(101)
  expect(reasons['a.md']).toBe('It reaches into another file of the zip: not unpacked.')
})

test('A zip that is cut off, or none, is said to be so in one sentence', async () => {
  const whole = zipOf([page('a.md'), page('b.md')])
  const sentence = { 'given.zip': expect.stringMatching(/^It is no zip, or it is cut off/) }
  for (const bytes of [whole.subarray(0, -30), Buffer.alloc(0), Buffer.from('Hello'), Buffer.alloc(100_000)])
    expect((await unpacked(bytes)).reasons).toEqual(sentence)
  const listDamaged = Buffer.from(whole)
  listDamaged.write('XX', listDamaged.lastIndexOf('PK\x01\x02'))
  expect(await unpacked(listDamaged)).toEqual({
    texts: { 'a.md': '# A\n' },
    reasons: { 'given.zip': 'It is damaged: its list of files ends after 1.' },
  })
})

test('Whatever bytes are changed, it ends, and writes nothing but plain files in their place', async () => {
  const whole = zipOf([page('a.md'), page('b/c.md', { text: 'words '.repeat(50) }), page('../d.md')])
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
      async (changes) => {
        const changed = Buffer.from(whole)
        for (const [at, value] of changes) changed[at] = value
        await unpacked(changed)
      },
    ),
    { numRuns: 60 },
  )
})

test('What is unpacked is for nobody else to read', async () => {
  const folder = freshFolder()
  writeFileSync(join(folder, 'a.zip'), zipOf([page('x.md'), page('a/b.md', { mode: 0o100777 })]))
  await unpackZip(join(folder, 'a.zip'), join(folder, 'to'))
  const modes = ['to/a', 'to/a/b.md'].map((path) => lstatSync(join(folder, path)).mode & 0o777)
  expect(modes).toEqual([0o700, 0o600])
})
