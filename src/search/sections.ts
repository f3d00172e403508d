import { plainWords, SPEAKER } from '../knowledge/index.ts'
import {
  type Block,
  headingWords,
  isFence,
  isFenced,
  joinLines,
  leavesByLine,
  linesOfFront,
  proseOf,
  sentencesIn,
} from '../text/index.ts'
import { wholeWords } from './analyse.ts'
import type { Sentence } from './places.ts'
import { remembering } from './remembering.ts'
import { tableRows } from './table-rows.ts'

/** The sentences under a heading. */
export interface Section {
  heading: string
  sentences: Sentence[]
}

/**
 * A line that begins a paragraph of its own here, even if Markdown would continue the one before:
 * people write `2)` under a sentence.
 */
const BEGINS = /^\s*(?:>|[-*+]|\d{1,3}[.)]|\||\[\^[^\]\s]+\]:)\s*/

const KEPT_CHARACTERS = 8_000_000

/**
 * The sections of a Markdown text without its front matter; sentences may span lines. Recent
 * results are cached and must not be mutated.
 */
export const sectionsIn: (text: string) => readonly Section[] = remembering(readSections, KEPT_CHARACTERS)

function readSections(text: string): Section[] {
  const front = linesOfFront(text)
  const sections: Section[] = [{ heading: '', sentences: [] }]
  let paragraph: { words: string; line: number }[] = []
  let number = 0
  const written = text.split(/\r?\n/)
  const body = proseOf((front ? written.slice(front) : written).join('\n')).split('\n')
  const lines = [...written.slice(0, front), ...body]
  const joined = joinLines(body)
  const leaves = leavesByLine(body, joined)
  const rows = tableRows(body, leaves)
  const end = () => {
    number++
    // Most of a text's lines may be empty.
    if (paragraph.length === 0) return
    sections.at(-1)?.sentences.push(...sentencesOf(paragraph, number))
    paragraph = []
  }
  for (const [n, line] of lines.entries()) {
    if (n < front) continue
    const leaf = leaves[n - front]
    const fenced = isFenced(leaf)
    const fence = fenced && isFence(leaf, n - front + 1, line)
    const heading = leaf?.kind === 'heading'
    const row = rows.get(n - front)
    const unsaid = (leaf && saysNothing(leaf, joined)) || row === ''
    // Code and dialogue are read line by line.
    if (fenced || fence || heading || !line.trim() || BEGINS.test(line) || SPEAKER.test(line) || unsaid || row) end()
    if (row) paragraph.push({ words: plainWords(row), line: n + 1 })
    else if (heading) {
      if (leaf.to === n - front + 1) sections.push({ heading: plainWords(headingWords(joined, leaf)), sentences: [] })
    } else if (!fence && line.trim() && !unsaid)
      paragraph.push({ words: fenced ? line.trim() : plainWords(line.replace(BEGINS, '')), line: n + 1 })
  }
  end()
  return sections.filter(({ sentences }) => sentences.length > 0)
}

/** Whether a block has no words of its own: a definition, a comment, a rule. */
const saysNothing = ({ kind, at }: Block, text: string) =>
  kind === 'definition' || kind === 'thematicBreak' || (kind === 'html' && text.startsWith('<!--', at))

/** The sentences of a paragraph; those with fewer than three words are dropped. */
function sentencesOf(lines: readonly { words: string; line: number }[], paragraph: number): Sentence[] {
  const ends: { at: number; line: number }[] = []
  let text = ''
  for (const { words, line } of lines) {
    text += `${text && words ? ' ' : ''}${words}`
    ends.push({ at: text.length, line })
  }
  const lineAt = (at: number) => ends.find((end) => at < end.at)?.line ?? ends.at(-1)?.line ?? null
  return sentencesIn(text).flatMap(({ text: words, at }) => {
    const [line, to] = [lineAt(at), lineAt(at + words.length - 1)]
    return wholeWords(words).length >= 3 ? [{ words, line, to, paragraph }] : []
  })
}
