import { firstHeading } from '../../../text/light.ts'
import { Refused } from '../../client.ts'
import type { Topic } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { htmlAsText } from './html-as-text.ts'

/** In what form something is taken in: kept as it is and cited, or as the page of its topic. */
export type Way = 'source' | 'page'

/** How far a text has come. What never could be read is refused for good. */
export type State =
  | { is: 'waiting' }
  | { is: 'going' }
  | { is: 'in'; already: boolean; source?: string; topic?: Topic }
  | { is: 'refused'; error: unknown; forGood?: boolean }

/** A text somebody brings: what it is called, what it says, and what it is to become. */
export type Brought = {
  id: string
  name: string
  text: string
  title: string
  origin: string
  way: Way
  state: State
  /** The file as it was chosen, to be kept as it is. */
  file?: Sendable
  /** Where it is fetched from. */
  address?: string
}

/** What is needed of a file to send it. */
export type Sendable = Pick<File, 'name' | 'size' | 'arrayBuffer'>

/** What acts take at most, in characters. */
const most: Record<Way, number> = { source: 2_000_000, page: 500_000 }
/** The most that a file may be. */
const mostBytes = 20 * 1024 * 1024
/** What the server reads: here only its name is known. */
const document = /\.(pdf|docx|x?html?)$/i

/** Reads a file that was chosen or dropped; one that cannot be taken in says why. */
export async function readFile(id: string, file: Sendable, path = file.name): Promise<Brought> {
  if (file.size > mostBytes) return refused(id, path, t.bring.tooLarge)
  if (document.test(path)) return { ...unread(id, path), file }
  const bytes = await bytesOf(file)
  if (!bytes) return refused(id, path, t.bring.unreadable)
  if (new Uint8Array(bytes).includes(0)) return refused(id, path, t.bring.notText)
  const text = decoded(bytes)
  // In another encoding it is read by the server, and can be no page.
  return text === undefined ? { ...unread(id, path), file } : { ...asBrought(id, path, { text }), file }
}

/** The bytes of a file; nothing where the device does not give them, as of one that has been moved since. */
async function bytesOf(file: Sendable): Promise<ArrayBuffer | undefined> {
  try {
    return await file.arrayBuffer()
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}

/** A document at an address, to be fetched. */
export const addressed = (id: string, address: string): Brought => ({ ...unread(id, address), name: address, address })

function unread(id: string, path: string): Brought {
  return { id, name: nameOf(path), text: '', title: '', origin: '', way: 'source', state: { is: 'waiting' } }
}

/** Takes a pasted text as if it had been a file named after its title. */
export function pasted(id: string, text: string): Brought {
  const { title, text: words } = /^\s*<(!doctype html|html)\b/i.test(text) ? htmlAsText(text) : { text, title: '' }
  const called = title || titleIn(words) || t.bring.pasted
  return asBrought(id, `${called.slice(0, 80)}.md`, { text: words, title: called })
}

function asBrought(id: string, path: string, { text, title }: { text: string; title?: string }): Brought {
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
  return taken(brought, way)
}

/** The same text, to be taken in this way; one that is too long for it says so. */
export function taken(brought: Brought, way: Way): Brought {
  if (brought.text.length <= most[way]) return { ...brought, way, state: { is: 'waiting' } }
  const fitsElse = way === 'page' && brought.text.length <= most.source
  if (!fitsElse) return refused(brought.id, brought.name, t.bring.tooLong)
  return { ...brought, way, state: { is: 'refused', error: no(t.bring.tooLongForPage), forGood: true } }
}

/** A page has front matter with a title; a source of a vault says besides where it came from and when. */
export function wayOf(text: string): Way {
  return fieldIn(text, 'title') && !fieldIn(text, 'ingestedAt') && !fieldIn(text, 'source') ? 'page' : 'source'
}

/** What a text calls itself: the title in its front matter, else its first heading, else nothing. */
export function titleIn(text: string): string {
  const titled = fieldIn(text, 'title')
  if (titled) return titled
  return firstHeading(text.slice(frontOf(text).length, 100_000)) ?? ''
}

/** The name of a source that this file becomes: below `sources/`, of signs that every system can hold. */
export function nameOf(path: string): string {
  const safe = path
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
    .replace(/[\\:*?"<>|^,[\]\x00-\x1f]+/g, '-')
    .split('/')
    .map((part) => part.trim())
    .filter((part) => !/^\.{0,2}$/.test(part))
    .join('/')
  const ending = /\.[^./]{1,12}$/.exec(safe)?.[0] ?? ''
  return safe.slice(0, safe.length - ending.length).slice(0, 190 - ending.length) + ending || `${t.bring.pasted}.md`
}

const frontOf = (text: string) => /^\uFEFF?---\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[0] ?? ''

function fieldIn(text: string, field: string): string {
  const found = new RegExp(`^${field}:[ \\t]*(\\S.*)$`, 'm').exec(frontOf(text.slice(0, 50_000)))?.[1] ?? ''
  return found.trim().replace(/^(["'])(.*)\1$/, '$2')
}

/** The text in these bytes, or nothing where they are not text in UTF-8. */
export function decoded(bytes: ArrayBuffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

type Why = { problem: string; remedy: string }

/** A no of these pages' own, said in the reader's language. */
const no = (why: Why) => new Refused({ refusal: 'unfit', field: null, ...why, own: true })

function refused(id: string, path: string, why: Why): Brought {
  const state: State = { is: 'refused', error: no(why), forGood: true }
  return { id, name: path, text: '', title: '', origin: '', way: 'source', state }
}
