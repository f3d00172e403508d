import { plainWords } from '../../knowledge/index.ts'
import { blocksIn, isClosed, isFenced, tableCells } from '../../text/index.ts'
import { type Block, blocksOfText, headingWords } from './blocks.ts'
import { cleanSentence, isWhole } from './clean-sentence.ts'
import { costlyMarkdownIn } from './costly-markdown.ts'
import { isAboutItsDocument, needsContext, refersBack } from './needs-context.ts'
import { sentencesOf } from './sayings.ts'

/** A quotable unit of a source: a paragraph, or a list, table or code with its introduction. */
export interface Unit {
  /** The sentences of the paragraph; empty for a list or table alone. */
  sentences: string[]
  /** The list, table or code after it, or empty. */
  rest: string
  kind: 'prose' | 'list' | 'table' | 'code'
  fromLine: number
  toLine: number
  /** Whether it makes sense only after the unit before it. */
  dependsOnPrevious: boolean
}

/** A section of a source; the heading of the text before any is empty. */
export interface Part {
  heading: string
  depth: number
  units: Unit[]
}

const MOST_ITEMS = 14
const MOST_ROWS = 14
const MOST_COLUMNS = 6
const MOST_TABLE_CHARACTERS = 2500
const MOST_CODE = 12
const MOST_LIST_WORDS = 260

/** Splits a source's text at its headings into parts, and these into quotable units. */
export function partsOf(text: string, firstLine: number): Part[] {
  const parts: Part[] = [{ heading: '', depth: 0, units: [] }]
  const blocks = blocksOfText(text.split('\n'), firstLine)
  for (let n = 0; n < blocks.length; n++) {
    const block = blocks[n] as Block
    const heading = headingOf(block)
    if (heading) {
      parts.push({ heading: heading.words, depth: heading.depth, units: [] })
      continue
    }
    const next = blocks[n + 1]
    const { unit, took } = unitOf(block, next && !headingOf(next) ? next : undefined)
    n += took
    const part = parts.at(-1)
    if (!part) continue
    if (unit) part.units.push(unit)
    // Marks an omission, so that units that depend on it are omitted, too.
    else if (block.kind !== 'code') part.units.push(GAP)
  }
  return parts.map((part) => ({ ...part, units: withoutOrphans(part.units) }))
}

const GAP: Unit = { sentences: [], rest: '', kind: 'prose', fromLine: 0, toLine: 0, dependsOnPrevious: false }

/** Drops units that depend on an omitted one, and after a gap those that refer back. */
function withoutOrphans(units: readonly Unit[]): Unit[] {
  let there = false
  return units.filter((unit, n) => {
    const hangs = units[n - 1] === GAP && refersBack(plainWords(unit.sentences[0] ?? ''))
    there = unit !== GAP && !hangs && (!unit.dependsOnPrevious || there)
    return there
  })
}

function headingOf(block: Block): { words: string; depth: number } | null {
  if (block.kind === 'heading') {
    const words = plainWords(cleanSentence(headingWords(block)))
    return words ? { words, depth: block.depth } : null
  }
  // A line in bold alone serves as a heading.
  const [, bold] = (block.kind === 'prose' && block.lines.length === 1 && BOLD.exec(block.lines[0] ?? '')) || []
  return bold && bold.split(/\s+/).length <= 9 ? { words: plainWords(bold.replace(/:$/, '')), depth: 6 } : null
}

const BOLD = /^\s*(?:\*\*|__)([^*_]+?)(?:\*\*|__):?\s*$/

/** Makes a unit of a block, and of the next one if it belongs to it; null if it is not quotable. */
function unitOf(block: Block, next: Block | undefined): { unit: Unit | null; took: number } {
  if (block.kind === 'list' || block.kind === 'table') return { unit: unitAlone(block), took: 0 }
  if (block.kind !== 'prose') return { unit: null, took: 0 }
  const words = cleanSentence(block.lines.join('\n'))
  const leads = /(?<!\W)[^\w:：]*[:：]\W*$/.test(words)
  const follows =
    next && next.kind !== 'prose' && next.kind !== 'quote' && (leads || next.kind === 'code') ? next : null
  const rest = follows ? restOf(follows) : ''
  const took = leads && follows ? 1 : rest ? 1 : 0
  const sentences = sentencesOf(words)
    .map((one) => one.trim())
    .filter(Boolean)
  // The introduction of an omitted list is dropped; the sentences before it stay.
  const said = leads && !rest ? sentences.slice(0, -1) : sentences
  const kept = quotableSentences(said, rest !== '')
  const kind = rest && follows ? (follows.kind as Unit['kind']) : 'prose'
  const toLine = rest && follows ? follows.toLine : block.toLine
  if (kept.length === 0 || !isSaid(kept, rest)) return { unit: null, took }
  const first = said[0] === kept[0] && needsContext(plainWords(kept[0] ?? ''))
  return { unit: { sentences: kept, rest, kind, fromLine: block.fromLine, toLine, dependsOnPrevious: first }, took }
}

/** Drops sentences about the document itself, and those that depend on them. */
function quotableSentences(sentences: readonly string[], leads: boolean): string[] {
  let there = true
  return sentences.filter((sentence, n) => {
    const plain = plainWords(sentence)
    const last = leads && n === sentences.length - 1
    if (!isWhole(sentence)) return sentences.every((one) => !isAboutItsDocument(plainWords(one)))
    if (isAboutItsDocument(plain) && !(last && there)) there = false
    else if (!needsContext(plain) || n === 0) there = true
    return there
  })
}

/** Whether sentences are text, and not a caption or a label. */
function isSaid(sentences: readonly string[], rest: string): boolean {
  const words = plainWords(sentences.join(' '))
  if (/^[^\p{L}]*$/u.test(words) || costlyMarkdownIn(sentences.join(' '))) return false
  if (/(?:…|\.\.\.)$/.test(words) && sentences.length === 1 && !rest) return false
  return (
    rest !== '' ||
    /[.!?。！？][)"”’*_]*$/.test(words) ||
    words.split(/\s+/).length >= 8 ||
    /[\p{Script=Han}\p{Script=Hiragana}]{12,}/u.test(words)
  )
}

/** Makes a unit of a list or table without an introduction, if its items are long enough. */
function unitAlone(block: Block): Unit | null {
  const rest = restOf(block)
  if (!rest) return null
  const items = rest.split('\n').filter((line) => /^\S/.test(line))
  const words = items.map((line) => plainWords(line).split(/\s+/).length)
  if (block.kind === 'list' && words.reduce((sum, one) => sum + one, 0) / items.length < 5) return null
  return {
    sentences: [],
    rest,
    kind: block.kind as Unit['kind'],
    fromLine: block.fromLine,
    toLine: block.toLine,
    dependsOnPrevious: false,
  }
}

function restOf(block: Block): string {
  if (costlyMarkdownIn(block.lines.join('\n'))) return ''
  if (block.kind === 'list') return listOf(block)
  if (block.kind === 'table') return tableOf(block)
  return block.kind === 'code' ? codeOf(block) : ''
}

function listOf({ lines }: Block): string {
  if (lines.some((line) => /`{3}|~{3}|^\s*(?:>|\|)/.test(line))) return ''
  const items: string[] = []
  for (const line of lines) {
    const [, indent = '', mark = '', words = ''] = /^(\s*)([-*+]|\d{1,3}[.)])\s+(.*)$/.exec(line) ?? []
    if (words)
      items.push(
        `${indent.replace(/\t/g, '    ')}${/\d/.test(mark) ? mark : '-'} ${words.replace(/^\[[ xX]\]\s+/, '')}`,
      )
    else if (line.trim() && items.length) items[items.length - 1] += `\n${line.trim()}`
  }
  const clean = items.map((item) => {
    const [, head = '', words = ''] = /^(\s*(?:-|\d+[.)]) )([\s\S]*)$/.exec(item) ?? []
    return { head, words: saidInItem(cleanSentence(words)), links: isOnlyLink(words) }
  })
  if (clean.some(({ words }) => words.length > 700)) return ''
  const left = clean.filter(({ words }) => /[\p{L}\p{N}]/u.test(words) && !isAboutItsDocument(plainWords(words)))
  const count = left.reduce((sum, { words }) => sum + words.split(/\s+/).length, 0)
  if (left.length < 2 || left.length > MOST_ITEMS || count > MOST_LIST_WORDS) return ''
  // A list of mostly links is navigation.
  if (clean.filter(({ links }) => links).length * 2 > clean.length) return ''
  if (left.some(({ words }) => !isWhole(words))) return ''
  return left.map(({ head, words }) => `${head}${words}`).join('\n')
}

/** Drops the closing sentences of an item that only refer elsewhere. */
function saidInItem(words: string): string {
  const sentences = sentencesOf(words)
  return sentences.length > 1 && sentences.every(isWhole)
    ? sentences.slice(0, sentences.findLastIndex((one) => !isAboutItsDocument(plainWords(one))) + 1).join(' ')
    : words
}

const isOnlyLink = (item: string) =>
  /\]\(|\[\[/.test(item) &&
  item.replace(/!?\[\[[^[\]]*\]\]|!?\[[^[\]]*\]\([^()]*\)/g, '').replace(/[^\p{L}]/gu, '').length < 4

function tableOf({ lines }: Block): string {
  const [heads = '', delimiters = '', ...rows] = lines.map((line) => line.trim())
  if (rows.length === 0 || rows.length > MOST_ROWS || tableCells(heads).length > MOST_COLUMNS) return ''
  if (lines.join('\n').length > MOST_TABLE_CHARACTERS) return ''
  const written = (cells: string[]) => `| ${cells.join(' | ')} |`
  const clean = (row: string) => written(tableCells(row).map(cleanSentence))
  return [clean(heads), written(tableCells(delimiters)), ...rows.map(clean)].join('\n')
}

function codeOf({ lines }: Block): string {
  // `{include}` and the like are directives of a site generator.
  if (/^\s*(?:`{3,}|~{3,})\s*\{/.test(lines[0] ?? '')) return ''
  const fenced = isFenced(blocksIn(lines.join('\n'))[0])
  const closed = !fenced || (isClosed(lines) && lines.length > 2)
  return closed && lines.length <= MOST_CODE + (fenced ? 2 : 0) ? lines.join('\n').trimEnd() : ''
}

/** The reading length in words; in scripts without spaces, two characters count as one. */
export const lengthOf = (text: string): number =>
  (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []).reduce(
    (sum, word) => sum + (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word) ? word.length / 2 : 1),
    0,
  )
