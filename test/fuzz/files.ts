/** Files whose bytes are mutated: PDF, Word and zip; some with checksums and lengths set right again. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { kindOf } from '../../src/combination/documents/reading/kind-of.ts'
import { readAs } from '../../src/combination/documents/reading/read-as.ts'
import { unpackZip } from '../../src/folders/zip/unpack-zip.ts'
import { docxOf, pdfOf, pptxOf, slideShape, wordParagraph, xlsxOf } from '../documents.ts'
import { type ZipEntry, zipOf } from '../zips.ts'
import type { Chance } from './chance.ts'
import { type Fuzzed, holds, type Outcome } from './law.ts'
import { mutatedBytes } from './mutated-bytes.ts'
import { mutatedText } from './mutated-text.ts'

const pdfs = [
  pdfOf([['Edge runbook', 'A purge takes ten minutes.', 'Ask Jun first.'], [], ['# The second page']], 'Runbook'),
  pdfOf([['One line (with brackets).']]),
].map((pdf) => pdf.toString('latin1'))
const pdfTokens = [
  '<<',
  '>>',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '/',
  '%',
  ' 0 R',
  '1 0 R',
  '2 0 R',
  '4 0 R',
  '5 0 R',
  ' obj\n',
  'endobj\n',
  'stream\n',
  'endstream\n',
  'xref\n',
  'trailer\n',
  'startxref\n',
  '%%EOF\n',
  '/Type /Pages',
  '/Kids [2 0 R]',
  '/Kids [4 0 R 4 0 R]',
  '/Count 999999999',
  '/Count -1',
  '/Parent 4 0 R',
  '/Length 99999999',
  '/Length 5 0 R',
  '/Filter /FlateDecode',
  '/Filter [/ASCIIHexDecode /LZWDecode]',
  '/Filter /RunLengthDecode',
  '/DecodeParms << /Predictor 15 /Columns 1000000000 >>',
  '/Prev 0',
  '/Prev 9',
  '/Encrypt 3 0 R',
  '/Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (y) /P -1 >>',
  '/Size 2147483648',
  '/ObjStm',
  '/XRefStm 9',
  '/Subtype /Type0',
  '/Subtype /Type3 /CharProcs << /a 5 0 R >>',
  '/ToUnicode 5 0 R',
  '/DescendantFonts [3 0 R]',
  '/Encoding /Identity-H',
  '/Encoding << /Differences [0 /a 255 /b] >>',
  '/FirstChar 0 /LastChar 4000000000 /Widths [1]',
  '/MediaBox [0 0 1e38 -1]',
  '/UserUnit 1e30',
  '/Rotate 45',
  'BT',
  'ET',
  ' Tj',
  ' TJ',
  " '",
  ' Td',
  ' Tm',
  ' Tf',
  ' cm',
  'q ',
  'Q ',
  'BI /W 1 /H 1 ID x EI',
  ' Do',
  '/F1 1e30 Tf',
  '[(a) -99999999999 (b)] TJ',
  '-9e99',
  '0.00000000000001',
  '(\\777\\)',
  '<FEFF',
  'null',
  'true',
  '\0',
  '\r',
  '\n',
]

/** A PDF: mutated as text, its streams packed, its bytes mutated. */
export const pdf: Fuzzed<Uint8Array> = {
  name: 'pdf',
  make(chance) {
    const text = chance.once(6) ? chance.of(pdfs) : mutatedText(chance, pdfs, pdfTokens)
    const whole = Buffer.from(text.replace(/[\u0100-\uffff]/g, '?'), 'latin1')
    const made = chance.once(3) ? packed(whole) : whole
    return new Uint8Array(chance.once(2) ? mutatedBytes(chance, made) : made)
  },
  read: (bytes) => reading('pdf', bytes),
}

/** The PDF with its streams deflated and their lengths set. */
function packed(pdf: Buffer): Buffer {
  const text = pdf
    .toString('latin1')
    .replace(/<< \/Length \d+ >>\nstream\n([\s\S]*?)\nendstream/g, (_, stream: string) => {
      const deflated = deflateSync(Buffer.from(stream, 'latin1'))
      return `<< /Length ${deflated.length} /Filter /FlateDecode >>\nstream\n${deflated.toString('latin1')}\nendstream`
    })
  return Buffer.from(text, 'latin1')
}

const cell = (words: string) => `<w:tc>${wordParagraph(words)}</w:tc>`
const bodies = [
  `${wordParagraph('Edge runbook', 'Heading1')}${wordParagraph('A purge takes ten minutes.')}<w:tbl><w:tr>${cell('When')}${cell('Who')}</w:tr><w:tr>${cell('Night')}${cell('Jun')}</w:tr></w:tbl>`,
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:rPr><w:b/><w:i/></w:rPr><w:t>One</w:t><w:tab/><w:br/></w:r><w:hyperlink r:id="rId9" w:anchor="x"><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p><w:sectPr/>`,
  `<w:p><w:r><w:footnoteReference w:id="1"/></w:r><w:bookmarkStart w:name="x"/><w:ins><w:r><w:t>put in</w:t></w:r></w:ins><w:del><w:r><w:delText>out</w:delText></w:r></w:del><w:r><w:drawing/><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "x"</w:instrText><w:fldChar w:fldCharType="end"/><w:sym w:font="Symbol" w:char="F0B7"/></w:r></w:p>`,
]
const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
const footnotes = `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="1">${wordParagraph('A note.')}</w:footnote></w:footnotes>`
const wordTokens = [
  '<w:p>',
  '</w:p>',
  '<w:r>',
  '</w:r>',
  '<w:t>',
  '</w:t>',
  '<w:tbl>',
  '</w:tbl>',
  '<w:tr>',
  '</w:tr>',
  '<w:tc>',
  '</w:tc>',
  '<w:tcPr><w:gridSpan w:val="99999999"/><w:vMerge/></w:tcPr>',
  '<w:tcPr><w:vMerge w:val="continue"/></w:tcPr>',
  '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
  '<w:pPr><w:pStyle w:val="__proto__"/></w:pPr>',
  '<w:pPr><w:numPr><w:ilvl w:val="99"/><w:numId w:val="constructor"/></w:numPr></w:pPr>',
  '<w:footnoteReference w:id="1"/>',
  '<w:endnoteReference w:id="toString"/>',
  '<w:commentReference w:id="1"/>',
  '<w:hyperlink r:id="none">',
  '</w:hyperlink>',
  '<w:fldChar w:fldCharType="begin"/>',
  '<w:fldChar w:fldCharType="separate"/>',
  '<w:fldChar w:fldCharType="end"/>',
  '<w:fldChar/>',
  '<w:sdt><w:sdtContent>',
  '</w:sdtContent></w:sdt>',
  '<w:sym w:font="Symbol" w:char="FFFFFFFF"/>',
  '<w:sym/>',
  '<w:txbxContent>',
  '<mc:AlternateContent>',
  '<mc:Fallback>',
  '<v:imagedata r:id="x"/>',
  '<a:blip r:embed="x"/>',
  '<w:pict>',
  '<wp:inline>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&b;',
  '&#0;',
  '&lt;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?x?>',
  ' xmlns:w="x"',
  '<x',
  '"',
  '>',
  '\0',
  '\ud800',
  'words ',
]

const wrappers = [
  'w:p',
  'w:r',
  'w:t',
  'w:tbl',
  'w:tr',
  'w:tc',
  'w:hyperlink',
  'w:ins',
  'w:smartTag',
  'w:sdt',
  'w:sdtContent',
  'w:pict',
  'w:txbxContent',
  'w:object',
  'w:body',
  'w:x',
]
const parts = wordTokens.filter((token) => /^<[^!?][\s\S]*\/>$|^<w:\w+Pr>.*<\/w:\w+Pr>$/.test(token))

/** Well-formed XML of parts in each other, in places where they belong or not. */
function wordBody(chance: Chance, deep = 0): string {
  const many = Array.from({ length: 1 + chance.below(4) }, () => {
    const inside =
      chance.once(4) || deep > 5
        ? chance.of([...parts, 'words', '<w:r><w:t>words</w:t></w:r>'])
        : wordBody(chance, deep + 1)
    const wrapper = chance.of(wrappers)
    return chance.once(5) ? chance.of(bodies) : `<${wrapper}>${inside}</${wrapper}>`
  })
  return many.join('')
}

/** A Word document: its XML mutated and packed anew, its bytes mutated. */
export const docx: Fuzzed<Uint8Array> = {
  name: 'word',
  make(chance) {
    const whole = wordBody(chance)
    const body = chance.once(3) ? mutatedText(chance, [whole, ...bodies], wordTokens) : whole
    const more: ZipEntry[] = [
      {
        name: 'word/numbering.xml',
        text: chance.once(4) ? mutatedText(chance, [numbering, ...bodies], wordTokens) : numbering,
      },
      {
        name: 'word/footnotes.xml',
        text: chance.once(4) ? mutatedText(chance, [footnotes, ...bodies], wordTokens) : footnotes,
      },
    ]
    const made = docxOf(body, chance.once(10) ? chance.of(wordTokens) : '', chance.once(2) ? more : [])
    return new Uint8Array(chance.once(4) ? mutatedBytes(chance, made) : made)
  },
  read: (bytes) => reading('docx', bytes),
}

const sheetTokens = [
  '<row>',
  '</row>',
  '<row r="9">',
  '<c t="s">',
  '<c r="B1">',
  '<c r="XFD9">',
  '</c>',
  '<v>1</v>',
  '<v>',
  '</v>',
  '<is>',
  '<t>a</t>',
  'a',
  '&lt;',
]
const sheet =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>a</t></is></c></row>'

/** An Excel workbook: the XML of a sheet mutated, its bytes mutated. */
export const xlsx: Fuzzed<Uint8Array> = {
  name: 'excel',
  make(chance) {
    const rows = chance.once(2) ? mutatedText(chance, [sheet], sheetTokens) : sheet
    const made = xlsxOf([{ name: 'S', rows }], ['<t>Head</t>'])
    return new Uint8Array(chance.once(3) ? mutatedBytes(chance, made) : made)
  },
  read: (bytes) => reading('xlsx', bytes),
}

const slideTokens = [
  '<p:sp>',
  '</p:sp>',
  '<p:txBody>',
  '</p:txBody>',
  '<a:p>',
  '</a:p>',
  '<a:tbl>',
  '<a:tr>',
  '<a:pPr lvl="2"/>',
  '<a:r>',
  '<a:t>a</a:t>',
  'a',
]

/** A PowerPoint presentation: the XML of its slides mutated, its bytes mutated. */
export const pptx: Fuzzed<Uint8Array> = {
  name: 'powerpoint',
  make(chance) {
    const whole = slideShape('Rules', 'title') + slideShape('One|Two', 'body')
    const shapes = chance.once(2) ? mutatedText(chance, [whole], slideTokens) : whole
    const made = pptxOf([{ shapes, notes: 'Slowly.' }, { shapes: whole }])
    return new Uint8Array(chance.once(3) ? mutatedBytes(chance, made) : made)
  },
  read: (bytes) => reading('pptx', bytes),
}

async function reading(kind: 'pdf' | 'docx' | 'xlsx' | 'pptx', bytes: Uint8Array): Promise<Outcome> {
  kindOf('x', bytes)
  const outcome = await readAs({ kind, bytes: new Uint8Array(bytes), charset: null })
  if ('fault' in outcome) {
    holds(!outcome.fault.startsWith('It could not be read: something'), 'what is refused says why', outcome.fault)
    return 'refused'
  }
  const { text, title, pages } = outcome.read
  const lines = text.split('\n').length
  holds(text.isWellFormed() && !text.includes('\0'), 'text is whole')
  holds(title === null || !/[\0\n]/.test(title), 'a title is a line', title)
  holds(
    !pages || pages.every((line, n) => line >= (pages[n - 1] ?? 1) && line <= lines + 1),
    'a page has its line',
    pages,
  )
  return 'read'
}

const names = [
  'our-docs/a.md',
  'our-docs/b/c.txt',
  'd.html',
  '../out.md',
  'a\\..\\b.md',
  '/x.md',
  'C:\\y.md',
  'a/./b//c.md',
  'a.md',
  'A.MD',
  'a.md/b.md',
  'general/2026-03-03.json',
  'channels.json',
  'é.md',
  'e\u0301.md',
  'con.md',
  '.md',
  'x.md/',
  `${'d/'.repeat(40)}e.md`,
  'users.json',
  '\u202ea.md',
  'a\0.md',
]

/** A zip: of valid or hostile entries, its bytes mutated. */
export const zip: Fuzzed<Uint8Array> = {
  name: 'zip',
  make(chance) {
    const entries = Array.from({ length: 1 + chance.below(5) }, () => entryOf(chance))
    const made = zipOf(entries)
    return new Uint8Array(chance.once(3) ? made : mutatedBytes(chance, made))
  },
  async read(bytes) {
    const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'whorl-fuzz-'))
    try {
      writeFileSync(join(folder, 'given.zip'), bytes)
      const unread = await unpackZip(join(folder, 'given.zip'), join(folder, 'in', 'to'))
      const beside = [
        ...readdirSync(folder),
        ...(existsSync(join(folder, 'in')) ? readdirSync(join(folder, 'in')) : []),
      ]
      holds(
        beside.every((name) => ['given.zip', 'in', 'to'].includes(name)),
        'nothing lands beside the folder',
        beside,
      )
      const links = existsSync(join(folder, 'in'))
        ? readdirSync(join(folder, 'in'), { recursive: true, withFileTypes: true })
        : []
      holds(
        links.every((one) => one.isFile() || one.isDirectory()),
        'no link is made',
      )
      holds(
        unread.every(({ reason }) => reason.length > 5),
        'what was not read says why',
        unread,
      )
      return unread.length ? 'refused' : 'read'
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

function entryOf(chance: Chance): ZipEntry {
  const name = chance.of(names)
  const entry: ZipEntry = {
    name: chance.once(5) ? mutatedBytes(chance, Buffer.from(name)) : name,
    text: '# A\n'.repeat(1 + chance.below(200)),
  }
  if (chance.once(6)) entry.says = chance.of([0, 1, 5, 100_000, 2 ** 31, 2 ** 32 - 1])
  if (chance.once(8)) entry.method = chance.of([0, 1, 8, 9, 99, 65535])
  if (chance.once(8)) entry.flags = chance.below(0x10000)
  if (chance.once(8)) entry.mode = chance.of([0o120777, 0o040755, 0o100644, 0o010644, 0o060000])
  if (chance.once(10)) entry.claims = chance.of([1, -3, 30, 1000])
  return entry
}
