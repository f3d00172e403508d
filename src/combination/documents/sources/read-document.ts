import { firstHeading, linesOfFront, readFields, splitFront } from '../../../text/index.ts'
import { stripErb, stripHtml, stripHtmlOfMarkdown, stripMdx } from '../reading/strip-templates.ts'
import { encodingNamed, readBytes } from './read-bytes.ts'

/** A parsed document; its lines keep their numbers in the file. */
export interface Document {
  path: string
  title: string
  /** Its readable text by line; lines of a template's code are empty. */
  lines: readonly string[]
  /** The number of lines of its front matter. */
  frontLines: number
  fields: ReadonlyMap<string, unknown>
  /** Its front matter with delimiters, as written; empty if there is none or it is broken. */
  front: string
  /** Warnings about it that did not keep it from being read. */
  notes: readonly string[]
}

/** A file that could not be read, and why. */
export interface Unread {
  path: string
  reason: string
}

const MARKDOWN = /\.(?:md|markdown|mdown|mkd|mdx)$/i
const ENDINGS = /(?:\.(?:html?|md|markdown|mdown|mkd|mdx|txt|erb))+$/i

/** Whether a file's extension is that of a document: Markdown, text or HTML. */
export const isDocument = (path: string): boolean =>
  /\.(?:md|markdown|mdown|mkd|mdx|txt|html?)$/i.test(path) || /\.(?:md|markdown|txt)\.erb$/i.test(path)

/** Decodes a file and parses it as a document, or returns why it cannot be read. */
export function readDocument(path: string, bytes: Uint8Array): Document | Unread {
  const words = readBytes(bytes, /\.x?html?$/i.test(path) ? encodingNamed(bytes) : null)
  if ('fault' in words) return { path, reason: words.fault }
  const document = parseDocument(path, words.text)
  if (!words.encoding) return document
  return { ...document, notes: [`It is not UTF-8; read as ${words.encoding}.`, ...document.notes] }
}

/**
 * Parses a text as a document: front matter, title and readable lines. The path's extension gives
 * the format.
 */
export function parseDocument(path: string, written: string): Document {
  const notes: string[] = []
  const text = written.replace(/\r\n?/g, '\n')
  const { form, open, front: frontText, close, body } = splitFront(text)
  const front = readFields(frontText, form)
  if (front.fault) notes.push(`Its front matter is ${front.fault}; the rest was read.`)
  const frontLines = linesOfFront(text)
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
    front: front.fault ? '' : open.replace('\uFEFF', '') + frontText + close,
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

/** The first heading of level 1, without marks. */
const titleIn = (body: string): string | null =>
  firstHeading(body, 1)
    ?.slice(0, MOST_TITLE)
    .replace(/[*_`]/g, '')
    .replace(/\{#[^{}]*\}$/, '')
    .trim() || null

/**
 * A file's name as words: `moving-house.html.md.erb` gives `moving house`; an index takes its
 * folder's name.
 */
function stemWords(path: string): string {
  const [name = '', folder] = path.replace(ENDINGS, '').split('/').reverse()
  const stem = /^(?:index|readme)$/i.test(name) && folder ? folder : name
  return stem.replace(/[-_]+/g, ' ').trim() || path
}
