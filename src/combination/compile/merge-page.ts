import { type Front, listField, setDate, textField } from '../../text/index.ts'
import type { Composed } from '../compose/index.ts'
import { blocksOf, mergeBlocks, type PageText, readPageText, writePageText } from '../documents/index.ts'
import { notYetCited } from './not-yet-cited.ts'
import { SAID, TAKES_IN } from './takes-in.ts'

/** The input of a merge: the composed page, the present page, and the compiler's last text. */
export interface PageToMerge {
  title: string
  composed: Composed
  current: string | null
  base: string
  now: string
  /** Aliases to add to those it has. */
  aliases?: readonly string[]
  /** Fields about the page's authorship: set, or removed if null. */
  fields?: Readonly<Record<string, string | null>>
  /** Whether only confirmed lines were composed, since the page is somebody's own. */
  onlySaid?: boolean
}

/**
 * Merges a newly composed page into the present one, and returns the new text and the new base.
 * Blocks and fields that a person changed stay theirs; a page with nothing new keeps every byte,
 * its date included.
 */
export function mergePage(merge: PageToMerge): { text: string; base: string } {
  const { title, composed, current, base, now, aliases, fields = {}, onlySaid = false } = merge
  const page = readPageText(current ?? '')
  const before = base ? readPageText(base) : null
  const { front } = page
  // No field is added to a page that is somebody's own.
  const may = (name: string) => !onlySaid || front.has(name)
  if (may('title') && !front.has('title')) front.set('title', title)
  if (may('summary')) setSummary(front, before, composed)
  if (may('sources')) setSources(front, before, composed)
  if (aliases) change(front, 'aliases', [...new Set([...listField(front, 'aliases'), ...aliases])])
  for (const [name, value] of Object.entries(fields)) {
    if (value === null) front.drop(name)
    else change(front, name, value)
  }
  if (may('createdAt') && !front.has('createdAt')) setDate(front, 'createdAt', now)
  const known = new Set(blocksOf(before?.body ?? ''))
  const own = blocksOf(page.body).filter((text) => !known.has(text))
  const begun = page.body.trim() !== '' && (!before || before.front.has(TAKES_IN))
  const compiled = begun ? notYetCited(own.join('\n\n'), headless(composed.body, known), known) : composed.body
  page.body = current === null ? composed.body : mergeBlocks(before?.body ?? '', page.body, compiled)
  if (writePageText(page) === current) return { text: current, base }
  if (may('updatedAt')) setDate(front, 'updatedAt', now)
  return { text: writePageText(page), base: baseText(composed, own, onlySaid) }
}

/** Removes the heading from the composed body of a page that somebody began. */
const headless = (body: string, known: ReadonlySet<string>) => (known.size > 0 ? body : body.replace(/^# .*\n+/, ''))

/** Sets the summary, unless somebody changed it since the compiler did. */
function setSummary(front: Front, before: PageText | null, { summary }: Composed): void {
  const own = before && textField(before.front, 'summary')
  if (!front.has('summary') || textField(front, 'summary') === own) change(front, 'summary', summary)
}

/** Sets the sources: those added by a person, and those composed now. */
function setSources(front: Front, before: PageText | null, composed: Composed): void {
  const own = before ? listField(before.front, 'sources') : []
  const kept = listField(front, 'sources').filter((name) => !own.includes(name))
  const sources = [...new Set([...kept, ...composed.sources])]
  // The same sources in another order are no change.
  if (!sameOnes(listField(front, 'sources'), sources)) change(front, 'sources', sources)
}

const sameOnes = (one: readonly string[], other: readonly string[]) =>
  one.length > 0 && JSON.stringify(one.toSorted()) === JSON.stringify(other.toSorted())

/**
 * The new base: the composed text, without blocks that a person had written in the same words
 * before.
 */
function baseText(composed: Composed, own: readonly string[], onlySaid: boolean): string {
  const { front } = readPageText('')
  if (onlySaid) front.set(TAKES_IN, SAID)
  front.set('summary', composed.summary)
  front.set('sources', composed.sources)
  const blocks = blocksOf(composed.body)
  const theirs = blocks.some((text) => own.includes(text))
  const body = theirs ? `${blocks.filter((text) => !own.includes(text)).join('\n\n')}\n` : composed.body
  return writePageText({ front, body })
}

/** Sets a field only if its value differs, so that its spelling is kept. */
function change(front: Front, name: string, value: string | string[]): void {
  const there = typeof value === 'string' ? textField(front, name) : listField(front, name)
  if (!front.has(name) || JSON.stringify(there) !== JSON.stringify(value)) front.set(name, value)
}
