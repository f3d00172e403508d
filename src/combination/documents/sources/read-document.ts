import {
  fieldsAtHead,
  firstHeading,
  isOfNotion,
  linesOfFront,
  metadataAtHead,
  nameOfFile,
  proseOf,
  readFields,
  splitFront,
  tableOfCsv,
  wordsOfFileName,
} from '../../../text/index.ts'
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

/** Whether a file or source is Markdown by its name. */
export const isMarkdown = (name: string): boolean => MARKDOWN.test(name)

const MARKDOWN = /\.(?:md|markdown|mdown|mkd|mdx)$/i

/**
 * Whether a file's extension is that of a document: Markdown, text or HTML; or it is a database of
 * Notion, which is a table of separated values.
 */
export const isDocument = (path: string): boolean =>
  (/\.csv$/i.test(path) && isOfNotion(path)) ||
  /\.(?:md|markdown|mdown|mkd|mdx|txt|html?)$/i.test(path) ||
  /\.(?:md|markdown|txt)\.erb$/i.test(path)

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
  const label = front.fields.get('sidebar_label')
  const sidebar = typeof label === 'string' ? label.trim() : ''
  const { text: read, title } = strip(path, body, named || wordsOfFileName(path))
  const lines = [...Array<string>(frontLines).fill(''), ...read.split('\n')]
  return {
    path,
    title: (named || title || titleIn(path, body, read) || sidebar || wordsOfFileName(path)).slice(0, MOST_TITLE),
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
  if (/\.csv$/i.test(name)) return { text: tableOfCsv(plain), title: null }
  if (!MARKDOWN.test(name)) return { text: plain, title: null }
  const said = stripHtmlOfMarkdown(proseOf(isOfNotion(path) ? withoutProperties(plain) : plain))
  return { text: /\.mdx$/i.test(name) ? stripMdx(said) : said, title: null }
}

const MOST_TITLE = 300

/**
 * The title that a page without one in its fields has: of the fields at its head, else its first
 * heading of level 1, without marks. `read` is its body without what is no text.
 */
export const titleIn = (path: string, body: string, read = body): string =>
  metadataAtHead(body).title || titleOfLogseq(path, body) || titleOfHeading(read) || ''

const titleOfHeading = (body: string): string | null =>
  firstHeading(body, 1)
    ?.slice(0, MOST_TITLE)
    .replace(/[*_`]/g, '')
    .replace(/\{#[^{}]*\}$/, '')
    .trim() || null

/** A page of Logseq has its title in a field at its head, else in its name, never in a heading. */
const titleOfLogseq = (path: string, body: string): string =>
  /(?:^|\/)(?:pages|journals)\/[^/]+$/.test(path) && /^\s*(?:- |[\w-]{1,40}:: )/.test(body)
    ? fieldsAtHead(body).get('title') || nameOfFile(path)
    : ''

/** Notion writes a page's properties as lines below its title; they are fields and no text. */
const withoutProperties = (body: string): string =>
  body.replace(
    /^(# [^\n]*\n\n)((?:[^\n:]{1,60}: [^\n]*\n){1,40})(?=\n|$)/,
    (_, title: string, fields: string) => title + fields.replace(/[^\n]+/g, ''),
  )
