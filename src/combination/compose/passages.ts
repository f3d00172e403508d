import { joiningIn, plainWords } from '../../knowledge/index.ts'
import { scanMarks } from '../../text/index.ts'
import type { Document } from '../documents/index.ts'
import { type Block, blocksOfText, headingWords } from './blocks.ts'
import { definitionIn } from './definitions.ts'
import { nameKey } from './name-key.ts'
import { needsContext } from './needs-context.ts'
import { isSmall, namesInTitle, phraseWords } from './phrases.ts'
import { sentencesOf } from './sayings.ts'

/**
 * How a passage is about its name: as the document's title, a heading, a definition, a key phrase
 * or a link.
 */
export type How = 'title' | 'heading' | 'definition' | 'phrase' | 'link'

/** A passage of a source about a topic: its line range and text. */
export interface Passage {
  source: string
  /** The source's title. */
  title: string
  fromLine: number
  toLine: number
  text: string
  how: How
}

/** A passage with the name of its subject. */
export interface Spoken extends Omit<Passage, 'source' | 'title'> {
  /** The normalised name. */
  name: string
  /** The name as written. */
  spelled: string
}

type Place = Omit<Spoken, 'text'>

const MOST_LINES = 160
const MOST_LETTERS = 9000
const MOST_A_SOURCE = 400
const MOST_MENTIONS = 2
const MOST_LINKS = 80
const FIRST_WORDS = 9

/**
 * Lists the passages of a document by name: its title and headings, defined terms, key phrases and
 * links; only wanted names if `wanted` is given.
 */
export function spokenIn(
  document: Document,
  phrases: readonly string[],
  { titles = [], wanted }: { titles?: readonly string[]; wanted?: ReadonlySet<string> } = {},
): Spoken[] {
  const blocks = blocksOfText(document.lines.slice(document.frontLines), document.frontLines + 1)
  const found = [
    ...ofTitle(document, blocks, titles),
    ...ofHeadings(document, blocks),
    ...ofDefinitions(blocks),
    ...ofPhrases(blocks, phrases),
    ...ofLinks(blocks),
  ]
  // For the same name and first line the strongest kind is kept.
  const distinct = new Map<string, Spoken>()
  const join = joiningIn(document.lines)
  for (const one of found) {
    const key = `${one.name} ${one.fromLine}`
    if (!distinct.has(key) && (!wanted || wanted.has(one.name))) distinct.set(key, withText(document, one, join))
  }
  return [...distinct.values()].slice(0, MOST_A_SOURCE)
}

/** Whether a name could be a topic's: a few words, no pronoun, no code. */
export function mayBeName(name: string): boolean {
  const words = phraseWords(name)
  const [first = '', last = ''] = [words[0], words.at(-1)]
  if (words.length === 0 || words.length > 6 || name.length > 60 || name.length < 2) return false
  return (
    !isSmall(first) &&
    !isSmall(last) &&
    !PRONOUN.test(first) &&
    !/^[\d.]+$/.test(words.join('')) &&
    !/[=<>{}]/.test(name)
  )
}

const PRONOUN =
  /^(?:this|that|these|those|it|they|we|you|he|she|there|here|one|all|each|if|when|our|your|what|example|further|more|other|additional|see)$/

function* ofTitle(document: Document, blocks: readonly Block[], titles: readonly string[]): Generator<Place> {
  const [first, last] = [blocks[0], blocks.at(-1)]
  if (!first || !last) return
  const names = new Set([...titles, document.title].flatMap((title) => [title, ...namesInTitle(title)]))
  for (const spelled of names) yield* spoken('title', spelled, first.fromLine, last.toLine)
}

function* ofHeadings(document: Document, blocks: readonly Block[]): Generator<Place> {
  const ends = endsOfSections(blocks)
  for (const [n, block] of blocks.entries()) {
    if (block.kind !== 'heading') continue
    const [first, last] = [blocks[n + 1], blocks[(ends[n] ?? 0) - 1]]
    const words = plainWords(headingWords(block))
    if (!first || !last || last === block || (block.depth === 1 && words === document.title)) continue
    for (const spelled of new Set([words, ...namesInTitle(words)]))
      yield* spoken('heading', spelled, first.fromLine, last.toLine)
  }
}

/** For each heading the index of the next one of its rank or above: where its section ends. */
function endsOfSections(blocks: readonly Block[]): number[] {
  const ends: number[] = []
  /** By rank, the last index at which a heading of that rank or above stands, seen from the end. */
  const next = Array<number>(RANKS + 1).fill(blocks.length)
  for (let n = blocks.length - 1; n >= 0; n--) {
    const { kind, depth } = blocks[n] as Block
    if (kind !== 'heading') continue
    ends[n] = next[depth] ?? blocks.length
    next.fill(n, depth)
  }
  return ends
}

const RANKS = 6

function* ofDefinitions(blocks: readonly Block[]): Generator<Place> {
  for (const [n, block] of blocks.entries()) {
    if (block.kind === 'list') yield* ofItems(block)
    if (block.kind !== 'prose') continue
    const words = plainWords(block.lines.join(' '))
    for (const [at, sentence] of sentencesOf(words).slice(0, 6).entries()) {
      const defined = definitionIn(sentence)
      // A gloss, or a term explained late in a paragraph, is not the paragraph's subject.
      if (!defined || (at > 0 && defined.how !== 'says') || needsContext(words)) continue
      yield* spoken('definition', defined.term, block.fromLine, endOf(blocks, n))
    }
  }
}

/** `- **Term**: what it is.` */
function* ofItems({ lines, fromLine }: Block): Generator<Place> {
  for (const [n, line] of lines.entries()) {
    const [, term] =
      /^\s*[-*+]\s+(?:\*\*|__)([^*_:]{2,60}):?(?:\*\*|__)\s*(?::|–|—|-|is\b|are\b)?\s*\S.{20,}$/.exec(line) ?? []
    if (term) yield* spoken('definition', term.trim(), fromLine + n, fromLine + n)
  }
}

function* ofPhrases(blocks: readonly Block[], phrases: readonly string[]): Generator<Place> {
  for (const phrase of phrases) {
    const wanted = nameKey(phrase)
    let left = MOST_MENTIONS
    for (const [n, block] of blocks.entries()) {
      if (left === 0) break
      if (block.kind !== 'prose' || block.lines.join(' ').length < 60) continue
      const opening = (plainWords(block.lines.join(' ')).match(/\S+/g) ?? []).slice(0, FIRST_WORDS).join(' ')
      if (needsContext(opening) || !` ${nameKey(opening)} `.includes(` ${wanted} `)) continue
      left--
      yield* spoken('phrase', phrase, block.fromLine, endOf(blocks, n))
    }
  }
}

function* ofLinks(blocks: readonly Block[]): Generator<Place> {
  const seen = new Set<string>()
  for (const { kind, lines, fromLine, toLine } of blocks) {
    if (kind !== 'prose') continue
    for (const { target, label, embed } of scanMarks(lines.join('\n')).links) {
      if (!target || embed || /\.\w{2,5}$/.test(target) || seen.size >= MOST_LINKS) continue
      const spelled = /^[a-z0-9-]+$/.test(target) ? label : target.replace(/^.*\//, '')
      if (seen.has(nameKey(spelled))) continue
      seen.add(nameKey(spelled))
      yield* spoken('link', spelled, fromLine, toLine)
    }
  }
}

/** The last line of a paragraph, including a list, table or code that it introduces. */
function endOf(blocks: readonly Block[], n: number): number {
  const [block, next] = [blocks[n] as Block, blocks[n + 1]]
  const leads = /[:：]\s*$/.test(block.lines.at(-1) ?? '')
  return leads && next && ['list', 'table', 'code'].includes(next.kind) ? next.toLine : block.toLine
}

function* spoken(how: How, spelled: string, fromLine: number, toLine: number): Generator<Place> {
  const name = nameKey(spelled)
  if (!name || !mayBeName(spelled)) return
  yield { name, spelled: spelled.trim(), how, fromLine, toLine }
}

function withText({ lines: all }: Document, place: Place, join: ReturnType<typeof joiningIn>): Spoken {
  const { lines, end } = boundedLines(all, place.fromLine, place.toLine)
  return { ...place, toLine: end, text: join(lines).join('\n') }
}

function boundedLines(all: readonly string[], fromLine: number, toLine: number): { lines: string[]; end: number } {
  const lines: string[] = []
  let letters = 0
  for (let n = fromLine; n <= toLine && lines.length < MOST_LINES; n++) {
    const line = all[n - 1] ?? ''
    letters += line.length
    if (letters > MOST_LETTERS && lines.length) break
    lines.push(line)
  }
  return { lines, end: fromLine + lines.length - 1 }
}
