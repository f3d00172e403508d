import { looseSlug } from '../../ba/index.ts'
import { plainWords } from '../../knowledge/index.ts'
import { citationKey, citedIn, entryWritten, type Front, listField, setDate, textField } from '../../text/index.ts'
import { TAKES_IN } from '../compile/index.ts'
import { type Block, blocksIn, readPageText, writePageText } from '../documents/index.ts'
import { addNames, isTitle } from './rename-in-page.ts'

/** A page to be joined: its text and the compiler's base. */
export interface PageOfTopic {
  title: string
  markdown: string
  base: string
}

/**
 * Joins two pages: the other's blocks are added section by section, common blocks are kept once
 * with the citations of both, and the other's title and names become aliases. `again` tells whether
 * the compiler will write blocks citing a source by itself; other blocks are a person's from now
 * on.
 */
export function mergePages(
  one: PageOfTopic,
  other: PageOfTopic,
  { now, again }: { now: string; again: (source: string) => boolean },
): { markdown: string; base: string } {
  const [page, theirs] = [readPageText(one.markdown), readPageText(other.markdown)]
  const { body, added } = joinBodies(page.body, theirs.body, other.title)
  joinFronts(page.front, theirs.front, one.title, other.title)
  setDate(page.front, 'updatedAt', now)
  const compiled = new Set(other.base ? textsIn(readPageText(other.base).body) : [])
  const base = readPageText(one.base)
  const rewritten = (text: string) => compiled.has(text) && citedIn(text).every(({ name }) => again(name))
  // A block that was split off and comes back is in the base already. Twice in the base and once on
  // the page, it would be deleted.
  const inBase = new Set(textsIn(base.body))
  const known = added.filter(({ text }) => rewritten(text) && !inBase.has(text))
  const both = one.base || known.length > 0
  // The compiler's blocks from sources stay compiled.
  if (known.length > 0) base.front.drop(TAKES_IN)
  return {
    markdown: writePageText({ front: page.front, body }),
    base: both ? writePageText({ front: base.front, body: putIn(base.body, known) }) : '',
  }
}

interface Added {
  /** Its heading, or null before the first. */
  section: string | null
  text: string
}

const textsIn = (body: string) => blocksIn(body).blocks.map(({ text }) => text)

function joinBodies(one: string, other: string, title: string): { body: string; added: Added[] } {
  const { above, blocks } = blocksIn(one)
  const there = new Map(blocks.map((block) => [sameness(block.text), block]))
  const added: Added[] = []
  let section: string | null = null
  for (const { text } of blocksIn(other).blocks) {
    if (isTitle(text, title)) continue
    const heading = headingIn(text)
    if (heading !== null) {
      section = text
      if (!hasHeading(blocks, added, heading)) added.push({ section, text })
      continue
    }
    const same = there.get(sameness(text))
    if (same) citeBesides(same, text)
    else added.push({ section, text })
  }
  const body = above + blocks.map(({ written, after }) => written + after).join('')
  return { body: putIn(body, added), added }
}

/** The key under which two blocks are the same: letters and digits of any script, in order. */
const sameness = (text: string) =>
  /^ {0,3}(?:[`~]{3}|\||\$\$)/m.test(text)
    ? text.trim()
    : plainWords(text)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M}%$€£+#]+/gu, ' ')
        .trim() || text.trim()

const headingIn = (text: string): string | null => {
  const words = /^#{1,6} +(\S[^\n]*)$/.exec(text.trim())?.[1]
  return words === undefined ? null : looseSlug(plainWords(words)) || words
}

const hasHeading = (blocks: readonly Block[], added: readonly Added[], heading: string) =>
  [...blocks, ...added].some(({ text }) => headingIn(text) === heading)

/** Adds the citations of a duplicate to the block that is kept. */
function citeBesides(block: Block, text: string): void {
  const has = new Set(citedIn(block.text).map(citationKey))
  const more = citedIn(text).filter((one) => !has.has(citationKey(one)) && has.add(citationKey(one)))
  if (more.length === 0) return
  const marks = more.map((one) => `^[${entryWritten(one)}]`).join(' ')
  block.written = `${block.written} ${marks}`
  block.text = `${block.text} ${marks}`
}

/** Inserts blocks into a body, each at the end of its section, or at the end if there is none. */
function putIn(body: string, added: readonly Added[]): string {
  const { above, blocks } = blocksIn(body)
  const eol = /\r?\n/.exec(body)?.[0] ?? '\n'
  for (const { section, text } of added) {
    const at = endOf(blocks, section)
    const before = blocks[at - 1]
    const own = { text, written: text.replaceAll('\n', eol), after: before?.after || eol }
    if (before && !standsApart(before.after)) before.after = eol + eol
    blocks.splice(at, 0, at < blocks.length ? { ...own, after: eol + eol } : own)
  }
  return above + blocks.map(({ written, after }) => written + after).join('')
}

/** Whether an empty line separates a block from the next. */
export const standsApart = (after: string) => after.endsWith('\n') && after.indexOf('\n') < after.length - 1

/** The index after the last block of a section. */
function endOf(blocks: readonly Block[], section: string | null): number {
  const begin = section === null ? -1 : blocks.findIndex(({ text }) => headingIn(text) === headingIn(section))
  if (section !== null && begin < 0) return blocks.length
  const title = section === null && blocks[0] && /^# /.test(blocks[0].text) ? 1 : 0
  const next = blocks.findIndex(({ text }, n) => n > begin && n >= title && headingIn(text) !== null)
  return next < 0 ? blocks.length : next
}

const UNITED = ['sources', 'tags', 'aliases']

/** Joins front matter: lists are united, other fields of the first page win. */
function joinFronts(front: Front, other: Front, title: string, otherTitle: string): void {
  if (!front.has('title')) front.set('title', title)
  for (const field of UNITED) {
    const names = [...listField(other, field), ...(field === 'aliases' ? [otherTitle] : [])]
    addNames(front, field, names, field === 'aliases' ? title : undefined)
  }
  if (!textField(front, 'summary') && textField(other, 'summary')) front.set('summary', textField(other, 'summary'))
  for (const name of other.names()) if (!front.has(name)) front.set(name, other.get(name))
}
