import { readFields, splitFront } from '../../text/index.ts'

/** A defect of a page that a keeper may want to mend. */
export interface Defect {
  kind: DefectKind
  path: string
  line: number
  reason: string
}

/** The known kinds of defects, each found in a real vault. */
export type DefectKind =
  | 'unreadable'
  | 'not-utf-8'
  | 'broken-front-matter'
  | 'no-title'
  | 'title-with-a-space-at-its-end'
  | 'alias-with-a-bar'
  | 'alias-of-half-a-character'
  | 'alias-of-several-pages'
  | 'second-front-matter'
  | 'thinking-left-in'
  | 'placeholder-citation'
  | 'page-cited-as-source'
  | 'citation-out-of-sources'
  | 'citation-of-no-source'
  | 'citation-past-the-end'
  | 'dangling-link'
  | 'nearly-the-same-page'

/** Finds defects of a page's title and aliases. */
export function defectsOfNames(title: unknown, aliases: readonly string[]): { kind: DefectKind; reason: string }[] {
  const found: { kind: DefectKind; reason: string }[] = []
  if (typeof title === 'string' && title !== title.trimEnd())
    found.push({ kind: 'title-with-a-space-at-its-end', reason: `Its title ends with a space: “${title}”.` })
  for (const alias of aliases) {
    if (alias.includes('|')) found.push({ kind: 'alias-with-a-bar', reason: `No link can say the alias “${alias}”.` })
    if (isBroken(alias))
      found.push({ kind: 'alias-of-half-a-character', reason: `The alias “${alias}” holds half a character.` })
  }
  return found
}

/** Whether a name has half a surrogate pair, or the replacement character of a decoder. */
const isBroken = (name: string) => !name.isWellFormed() || name.includes('\uFFFD')

/** Finds defects of a page's body: repeated front matter, and thinking that a model left. */
export function defectsOfBody(body: string, firstLine: number): { kind: DefectKind; line: number; reason: string }[] {
  const found: { kind: DefectKind; line: number; reason: string }[] = []
  const lineOf = (place: number) => firstLine + (body.slice(0, place).match(/\n/g)?.length ?? 0)
  const second = secondFrontMatter(body)
  if (second >= 0)
    found.push({
      kind: 'second-front-matter',
      line: lineOf(second),
      reason: 'Its body begins with front matter again.',
    })
  const thinking = body.matchAll(/<\/?think(?:ing)?>/gi).find(({ index }) => beginsLine(body, index))
  if (thinking)
    found.push({
      kind: 'thinking-left-in',
      line: lineOf(thinking.index),
      reason: `A model left its thinking: ${thinking[0]}.`,
    })
  return found
}

const hasTitle = (text: string) => readFields(splitFront(text).front).fields.has('title')
/** The number of characters at the top that are searched for repeated front matter. */
const MOST_INTRODUCTION = 1500

/** Whether only spaces precede a position on its line. */
function beginsLine(text: string, at: number): boolean {
  let before = at - 1
  while (text[before] === ' ' || text[before] === '\t') before--
  return before < 0 || text[before] === '\n'
}

/**
 * Finds repeated front matter: at the top of the body, after an introduction, or in a fence; else
 * -1.
 */
function secondFrontMatter(body: string): number {
  const start = body.search(/\S/)
  if (start < 0 || !body.includes('---', start)) return -1
  if (body.startsWith('---', start) && splitFront(body.slice(start)).front.includes(':')) return start
  const top = body.slice(0, MOST_INTRODUCTION)
  if (!top.includes('\n---')) return -1
  const echoed = top.matchAll(/^---[ \t]*$/gm).find(({ index }) => hasTitle(top.slice(index)))
  return echoed?.index ?? -1
}

/** Why a citation's entry is a placeholder, or null if it may name a source. */
export function placeholderIn(entry: string): string | null {
  if (/\b(?:START|END|LINE|N+|X+)(?:-(?:START|END|LINE|N+|X+))?$/.test(entry) && /[:#]/.test(entry))
    return 'lines that were never filled in'
  if (/^(?:file-?name|source(?:-?name)?|your-?file|example-?source|path\/to\/.*)(?:\.\w+)?(?::.*)?$/i.test(entry))
    return 'a name that was never filled in'
  if (
    /^(?:inferred|extracted|merged|ambiguous|imported|citation needed|source|sources|todo|tbd|\?+|\.{3}|…)$/i.test(
      entry,
    )
  )
    return 'a word and not a source'
  return null
}
