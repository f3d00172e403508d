import { getDocumentProxy } from 'unpdf'
import { MOST_TEXT, type ReadIn, TOO_LONG, Unreadable } from './read-in.ts'

const MOST_PAGES = 5000
const SCANNED =
  'Its pages are pictures: there is no text in them that could be read. Have the text recognised (OCR) first, or bring the words in another way.'
const LOCKED = 'It is locked with a password. Save it without one, and bring that.'
const DAMAGED = 'It is no PDF that could be read: it may be damaged. Save it anew, and bring that.'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/** Reads a PDF page by page, a line a line as it is printed, with an empty line between paragraphs. */
export async function pdfText(bytes: Uint8Array): Promise<ReadIn> {
  const pdf = await opened(bytes)
  if (pdf.numPages > MOST_PAGES)
    throw new Unreadable(`It has ${pdf.numPages} pages; up to ${MOST_PAGES} are read. Bring it in parts.`)
  const lines: string[] = []
  const pages: number[] = []
  let length = 0
  for (let n = 1; n <= pdf.numPages; n++) {
    pages.push(lines.length + 1)
    const own = await linesOfPage(pdf, n)
    length += own.reduce((sum, line) => sum + line.length + 1, 0)
    if (length > MOST_TEXT) throw new Unreadable(TOO_LONG)
    if (own.length > 0) lines.push(...own, '')
  }
  if (length === 0) throw new Unreadable(SCANNED)
  return { title: await titleOf(pdf), text: `${lines.join('\n').trimEnd()}\n`, pages }
}

async function opened(bytes: Uint8Array): Promise<Pdf> {
  try {
    // Its own messages go to the console, and name what the document says.
    return await getDocumentProxy(bytes, { verbosity: 0, enableXfa: false, stopAtErrors: false })
  } catch (error) {
    throw new Unreadable((error as Error).name === 'PasswordException' ? LOCKED : DAMAGED)
  }
}

async function titleOf(pdf: Pdf): Promise<string | null> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }))
  const title = (info as { Title?: unknown }).Title
  return typeof title === 'string' && title.trim() ? title.trim() : null
}

interface Printed {
  words: string
  /** Where its foot is on the page, and how high its letters are. */
  y: number
  height: number
}

async function linesOfPage(pdf: Pdf, n: number): Promise<string[]> {
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
  return inParagraphs(printed)
}

/** What stands further apart than lines do begins a new paragraph. */
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

const median = (gaps: number[]) => gaps.sort((a, b) => a - b)[Math.floor((gaps.length - 1) / 2)] ?? 0

/** What is printed is words and no Markdown: a sign that would make a heading, a quote or a list of it is held. */
const asLine = (words: string) =>
  words
    .replace(/[\p{Cc}\p{Cs}\p{Co}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(#{1,6}|>|[-+*]|```|~~~)(?=\s|$)/, '\\$1')
