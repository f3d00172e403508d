import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { docxOf, pdfOf, scannedPdf, wordParagraph } from '../../../../test/documents.ts'
import { packedLetters, zipOf } from '../../../../test/zips.ts'
import { kindOf } from './kind-of.ts'
import { type FromReading, readGiven, type ToRead } from './read-given.ts'

const read = (kind: ToRead['kind'], bytes: Uint8Array | string, charset: string | null = null) =>
  readGiven({ kind, bytes: new Uint8Array(Buffer.from(bytes as string)), charset })
const faultOf = (outcome: FromReading) => ('fault' in outcome ? outcome.fault : 'it was read')
const textOf = (outcome: FromReading) => ('read' in outcome ? outcome.read.text : outcome.fault)

test('a PDF is read line by line, and says on which line each page begins', async () => {
  const pdf = pdfOf([['Edge runbook', 'A purge takes ten minutes.'], [], ['# Ask Jun first.']], 'Runbook')
  expect(await read('pdf', pdf)).toEqual({
    read: {
      title: 'Runbook',
      text: 'Edge runbook\nA purge takes ten minutes.\n\n\\# Ask Jun first.\n',
      pages: [1, 4, 4],
    },
  })
})

test('a PDF that says no title is called by its first line, where that is short and no sentence', async () => {
  const titleOf = async (lines: string[], own?: string) => {
    const outcome = await read('pdf', pdfOf([lines], own))
    return 'read' in outcome ? outcome.read.title : outcome.fault
  }
  expect(await titleOf(['Edge runbook', 'A purge takes ten minutes.'])).toBe('Edge runbook')
  expect(await titleOf(['Edge runbook', 'A purge takes ten minutes.'], 'Microsoft Word - x.docx')).toBe('Edge runbook')
  expect(await titleOf(['A purge takes ten minutes.', 'Ask Jun first.'])).toBeNull()
  expect(await titleOf(['A purge that is begun on the edge', 'takes ten minutes.'])).toBeNull()
  expect(await titleOf(['Page 1', 'A purge takes ten minutes.'])).toBeNull()
  const large = pdfOf([['12 May 2026', 'Edge runbook', 'a purge', 'takes', 'ten minutes.']])
    .toString('latin1')
    .replace('(Edge runbook) Tj', '/F1 24 Tf (Edge runbook) Tj /F1 11 Tf')
  const outcome = await read('pdf', Buffer.from(large, 'latin1'))
  expect('read' in outcome && outcome.read.title).toBe('Edge runbook')
})

test('a PDF of pictures, a damaged one and one of too many pages say so', { timeout: 60_000 }, async () => {
  expect(faultOf(await read('pdf', scannedPdf()))).toMatch(/^Its pages are pictures/)
  expect(faultOf(await read('pdf', pdfOf([[], []])))).toBe('There are no words in it.')
  expect(faultOf(await read('pdf', '%PDF-1.4\nnothing of a PDF'))).toMatch(/damaged/)
  const many = pdfOf(Array.from({ length: 5001 }, () => ['a']))
  expect(faultOf(await read('pdf', many))).toBe('It has 5001 pages; up to 5000 are read. Bring it in parts.')
})

test('a PDF that unpacks to gigabytes or never ends is stopped', { timeout: 60_000 }, async () => {
  const stream = deflateSync(Buffer.alloc(300_000_000, 'BT ET '))
  const bomb = Buffer.concat([
    Buffer.from(
      `${
        pdfOf([['a']])
          .toString('latin1')
          .replace(/<< \/Length \d+ >>/, `<< /Length ${stream.length} /Filter /FlateDecode >>`)
          .split('stream\n')[0]
      }stream\n`,
      'latin1',
    ),
    stream,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n', 'latin1'),
  ])
  const given = { kind: 'pdf' as const, bytes: new Uint8Array(bomb), charset: null }
  expect(faultOf(await readGiven(given, undefined, { ms: 1500, mb: 256 }))).toMatch(/^It (took|is no)/)
})

test('a Word document is read as Markdown, with its headings, lists and tables', async () => {
  const cell = (words: string) => `<w:tc>${wordParagraph(words)}</w:tc>`
  const table = `<w:tbl><w:tr>${cell('When')}${cell('Who')}</w:tr><w:tr>${cell('Night')}${cell('Jun')}</w:tr></w:tbl>`
  const docx = docxOf(
    `${wordParagraph('Edge runbook', 'Heading1')}${wordParagraph('A purge takes ten minutes.')}${table}`,
  )
  expect(kindOf('x', docx)).toEqual({ kind: 'docx' })
  const outcome = await read('docx', docx)
  expect(outcome).toMatchObject({ read: { title: 'Edge runbook', pages: null } })
  expect(textOf(outcome)).toMatch(/^# Edge runbook\n\nA purge takes ten minutes\.\n\n\|/)
  expect(textOf(outcome)).toContain('| Night | Jun |')
})

test('a Word document that unpacks to far more than one has is refused, whatever it says of its size', async () => {
  const large = packedLetters(50_000_000)
  const more = Array.from({ length: 5 }, (_, n) => ({ name: `word/media/${n}.xml`, packed: large, says: 10 }))
  expect(faultOf(await read('docx', docxOf(wordParagraph('A.'), '', more)))).toMatch(/unpacks to far more/)
  expect(faultOf(await read('docx', zipOf([{ name: 'word/document.xml', text: '<w:p' }])))).toMatch(/damaged/)
})

/** A document of one word of sixty million letters, made once. */
let large: Uint8Array | undefined
const largeWord = () => {
  large ??= new Uint8Array(docxOf(wordParagraph('a'.repeat(60_000_000))))
  return large
}

test.each([150, 210])(
  'a document that asks for all of %i MB at once ends nothing but its own reading',
  {
    timeout: 60_000,
  },
  async (mb) => {
    // In a thread of this process, it would be this process that ends.
    const bytes = largeWord()
    const outcome = await readGiven({ kind: 'docx', bytes, charset: null }, undefined, { ms: 60_000, mb })
    expect(faultOf(outcome)).toMatch(/^It took more memory/)
  },
)

test('a Word document whose list hides what another reader would find is refused', async () => {
  const docx = Buffer.from(docxOf(wordParagraph('A.')))
  const end = docx.length - 22
  const listed = (count: number) => {
    const zip = Buffer.from(docx)
    zip.writeUInt16LE(count, end + 8)
    zip.writeUInt16LE(count, end + 10)
    return zip
  }
  // Said in 64 bits elsewhere, by a field that says it is; and behind bytes by which all places are moved.
  const elsewhere = listed(0)
  elsewhere.writeUInt16LE(0xffff, end + 4)
  const behind = Buffer.concat([Buffer.from('PK\x03\x04'), docx])
  expect(textOf(await read('docx', listed(3)))).toBe('A.\n')
  for (const zip of [listed(1), listed(0), elsewhere, behind])
    expect(faultOf(await read('docx', zip))).toMatch(/damaged/)
})

test('entities in a Word document are not unfolded, and nothing of this machine is read', async () => {
  const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('')
  const laughs = `<!DOCTYPE d [<!ENTITY e0 "lol">${entities}<!ENTITY f SYSTEM "file:///etc/passwd">]>`
  const outcome = await read('docx', docxOf(wordParagraph('A &e9; &f; end.'), laughs))
  expect(textOf(outcome).length).toBeLessThan(1000)
  expect(textOf(outcome)).not.toContain('root:')
})

test('an HTML page is read without scripts, menus and what only does something', async () => {
  const long = 'Words of the page itself. '.repeat(10)
  const html = `<!doctype html><title>On call</title><nav>Menu</nav><main><h1>On call</h1><p>${long}</p><script>no()</script>
    <p hidden>secret</p><a href="javascript:no()">Here</a> <a href="https://example.org/a">there</a><img src=x onerror=no()></main>`
  const text = textOf(await read('html', html))
  expect(text).toMatch(/^# On call\n\nWords of the page itself\./)
  expect(text).toContain('Here [there](https://example.org/a)')
  expect(text).not.toMatch(/no\(\)|Menu|secret|javascript/)
})

test('a cell that says it spans a million columns is one cell', async () => {
  const wide = '<td colspan=1000000 rowspan=65534>wide</td>'
  const text = textOf(await read('html', `<table><tr><th>a<th>b<tr>${wide}<td colspan=2>two</td></table>`))
  expect(text.length).toBeLessThan(1000)
  expect(text).toContain('wide')
})

test('a PDF of which one page cannot be read says that it is damaged', async () => {
  const pdf = pdfOf([['Edge runbook'], ['More.']])
    .toString('latin1')
    .replace('/Kids [4 0 R 6 0 R]', '/Kids [4 0 R 99 0 R]')
  expect(faultOf(await read('pdf', Buffer.from(pdf, 'latin1')))).toMatch(/^It is no PDF that could be read/)
})

test('a page is read in the character set that it names', async () => {
  const html = Buffer.concat([
    Buffer.from('<!doctype html><meta charset="shift_jis"><p>'),
    Buffer.from([0x93, 0xfa, 0x96, 0x7b]),
    Buffer.from('</p>'),
  ])
  expect(textOf(await readGiven({ kind: 'html', bytes: new Uint8Array(html), charset: null }))).toBe('日本\n')
})

test('a page that is nested without end is refused', async () => {
  expect(faultOf(await read('html', '<div>'.repeat(1000)))).toMatch(/nested deeper/)
  expect(faultOf(await read('html', '<div>'.repeat(20_000)))).toMatch(/could not be read/)
})

test.each([
  ['a.pdf', '%PDF-1.7', 'pdf'],
  ['a.md', '# A', 'text'],
  ['a.htm', 'A', 'html'],
  ['page', '\n<!DOCTYPE html>', 'html'],
])('%s is told by its first bytes', (name, bytes, kind) => {
  expect(kindOf(name, Buffer.from(bytes))).toEqual({ kind })
})

test.each([
  ['a.zip', 'PK\x03\x04', /zip/],
  ['a.doc', '\xd0\xcf\x11\xe0', /older office/],
  ['a.rtf', '{\\rtf1', /rich text/],
  ['a.png', '\x89PNG\r\n', /picture/],
])('%s cannot be read, and says so', (name, bytes, why) => {
  expect(kindOf(name, Buffer.from(bytes, 'latin1'))).toEqual({ fault: expect.stringMatching(why) })
})
