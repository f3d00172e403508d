import { plainWords } from '../../knowledge/index.ts'
import { blocksIn, isClosed, isFenced, tableCells } from '../../text/index.ts'
import { type Block, blocksOfText, headingWords } from './blocks.ts'
import { cleanSentence, isWhole } from './clean-sentence.ts'
import { costlyMarkdownIn } from './costly-markdown.ts'
import { isAboutItsDocument, needsContext, refersBack } from './needs-context.ts'
import { sentencesOf } from './sayings.ts'

/** What of a source can stand on a page as one: a paragraph, or a list or table with the words that lead to it. */
export interface Unit {
  /** The paragraph, sentence by sentence; empty where a list or table stands alone. */
  sentences: string[]
  /** The list, table or code that belongs to it, or empty. */
  rest: string
  kind: 'prose' | 'list' | 'table' | 'code'
  fromLine: number
  toLine: number
  /** Whether it only says something after the one before it. */
  leans: boolean
}

/** A part of a source under its own heading; of what stands before any, the heading is empty. */
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

/** Takes a source's text into the parts that its headings make, each of units that can stand on a page. */
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
    // What leaned on something left out would hang in the air.
    else if (block.kind !== 'code') part.units.push(GAP)
  }
  return parts.map((part) => ({ ...part, units: standing(part.units) }))
}

const GAP: Unit = { sentences: [], rest: '', kind: 'prose', fromLine: 0, toLine: 0, leans: false }

/** What leans goes with what it leans on, and out with it; after a gap, what points back does, too. */
function standing(units: readonly Unit[]): Unit[] {
  let there = false
  return units.filter((unit, n) => {
    const hangs = units[n - 1] === GAP && refersBack(plainWords(unit.sentences[0] ?? ''))
    there = unit !== GAP && !hangs && (!unit.leans || there)
    return there
  })
}

function headingOf(block: Block): { words: string; depth: number } | null {
  if (block.kind === 'heading') {
    const words = plainWords(cleanSentence(headingWords(block)))
    return words ? { words, depth: block.depth } : null
  }
  // A line in bold is a heading to whoever wrote it.
  const [, bold] = (block.kind === 'prose' && block.lines.length === 1 && BOLD.exec(block.lines[0] ?? '')) || []
  return bold && bold.split(/\s+/).length <= 9 ? { words: plainWords(bold.replace(/:$/, '')), depth: 6 } : null
}

const BOLD = /^\s*(?:\*\*|__)([^*_]+?)(?:\*\*|__):?\s*$/

/** Makes a unit of a block, with the next where that belongs to it; null where it could not stand on a page. */
function unitOf(block: Block, next: Block | undefined): { unit: Unit | null; took: number } {
  if (block.kind === 'list' || block.kind === 'table') return { unit: alone(block), took: 0 }
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
  // What would lead to a list that is not there is left out, and what was said before it stays.
  const said = leads && !rest ? sentences.slice(0, -1) : sentences
  const kept = standingSentences(said, rest !== '')
  const kind = rest && follows ? (follows.kind as Unit['kind']) : 'prose'
  const toLine = rest && follows ? follows.toLine : block.toLine
  if (kept.length === 0 || !isSaid(kept, rest)) return { unit: null, took }
  const first = said[0] === kept[0] && needsContext(plainWords(kept[0] ?? ''))
  return { unit: { sentences: kept, rest, kind, fromLine: block.fromLine, toLine, leans: first }, took }
}

/** Leaves out what speaks of the document itself, and what leaned on that. */
function standingSentences(sentences: readonly string[], leads: boolean): string[] {
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

/** A caption or a label is nothing that is said. */
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

/** A list or table that nothing leads to stands under its heading, if it is of sentences. */
function alone(block: Block): Unit | null {
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
    leans: false,
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
  // A list of links is a way to elsewhere.
  if (clean.filter(({ links }) => links).length * 2 > clean.length) return ''
  if (left.some(({ words }) => !isWhole(words))) return ''
  return left.map(({ head, words }) => `${head}${words}`).join('\n')
}

/** Of an item what does not send its reader elsewhere. */
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
  // `{include}` and its like are asked of whoever builds the pages.
  if (/^\s*(?:`{3,}|~{3,})\s*\{/.test(lines[0] ?? '')) return ''
  const fenced = isFenced(blocksIn(lines.join('\n'))[0])
  const closed = !fenced || (isClosed(lines) && lines.length > 2)
  return closed && lines.length <= MOST_CODE + (fenced ? 2 : 0) ? lines.join('\n').trimEnd() : ''
}

/** How long something is to read: words, and of scripts without spaces two characters each. */
export const lengthOf = (text: string): number =>
  (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []).reduce(
    (sum, word) => sum + (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word) ? word.length / 2 : 1),
    0,
  )
