import { fold, isOfPairs, plainForm } from './fold.ts'
import { isFunctionWord, type Language, languageOf, languages, onlyAsks, stemOf } from './language.ts'
import { CHUNK, namesIn, nextRun, quotedIn } from './names.ts'
import type { Part } from './numbers.ts'

export { fold } from './fold.ts'

/** The version of the analysis in these files; raising it rebuilds every index. */
export const ANALYSIS = 3

/** A normalised word of a text and its position. */
export interface Word extends Part {
  /** The last character of a run in pairs, which begins no pair: it is found alone. */
  last?: true
}

/**
 * Scripts written without spaces: the first group is indexed as pairs of characters, the second as
 * the words of Unicode's segmenter.
 */
const WORDS = new RegExp(
  String.raw`([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ーｰ][\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ーｰﾞﾟ\u3099\u309a]*)|([\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+)|${CHUNK}`,
  'gv',
)

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant, with signs that are no letters.
const PLAIN_TEXT = /^[\x00-\x7f\xa0\xa7\xa9\xab\xae\xb7\xbb\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u275a]*$/
const PLAIN_WORDS = /[a-z0-9]+(?:['’][a-z0-9]+)*/gi

/**
 * The words of a text, in lower case and one Unicode form, without French elisions and English
 * endings at an apostrophe: `l’eau` gives `eau`, `Mara's` gives `mara`.
 */
export function* wordsOf(text: string, plainWords = PLAIN_WORDS, mayHold?: RegExp): Generator<Word> {
  for (const { at, part, words } of partsOf(text, plainWords)) {
    if (words === null) {
      if (mayHold?.test(part) ?? true) yield* placed(namesIn(part, plainForm), at)
      continue
    }
    for (let read = 0; ; ) {
      // The pattern is shared, so its position is set before each match.
      words.lastIndex = read
      const match = words.exec(part)
      if (!match) break
      read = words.lastIndex
      const { 1: pairs, 2: unspaced } = match
      const start = words === WORDS ? match.index : startOfWord(part, match.index)
      const [found, from] = [part.slice(start, read), at + start]
      if (pairs !== undefined) yield* pairsOf(pairs, from)
      else if (unspaced !== undefined) yield* segmentsOf(unspaced, from)
      else if (words !== WORDS && !isElided(found)) yield { word: plainForm(found), from, to: from + found.length }
      else yield* placed(words === WORDS ? namesIn(found, plainForm) : quotedIn(found, plainForm), from)
    }
  }
}

/** The words of a text, of names only the whole and no single character at the end of a run. */
export const wholeWords = (text: string): Word[] => [...wordsOf(text)].filter(({ part, last }) => !part && !last)

function* placed(parts: Iterable<Part>, at: number): Generator<Word> {
  for (const one of parts) if (one.word) yield { ...one, from: one.from + at, to: one.to + at }
}

const LETTER = /[a-z0-9]/i

/**
 * The beginning of a word of which a part after an apostrophe matched, since its parts are read
 * together.
 */
function startOfWord(text: string, at: number): number {
  let start = at
  while (LETTER.test(text[start - 1] ?? '')) start--
  while (isApostrophe(text[start - 1]) && LETTER.test(text[start - 2] ?? '')) {
    start -= 2
    while (LETTER.test(text[start - 1] ?? '')) start--
  }
  return start
}

const isApostrophe = (one: string | undefined) => one === "'" || one === '’'

/**
 * Makes a reader of only those words of a text that may have one of these terms as their stem: a
 * stem begins with the same two letters as its word, except for `i` and `y`, as in `die` of
 * `dying`. In text outside plain ASCII all words are read.
 */
export function wordsLike(terms: Iterable<string>): (text: string) => Generator<Word> {
  const beginnings = [...new Set([...terms].map(beginningOf).filter((pattern) => pattern !== null))]
  // The letters come first in the pattern and the word boundary after them: V8 then skips to the
  // letters without matching.
  const begun = [1, 2].flatMap((letters) => {
    const these = beginnings.filter((pattern) => lettersOf(pattern) === letters)
    return these.length ? [`(?:${these.join('|')})(?<![a-z0-9]{${letters + 1}})`] : []
  })
  const words = new RegExp(begun.length ? `(?:${begun.join('|')})[a-z0-9]*(?:['’][a-z0-9]+)*` : '(?!)', 'gi')
  const held = [...new Set([...terms].map(heldAs))]
  const mayHold = new RegExp(held.length ? held.join('|') : '(?!)', 'i')
  return (text) => wordsOf(text, words, mayHold)
}

/**
 * A pattern of what a name or a number with this term holds: its first two letters with any sign
 * between them; what begins with a point is called `dot…`, and of numbers any may be meant.
 */
function heldAs(term: string): string {
  const [first = '', second = ''] = term
  if (!/[a-z]/.test(first)) return '[0-9]'
  const next = /[a-z0-9]/.test(second) ? `[^a-z0-9]?${/[iy]/.test(second) ? '[iy]' : second}` : ''
  return `${first}(?:${next || '(?:)'}|[+#&])${first === 'd' ? '|^\\.' : ''}`
}

const lettersOf = (pattern: string) => (pattern.length === 1 ? 1 : 2)

/** A pattern of how plain words with this stem begin; null if there are none. */
function beginningOf(term: string): string | null {
  const [first = '', second = ''] = term
  if (!/[a-z0-9]/.test(first)) return null
  const next = /[iy]/.test(second) ? '[iy]' : /[a-z0-9]/.test(second) ? second : ''
  // `obrien` may stand there as `O’Brien`.
  return next ? `${first}['’]?${next}` : first
}

interface PartOfText {
  at: number
  part: string
  /** The pattern of its words; null if it is one name or number. */
  words: RegExp | null
}

/**
 * Splits a text into parts by pattern: plain text, which is most, takes a third of the time; a text
 * with other characters is split by line.
 */
function* partsOf(text: string, plainWords = PLAIN_WORDS): Generator<PartOfText> {
  if (PLAIN_TEXT.test(text)) {
    yield* plainParts(text, 0, plainWords)
    return
  }
  for (let at = 0; at < text.length; ) {
    const end = (text.indexOf('\n', at) + 1 || text.length + 1) - 1
    const part = text.slice(at, end)
    if (PLAIN_TEXT.test(part)) yield* plainParts(part, at, plainWords)
    else yield { at, part, words: WORDS }
    at = end + 1
  }
}

/** Splits plain text into its names and numbers, and what is between them. */
function* plainParts(text: string, at: number, plainWords: RegExp): Generator<PartOfText> {
  let from = 0
  for (let run = nextRun(text, 0); run; run = nextRun(text, from)) {
    if (run.start > from) yield { at: at + from, part: text.slice(from, run.start), words: plainWords }
    yield { at: at + run.start, part: text.slice(run.start, run.end), words: null }
    from = run.end
  }
  if (from < text.length) yield { at: at + from, part: from ? text.slice(from) : text, words: plainWords }
}

const isElided = (found: string) => found.includes("'") || found.includes('’')

/** A character: decomposed Hangul in its parts, and kana with the mark that stands behind it. */
const CHARACTER = /[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?|[\s\S][ﾞﾟ\u3099\u309a]?/gu

function* pairsOf(run: string, at: number): Generator<Word> {
  const characters = run.match(CHARACTER) ?? []
  let from = at
  for (const [n, one] of characters.entries()) {
    const next = characters[n + 1]
    if (next !== undefined) yield { word: plainForm(one + next), from, to: from + one.length + next.length }
    else if (n === 0) yield { word: plainForm(one), from, to: from + one.length }
    else yield { word: plainForm(one), from, to: from + one.length, last: true }
    from += one.length
  }
}

const segmenter = new Intl.Segmenter('th', { granularity: 'word' })

function* segmentsOf(run: string, at: number): Generator<Word> {
  for (const { segment, index, isWordLike } of segmenter.segment(run)) {
    if (isWordLike) yield { word: plainForm(segment), from: at + index, to: at + index + segment.length }
  }
}

/** Counts the normalised words of a text. */
export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  const count = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const { part, words } of partsOf(text)) {
    if (words === null) for (const { word } of namesIn(part, plainForm)) count(word)
    else if (words === WORDS) for (const { word } of wordsOf(part)) count(word)
    else
      for (const found of part.match(words) ?? [])
        if (isElided(found)) for (const { word } of placed(quotedIn(found, plainForm), 0)) count(word)
        else count(plainForm(found))
  }
  return counts
}

/** The terms of a title and a body, each with its count. */
export interface Analysis {
  title: Map<string, number>
  body: Map<string, number>
}

/** Stems a text's words in its language and drops function words. */
export function analyse(title: string, body: string): Analysis {
  const [titled, written] = [countWords(title), countWords(body)]
  const language = languageOf([titled, written])
  return { title: termsOf(titled, language), body: termsOf(written, language) }
}

function termsOf(words: ReadonlyMap<string, number>, language: Language): Map<string, number> {
  const terms = new Map<string, number>()
  for (const [word, times] of words) {
    if (isFunctionWord(word, language)) continue
    const term = fold(stemOf(word, language))
    if (term) terms.set(term, (terms.get(term) ?? 0) + times)
  }
  return terms
}

/** A word of a query: its possible terms, its count, and its prefix while it is being typed. */
export interface Wanted {
  word: string
  terms: readonly string[]
  times: number
  prefix: string | null
}

/** The most words of a query; a question to a colleague is rarely longer. */
const MOST_WORDS = 400

/**
 * The words of a query. Its language is unknown, so each word is stemmed in every language. The
 * last word may be half typed, unless something follows it.
 */
export function wantedIn(text: string): Wanted[] {
  const words = [...wordsOf(text)].filter(({ last }) => !last).slice(0, MOST_WORDS)
  const last = words.at(-1)
  const typing = last !== undefined && last.to === text.length
  const telling = words.filter(({ word }) => !onlyAsks(word))
  const wanted = new Map<string, Wanted>()
  for (const one of telling.length ? telling : words) {
    const times = (wanted.get(one.word)?.times ?? 0) + 1
    const prefix = (typing && one.to === last.to) || isOfPairs(one.word) ? fold(one.word) : null
    wanted.set(one.word, { word: one.word, terms: alternatives(one.word), times, prefix })
  }
  return [...wanted.values()]
}

const MOST_CACHED = 20_000
const cache = new Map<string, readonly string[]>()

/**
 * The possible terms of a word: as written, and stemmed in each language. Cached, since words
 * recur.
 */
export function alternatives(word: string): readonly string[] {
  let terms = cache.get(word)
  if (!terms) {
    terms = [...new Set([fold(word), ...languages.map((language) => fold(stemOf(word, language)))])].filter(Boolean)
    if (cache.size >= MOST_CACHED) cache.clear()
    cache.set(word, terms)
  }
  return terms
}
