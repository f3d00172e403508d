import { bodyOf, firstHeading, MOST_FILE_BYTES, MOST_PAGE, MOST_SOURCE, plainField } from '../../../text/light.ts'
import { Refused } from '../../client.ts'
import type { Topic } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { htmlAsText } from './html-as-text.ts'

/** What a document becomes: a source, or the page of its topic. */
export type Way = 'source' | 'page'

/** The state of a document; an unreadable one is refused for good. */
export type State =
  | { is: 'waiting' }
  | { is: 'going' }
  | { is: 'in'; already: boolean; source?: string; topic?: Topic }
  | { is: 'refused'; error: unknown; forGood?: boolean }

/** A document being brought: its name, text, and what it becomes. */
export type Brought = {
  id: string
  name: string
  text: string
  title: string
  origin: string
  way: Way
  state: State
  /** The chosen file, to be kept as it is. */
  file?: Sendable
  /** The address it is fetched from. */
  address?: string
}

/** What is needed of a file to send it. */
export type Sendable = Pick<File, 'name' | 'size' | 'arrayBuffer'>

/** The limits of the acts, in characters. */
const maxLength: Record<Way, number> = { source: MOST_SOURCE, page: MOST_PAGE }
/** Formats that the server reads; the client knows only the name. */
const readByServer = /\.(pdf|docx|xlsx|pptx|x?html?)$/i

/** Reads a chosen or dropped file; one that cannot be brought says why. */
export async function readFile(id: string, file: Sendable, path = file.name): Promise<Brought> {
  if (file.size > MOST_FILE_BYTES) return refused(id, path, t.bring.tooLarge)
  if (readByServer.test(path)) return { ...unread(id, path), file }
  const bytes = await bytesOf(file)
  if (!bytes) return refused(id, path, t.bring.unreadable)
  if (new Uint8Array(bytes).includes(0)) {
    return mayBeWide(new Uint8Array(bytes)) ? { ...unread(id, path), file } : refused(id, path, t.bring.notText)
  }
  const text = decodeUtf8(bytes)
  // A text in another encoding is read by the server, and cannot become a page.
  return text === undefined ? { ...unread(id, path), file } : { ...fromText(id, path, { text }), file }
}

/** Whether bytes with zeros may be UTF-16, which holds no whole unit of zeros. */
const mayBeWide = (bytes: Uint8Array) =>
  bytes.length % 2 === 0 && bytes.every((byte, n) => byte !== 0 || n % 2 === 1 || bytes[n + 1] !== 0)

/** The bytes of a file; undefined if it cannot be read, as after it was moved. */
async function bytesOf(file: Sendable): Promise<ArrayBuffer | undefined> {
  try {
    return await file.arrayBuffer()
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}

/** A document at an address, to be fetched. */
export const fromAddress = (id: string, address: string): Brought => ({
  ...unread(id, address),
  name: address,
  address,
})

function unread(id: string, path: string): Brought {
  return { id, name: nameOf(path), text: '', title: '', origin: '', way: 'source', state: { is: 'waiting' } }
}

/** Treats a pasted text as a file named after its title. */
export function fromPaste(id: string, text: string): Brought {
  const { title, text: words } = /^\s*<(!doctype html|html)\b/i.test(text) ? htmlAsText(text) : { text, title: '' }
  const called = title || titleIn(words) || t.bring.pasted
  return fromText(id, `${called.slice(0, 80)}.md`, { text: words, title: called })
}

function fromText(id: string, path: string, { text, title }: { text: string; title?: string }): Brought {
  if (!text.trim()) return refused(id, path, t.bring.empty)
  const way = wayOf(text)
  const name = nameOf(path)
  const origin = fieldIn(text, 'source')
  const brought: Brought = {
    id,
    name,
    text,
    title: (title || titleIn(text)).slice(0, 200),
    origin: origin.slice(0, 500),
    way,
    state: { is: 'waiting' },
  }
  return withWay(brought, way)
}

/** Changes what a document becomes; refuses a text that is too long for it. */
export function withWay(brought: Brought, way: Way): Brought {
  if (brought.text.length <= maxLength[way]) return { ...brought, way, state: { is: 'waiting' } }
  const fitsElse = way === 'page' && brought.text.length <= maxLength.source
  if (!fitsElse) return refused(brought.id, brought.name, t.bring.tooLong)
  return { ...brought, way, state: { is: 'refused', error: clientRefusal(t.bring.tooLongForPage), forGood: true } }
}

/**
 * Guesses what a text becomes: front matter with a title makes a page, unless it also has a
 * source's fields.
 */
export function wayOf(text: string): Way {
  return fieldIn(text, 'title') && !fieldIn(text, 'ingestedAt') && !fieldIn(text, 'source') ? 'page' : 'source'
}

/** The title of a text: from its front matter, else its first heading, else empty. */
export function titleIn(text: string): string {
  const titled = fieldIn(text, 'title')
  if (titled) return titled
  return firstHeading(bodyOf(text).slice(0, 100_000)) ?? ''
}

/** The source name for a file, without characters that a system cannot hold. */
export function nameOf(path: string): string {
  const safe = path
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are removed here.
    .replace(/[\\:*?"<>|^,[\]\x00-\x1f]+/g, '-')
    .split('/')
    .map((part) => part.trim())
    .filter((part) => !/^\.{0,2}$/.test(part))
    .join('/')
  const ending = /\.[^./]{1,12}$/.exec(safe)?.[0] ?? ''
  return safe.slice(0, safe.length - ending.length).slice(0, 190 - ending.length) + ending || `${t.bring.pasted}.md`
}

/** Reads a front-matter field within the first 50,000 characters. */
const fieldIn = (text: string, field: string): string => plainField(text.slice(0, 50_000), field)

/** Decodes UTF-8; undefined for other bytes. */
export function decodeUtf8(bytes: ArrayBuffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

type Why = { problem: string; remedy: string }

/** A refusal made by the client, in the reader's language. */
const clientRefusal = (why: Why) => new Refused({ refusal: 'unfit', field: null, ...why, own: true })

function refused(id: string, path: string, why: Why): Brought {
  const state: State = { is: 'refused', error: clientRefusal(why), forGood: true }
  return { id, name: path, text: '', title: '', origin: '', way: 'source', state }
}
