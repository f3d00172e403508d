import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { MOST_SOURCE } from '../../../text/index.ts'
import { Cmaps } from './pdf-cmaps.ts'
import { inOrder, type Printed, type Row, WIDE } from './pdf-rows.ts'
import { NO_WORDS, type ReadIn, TOO_LONG, Unreadable } from './read-in.ts'

const MOST_PAGES = 5000
const SCANNED =
  'Its pages are pictures: there is no text in them that could be read. Have the text recognised (OCR) first, or bring the words in another way.'
const NO_LETTERS =
  'Its fonts do not say which letters they show, so its text cannot be read. Have it recognised (OCR), or bring the document that it was made from.'
const LOOKED_AT = 20
const LOCKED = 'It is locked with a password. Save it without one, and bring that.'
const DAMAGED = 'It is no PDF that could be read: it may be damaged. Save it anew, and bring that.'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/** Reads a PDF page by page: one line per printed line, an empty line between paragraphs. */
export async function pdfText(bytes: Uint8Array): Promise<ReadIn> {
  const pdf = await openPdf(bytes)
  if (pdf.numPages > MOST_PAGES)
    throw new Unreadable(`It has ${pdf.numPages} pages; up to ${MOST_PAGES} are read. Bring it in parts.`)
  const lines: string[] = []
  const pages: number[] = []
  let length = 0
  let begins: readonly Printed[] = []
  for (let n = 1; n <= pdf.numPages; n++) {
    pages.push(lines.length + 1)
    const printed = await linesPrinted(pdf, n).catch(() => {
      throw new Unreadable(DAMAGED)
    })
    if (n === 1) begins = printed
    const own = inParagraphs(printed)
    length += own.reduce((sum, line) => sum + line.length + 1, 0)
    if (length > MOST_SOURCE) throw new Unreadable(TOO_LONG)
    if (own.length > 0) lines.push(...own, '')
  }
  if (length === 0) throw new Unreadable(await whyEmpty(pdf))
  return { title: (await titleOf(pdf)) ?? titlePrinted(begins), text: `${lines.join('\n').trimEnd()}\n`, pages }
}

async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  try {
    // The library's messages would print the document's text to the console.
    return await getDocumentProxy(bytes, {
      verbosity: 0,
      enableXfa: false,
      stopAtErrors: false,
      cMapUrl: 'cmaps/',
      useWorkerFetch: false,
      BinaryDataFactory: Cmaps,
    })
  } catch (error) {
    throw new Unreadable((error as Error).name === 'PasswordException' ? LOCKED : DAMAGED)
  }
}

/** Why there is no text: letters that are not said to be any, pictures, or nothing at all. */
async function whyEmpty(pdf: Pdf): Promise<string> {
  const { OPS } = await getResolvedPDFJS()
  const pictures = [
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintImageXObjectRepeat,
  ]
  let isPicture = false
  for (let n = 1; n <= Math.min(pdf.numPages, LOOKED_AT); n++) {
    const { fnArray } = await (await pdf.getPage(n)).getOperatorList()
    if (fnArray.includes(OPS.showText)) return NO_LETTERS
    isPicture ||= fnArray.some((one) => pictures.includes(one as never))
  }
  return isPicture ? SCANNED : NO_WORDS
}

async function titleOf(pdf: Pdf): Promise<string | null> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }))
  const title = (info as { Title?: unknown }).Title
  const given =
    typeof title === 'string'
      ? title
          .replace(/[\p{Cc}\p{Cs}\p{Co}]/gu, ' ')
          .replace(/\s+/g, ' ')
          .trim()
      : ''
  return given === '' || OF_A_PROGRAM.test(given) ? null : given
}

/** Titles that programs set by default. */
const OF_A_PROGRAM = /^(?:untitled|microsoft word\b.*|.*\.(?:docx?|odt|pdf|indd|tex|rtf|pages|pptx?))$/i

async function linesPrinted(pdf: Pdf, n: number): Promise<Printed[]> {
  const page = await pdf.getPage(n)
  const { items } = await page.getTextContent()
  page.cleanup()
  const rows: Row[] = []
  let open: Row | null = null
  let ended = false
  for (const item of items) {
    if (!('str' in item)) continue
    const [, , , scale = 0, x = 0, y = 0] = item.transform as number[]
    const height = Math.abs(scale)
    if (open && item.str.trim() && Math.abs(open.y - y) > Math.max(open.height, height) / 2) open = null
    // The line of another column may begin on the same height.
    if (open && ended && item.str.trim() && x <= (open.pieces.at(-1)?.to ?? x)) open = null
    if (item.str.trim()) ended = false
    const last = open?.pieces.at(-1)
    if (!open && item.str.trim()) {
      open = { pieces: [{ words: item.str, from: x, to: x + item.width }], y, height }
      rows.push(open)
    } else if (open && last && item.str.trim() && x - last.to > WIDE * Math.max(open.height, 1))
      open.pieces.push({ words: item.str, from: x, to: x + item.width })
    else if (last) {
      last.words += item.str
      if (item.str.trim()) last.to = Math.max(last.to, x + item.width)
    }
    if (item.hasEOL) ended = true
  }
  return inOrder(rows)
}

/**
 * The title stands in the first TOP lines, has at most LONGEST characters, and is LARGE times the
 * median height.
 */
const [TOP, LONGEST, LARGE] = [12, 120, 1.15]

/**
 * The title on a first page: its largest words, else its first line if that is short and not a
 * sentence.
 */
function titlePrinted(printed: readonly Printed[]): string | null {
  const top = printed.slice(0, TOP)
  const largest = Math.max(...top.map(({ height }) => height))
  const at = top.findIndex(({ height }) => height === largest)
  if (largest > LARGE * median(printed.map(({ height }) => height))) {
    const end = top.findIndex(({ height }, n) => n > at && height < largest)
    return mayBeTitle(
      top
        .slice(at, end < 0 ? at + 1 : end)
        .map(({ words }) => words.trim())
        .join(' '),
    )
  }
  const [first, next] = top
  return first && next && !/[.,;:!。、]$/.test(first.words.trim()) && /^[\p{Lu}\p{Lo}]/u.test(next.words.trim())
    ? mayBeTitle(first.words, FEW_WORDS)
    : null
}

const FEW_WORDS = 10

function mayBeTitle(words: string, most = 20): string | null {
  const title = words
    .replace(/[\p{Cc}\p{Cs}\p{Co}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const isWords = /\p{L}{2}/u.test(title) && !/^(?:page|seite|p\.)?\s*\d+/i.test(title)
  return isWords && title.length <= LONGEST && title.split(' ').length <= most ? title : null
}

/** Inserts an empty line where the distance between lines is larger than usual. */
function inParagraphs(printed: readonly Printed[]): string[] {
  const apart = median(
    printed
      .slice(1)
      .map(({ y }, n) => (printed[n]?.y ?? y) - y)
      .filter((gap) => gap > 0),
  )
  return printed.flatMap(({ words, y, height, isTable }, n) => {
    const before = printed[n - 1]
    const gap = before ? before.y - y : 0
    const begins =
      before && (before.isTable || gap > apart * 1.4 || gap < 0 || Math.abs(before.height - height) > height * 0.2)
    if (isTable) return [...(before ? [''] : []), ...words.split('\n')]
    const line = asLine(words)
    return line === '' ? [] : begins ? ['', line] : [line]
  })
}

const median = (some: number[]) => some.sort((a, b) => a - b)[Math.floor((some.length - 1) / 2)] ?? 0

/**
 * Cleans a printed line, and escapes a leading sign that Markdown would read as a heading, quote,
 * list or fence.
 */
const asLine = (words: string) =>
  words
    .replace(/[\p{Cc}\p{Cs}\p{Co}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(#{1,6}|>|[-+*]|```|~~~)(?=\s|$)/, '\\$1')
