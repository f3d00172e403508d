import { isFunctionWord, type Language, languageOf, languages, onlyAsks, stemOf } from './language.ts'

/** What is found changes with what is in these files: one more makes every index anew. */
export const ANALYSIS = 2

/** A word of a text as it is compared, and where it stands. */
export interface Word {
  word: string
  from: number
  to: number
}

const MOST_LETTERS = 40

/** Scripts written without spaces: of the first, pairs of characters are terms; of the second, what Unicode calls words. */
const WORDS =
  /([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ーｰ]+)|([\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+)|[[\p{L}\p{N}\p{M}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ーｰ]]+(?:['’][[\p{L}\p{N}\p{M}]--[\p{sc=Han}]]+)*/gv

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant, with signs that are no letters.
const PLAINLY = /^[\x00-\x7f\xa0\xa7\xa9\xab\xae\xb7\xbb\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u275a]*$/
const PLAIN_WORDS = /[a-z0-9]+(?:['’][a-z0-9]+)*/gi

/**
 * The words of a text, in lower case and one form of Unicode. The letters that French elides and English adds after an
 * apostrophe are left out: `l’eau` is `eau`, `Mara's` is `mara`.
 */
export function* wordsOf(text: string, plainWords = PLAIN_WORDS): Generator<Word> {
  for (const { at, part, words } of partsOf(text, plainWords)) {
    for (let read = 0; ; ) {
      // The pattern is shared: where it goes on is said anew for each word.
      words.lastIndex = read
      const match = words.exec(part)
      if (!match) break
      read = words.lastIndex
      const { 1: pairs, 2: unspaced } = match
      const start = words === WORDS ? match.index : startOfWord(part, match.index)
      const [found, from] = [part.slice(start, read), at + start]
      if (pairs !== undefined) yield* pairsOf(pairs, from)
      else if (unspaced !== undefined) yield* segmentsOf(unspaced, from)
      else if (isElided(found)) yield* apart(found, from)
      else yield { word: plainForm(found), from, to: from + found.length }
    }
  }
}

const LETTER = /[a-z0-9]/i

/** Where a word begins of which a part after an apostrophe was met, since its parts are told apart together. */
function startOfWord(text: string, at: number): number {
  let start = at
  while (isApostrophe(text[start - 1]) && LETTER.test(text[start - 2] ?? '')) {
    start -= 2
    while (LETTER.test(text[start - 1] ?? '')) start--
  }
  return start
}

const isApostrophe = (one: string | undefined) => one === "'" || one === '’'

/**
 * Prepares to read only those words of a text that one of these terms may be a stem of: a stem begins with the two letters
 * that its word begins with, but for `i` and `y`, as in `die` of `dying`. Of text that is not in plain letters all words
 * are given.
 */
export function wordsLike(terms: Iterable<string>): (text: string) => Generator<Word> {
  const beginnings = [...new Set([...terms].map(beginningOf).filter((pattern) => pattern !== null))]
  // The letters come first in the pattern and where a word begins is seen after them: V8 skips to them without matching.
  const begun = [1, 2].flatMap((letters) => {
    const these = beginnings.filter((pattern) => lettersOf(pattern) === letters)
    return these.length ? [`(?:${these.join('|')})(?<![a-z0-9]{${letters + 1}})`] : []
  })
  const words = new RegExp(begun.length ? `(?:${begun.join('|')})[a-z0-9]*(?:['’][a-z0-9]+)*` : '(?!)', 'gi')
  return (text) => wordsOf(text, words)
}

const lettersOf = (pattern: string) => (pattern.length === 1 ? 1 : 2)

/** How words in plain letters begin that have this stem, as a pattern; null where none has. */
function beginningOf(term: string): string | null {
  const [first = '', second = ''] = term
  if (!/[a-z0-9]/.test(first)) return null
  return `${first}${/[iy]/.test(second) ? '[iy]' : /[a-z0-9]/.test(second) ? second : ''}`
}

/** Most text is in plain letters, which are told apart in a third of the time; where some is not, its other lines are. */
function* partsOf(text: string, plainWords = PLAIN_WORDS): Generator<{ at: number; part: string; words: RegExp }> {
  if (PLAINLY.test(text)) {
    yield { at: 0, part: text, words: plainWords }
    return
  }
  for (let at = 0; at < text.length; ) {
    const end = (text.indexOf('\n', at) + 1 || text.length + 1) - 1
    const part = text.slice(at, end)
    yield { at, part, words: PLAINLY.test(part) ? plainWords : WORDS }
    at = end + 1
  }
}

const isElided = (found: string) => found.includes("'") || found.includes('’')

function* pairsOf(run: string, at: number): Generator<Word> {
  const characters = [...run]
  let from = at
  for (const [n, one] of characters.entries()) {
    const next = characters[n + 1]
    if (next !== undefined) yield { word: plainForm(one + next), from, to: from + one.length + next.length }
    else if (n === 0) yield { word: plainForm(one), from, to: from + one.length }
    from += one.length
  }
}

const segmenter = new Intl.Segmenter('th', { granularity: 'word' })

function* segmentsOf(run: string, at: number): Generator<Word> {
  for (const { segment, index, isWordLike } of segmenter.segment(run)) {
    if (isWordLike) yield { word: plainForm(segment), from: at + index, to: at + index + segment.length }
  }
}

function* apart(found: string, at: number): Generator<Word> {
  const parts = [...found.matchAll(/[^'’]+/g)]
  const whole = parts.filter(({ 0: part }) => part.length > 2)
  for (const { 0: part, index } of whole.length ? whole : parts.slice(0, 1)) {
    yield { word: plainForm(part), from: at + index, to: at + index + part.length }
  }
}

const PLAIN = /^[a-z0-9]+$/
const ANY_PLAIN = /^[a-z0-9]+$/i

function plainForm(word: string): string {
  if (ANY_PLAIN.test(word)) return word.toLowerCase()
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '')
}

const letters: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', þ: 'th' }

/** A word without its diacritics, so that it is found however it is typed. */
export function fold(word: string): string {
  if (PLAIN.test(word)) return word.slice(0, MOST_LETTERS)
  const bare = word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[ßæœøđðłıþ]/g, (letter) => letters[letter] ?? letter)
  return [...bare].slice(0, MOST_LETTERS).join('')
}

/** How often each word stands in a text, as it is compared. */
export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  const count = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const { part, words } of partsOf(text)) {
    if (words === WORDS) for (const { word } of wordsOf(part)) count(word)
    else
      for (const found of part.match(words) ?? [])
        if (isElided(found)) for (const { word } of apart(found, 0)) count(word)
        else count(plainForm(found))
  }
  return counts
}

/** A text with its title as terms, each with how often it stands there. */
export interface Analysed {
  title: Map<string, number>
  body: Map<string, number>
}

/** Brings a text's words to the stems of its language, and leaves out those that only hold it together. */
export function analyse(title: string, body: string): Analysed {
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

/**
 * One word that somebody looks for: the terms that it may stand as, how often it is said, and what it begins with while
 * it is being typed.
 */
export interface Wanted {
  word: string
  terms: readonly string[]
  times: number
  prefix: string | null
}

/** A question as people write it to a colleague has up to about this many. */
const MOST_WORDS = 400

/**
 * What somebody looks for. Nobody says in which language they ask, so each word is sought as its stem in each. The last
 * one may be half typed, unless something follows it.
 */
export function wantedIn(text: string): Wanted[] {
  const words = [...wordsOf(text)].slice(0, MOST_WORDS)
  const last = words.at(-1)
  const typing = last !== undefined && last.to === text.length
  const telling = words.filter(({ word }) => !onlyAsks(word))
  const wanted = new Map<string, Wanted>()
  for (const one of telling.length ? telling : words) {
    const times = (wanted.get(one.word)?.times ?? 0) + 1
    const prefix = typing && one === last ? fold(one.word) : null
    wanted.set(one.word, { word: one.word, terms: alternatives(one.word), times, prefix })
  }
  return [...wanted.values()]
}

const MOST_KEPT = 20_000
const kept = new Map<string, readonly string[]>()

/** The terms that a word may stand as: as it is, and its stem in each language. Words come again, and are kept. */
export function alternatives(word: string): readonly string[] {
  let terms = kept.get(word)
  if (!terms) {
    terms = [...new Set([fold(word), ...languages.map((language) => fold(stemOf(word, language)))])].filter(Boolean)
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(word, terms)
  }
  return terms
}
