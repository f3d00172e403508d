import { getDocumentProxy } from 'unpdf'
import { MOST_SOURCE } from '../../../text/index.ts'
import { type ReadIn, TOO_LONG, Unreadable } from './read-in.ts'

const MOST_PAGES = 5000
const SCANNED =
  'Its pages are pictures: there is no text in them that could be read. Have the text recognised (OCR) first, or bring the words in another way.'
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
  if (length === 0) throw new Unreadable(SCANNED)
  return { title: (await titleOf(pdf)) ?? titlePrinted(begins), text: `${lines.join('\n').trimEnd()}\n`, pages }
}

async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  try {
    // The library's messages would print the document's text to the console.
    return await getDocumentProxy(bytes, { verbosity: 0, enableXfa: false, stopAtErrors: false })
  } catch (error) {
    throw new Unreadable((error as Error).name === 'PasswordException' ? LOCKED : DAMAGED)
  }
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

interface Printed {
  words: string
  /** The baseline's position on the page, and the height of the letters. */
  y: number
  height: number
}

async function linesPrinted(pdf: Pdf, n: number): Promise<Printed[]> {
  const page = await pdf.getPage(n)
  const { items } = await page.getTextContent()
  page.cleanup()
  const printed: Printed[] = []
  let open: Printed | null = null
  for (const item of items) {
    if (!('str' in item)) continue
    const [, , , scale = 0, , y = 0] = item.transform as number[]
    if (open && item.str.trim() && Math.abs(open.y - y) > Math.max(open.height, Math.abs(scale)) / 2) open = null
    if (open) open.words += item.str
    else if (item.str.trim()) {
      open = { words: item.str, y, height: Math.abs(scale) }
      printed.push(open)
    }
    if (item.hasEOL) open = null
  }
  return printed
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
  return printed.flatMap(({ words, y, height }, n) => {
    const before = printed[n - 1]
    const gap = before ? before.y - y : 0
    const begins = before && (gap > apart * 1.4 || gap < 0 || Math.abs(before.height - height) > height * 0.2)
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
