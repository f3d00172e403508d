import { looseSlug } from '../../ba/index.ts'
import { plainWords } from '../../knowledge/index.ts'
import { citationKey, citedIn, entryWritten, type Front, listField, setDate, textField } from '../../text/index.ts'
import { TAKES_IN } from '../compile/index.ts'
import { type Block, blocksIn, readPageText, writePageText } from '../documents/index.ts'
import { addNames, isTitle } from './rename-in-page.ts'

/** A page to be joined: its text, and what the compiler wrote of it last. */
export interface PageOfTopic {
  title: string
  markdown: string
  base: string
}

/**
 * Joins two pages into one: what the other says comes section by section below what the first says, what both say
 * stands once with the citations of both, and the other's title and names are aliases. `again` tells of a source
 * whether the compiler writes what cites it by itself; what it would not write again is from now on a person's.
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
  // What was split off and comes back stands in the base already: twice there and once on the page, it would be deleted.
  const inBase = new Set(textsIn(base.body))
  const known = added.filter(({ text }) => rewritten(text) && !inBase.has(text))
  const both = one.base || known.length > 0
  // What the compiler wrote of sources goes on as it was.
  if (known.length > 0) base.front.drop(TAKES_IN)
  return {
    markdown: writePageText({ front: page.front, body }),
    base: both ? writePageText({ front: base.front, body: putIn(base.body, known) }) : '',
  }
}

interface Added {
  /** The heading under which it stands, null above the first. */
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

/** What two blocks have in common that say the same: letters and digits of any script, in their order. */
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

/** What says the same stands once, with what either cites. */
function citeBesides(block: Block, text: string): void {
  const has = new Set(citedIn(block.text).map(citationKey))
  const more = citedIn(text).filter((one) => !has.has(citationKey(one)) && has.add(citationKey(one)))
  if (more.length === 0) return
  const marks = more.map((one) => `^[${entryWritten(one)}]`).join(' ')
  block.written = `${block.written} ${marks}`
  block.text = `${block.text} ${marks}`
}

/** Puts blocks into a body, each at the end of its section; a section that the body does not have comes last. */
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

/** Whether the empty lines behind a block, if there are any, keep it apart from what follows. */
export const standsApart = (after: string) => after.endsWith('\n') && after.indexOf('\n') < after.length - 1

/** The place behind the last block of a section. */
function endOf(blocks: readonly Block[], section: string | null): number {
  const begin = section === null ? -1 : blocks.findIndex(({ text }) => headingIn(text) === headingIn(section))
  if (section !== null && begin < 0) return blocks.length
  const title = section === null && blocks[0] && /^# /.test(blocks[0].text) ? 1 : 0
  const next = blocks.findIndex(({ text }, n) => n > begin && n >= title && headingIn(text) !== null)
  return next < 0 ? blocks.length : next
}

const UNITED = ['sources', 'tags', 'aliases']

/** Lists are united; a field that only the other page has comes along, and of one that both have the first page's stays. */
function joinFronts(front: Front, other: Front, title: string, otherTitle: string): void {
  if (!front.has('title')) front.set('title', title)
  for (const field of UNITED) {
    const names = [...listField(other, field), ...(field === 'aliases' ? [otherTitle] : [])]
    addNames(front, field, names, field === 'aliases' ? title : undefined)
  }
  if (!textField(front, 'summary') && textField(other, 'summary')) front.set('summary', textField(other, 'summary'))
  for (const name of other.names()) if (!front.has(name)) front.set(name, other.get(name))
}
