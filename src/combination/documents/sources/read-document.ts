import { firstHeading } from '../../../text/index.ts'
import { readFields } from '../markdown/front-fields.ts'
import { splitPage } from '../markdown/page-text.ts'
import { stripErb, stripHtml, stripHtmlOfMarkdown, stripMdx } from '../reading/strip-templates.ts'
import { readBytes } from './read-bytes.ts'

/** A document as it can be read: its lines carry the numbers they have in the file. */
export interface Document {
  path: string
  title: string
  /** What people read of it; what was a template's is empty. */
  lines: readonly string[]
  /** How many lines its front matter takes. */
  frontLines: number
  fields: ReadonlyMap<string, unknown>
  /** Its front matter as written, without the `---`: empty where there is none, or it is broken. */
  front: string
  /** Something that was odd about it and did not keep it from being read. */
  notes: readonly string[]
}

/** A file that could not be read, and why. */
export interface Unread {
  path: string
  reason: string
}

const MARKDOWN = /\.(?:md|markdown|mdown|mkd|mdx)$/i
const ENDINGS = /(?:\.(?:html?|md|markdown|mdown|mkd|mdx|txt|erb))+$/i

/** Whether a file is a document by its name: Markdown in all its endings, text, HTML. */
export const isDocument = (path: string): boolean =>
  /\.(?:md|markdown|mdown|mkd|mdx|txt|html?)$/i.test(path) || /\.(?:md|markdown|txt)\.erb$/i.test(path)

/** Decodes a file and parses it as a document, or says why it has no text. */
export function readDocument(path: string, bytes: Uint8Array): Document | Unread {
  const words = readBytes(bytes)
  if ('fault' in words) return { path, reason: words.fault }
  const document = parseDocument(path, words.text)
  if (!words.encoding) return document
  return { ...document, notes: [`It is not UTF-8; read as ${words.encoding}.`, ...document.notes] }
}

/** Parses a text as a document: front matter, title, and the lines that people read. Its path tells the format. */
export function parseDocument(path: string, written: string): Document {
  const notes: string[] = []
  const text = written.replace(/\r\n?/g, '\n')
  const { front: frontText, close, body } = splitPage(text)
  const front = readFields(frontText)
  if (front.fault) notes.push(`Its front matter is ${front.fault}; the rest was read.`)
  const frontLines = close ? text.slice(0, text.length - body.length).split('\n').length - 1 : 0
  const given = front.fields.get('title')
  const named = typeof given === 'string' || typeof given === 'number' ? String(given).slice(0, MOST_TITLE).trim() : ''
  const { text: read, title } = strip(path, body, named || stemWords(path))
  const lines = [...Array<string>(frontLines).fill(''), ...read.split('\n')]
  return {
    path,
    title: (named || title || titleIn(read) || stemWords(path)).slice(0, MOST_TITLE),
    lines,
    frontLines,
    fields: front.fields,
    front: front.fault ? '' : frontText,
    notes,
  }
}

function strip(path: string, body: string, title: string): { text: string; title: string | null } {
  const plain = /\.erb$/i.test(path) ? stripErb(body, title) : body
  const name = path.replace(/\.erb$/i, '')
  if (/\.html?$/i.test(name)) return stripHtml(plain)
  if (/\.mdx$/i.test(name)) return { text: stripMdx(stripHtmlOfMarkdown(plain)), title: null }
  return { text: MARKDOWN.test(name) ? stripHtmlOfMarkdown(plain) : plain, title: null }
}

const MOST_TITLE = 300

/** The first heading of the first rank, as people read it. */
const titleIn = (body: string): string | null =>
  firstHeading(body, 1)
    ?.slice(0, MOST_TITLE)
    .replace(/[*_`]/g, '')
    .replace(/\{#[^{}]*\}$/, '')
    .trim() || null

/** A file's name as words: `moving-house.html.md.erb` is `moving house`; an index is named for its folder. */
function stemWords(path: string): string {
  const [name = '', folder] = path.replace(ENDINGS, '').split('/').reverse()
  const stem = /^(?:index|readme)$/i.test(name) && folder ? folder : name
  return stem.replace(/[-_]+/g, ' ').trim() || path
}
