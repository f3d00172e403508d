import { countWords, wordsOf } from './analyse.ts'
import { isFunctionWord, type Language, languageOf, stemOf } from './language.ts'

/** Consecutive words of one speaker. */
export interface Turn {
  speaker: string
  words: string
}

type TermCounts = { counts: Map<string, number>; length: number }
type Sought = { term: string; times: number[] }

const [K1, B] = [1.2, 0.75]
/**
 * The weights of the wider context and of a speaker named in the question, relative to the close
 * context.
 */
const [WIDE, NAMED] = [0.8, 0.3]

/** Words of questions about a meeting that are not its subject. */
const ASKING = new Set(
  (
    'summarize summarise discuss discusses discussed discussion about think thinks thought meeting group team said say says saying opinion opinions talk talked ' +
    'decision decisions decide decided agree agreed disagree disagreed what why how did recommend recommended elaborate idea ideas introduce introduced introduction ' +
    'presentation explain explained mention mentioned describe described respond responded suggest suggested perspective view views topic answer ask asked'
  ).split(' '),
)

/**
 * Ranks the turns of a conversation by how likely they answer a question. An answer spans many
 * turns, most of which share no word with the question, so each is scored by its near and wide
 * context, and by whether the question names its speaker.
 */
export function turnsThatAnswer(question: string, turns: readonly Turn[]): number[] {
  const counted = turns.map(({ words }) => countWords(words.replace(/\{[^{}]*\}/g, ' ')))
  const language = languageOf(counted)
  const heard = counted.map((words) => termCounts(words, language))
  const sought = soughtIn(question, language).map((term) => ({
    term,
    times: heard.map(({ counts }) => counts.get(term) ?? 0),
  }))
  const near = Math.max(2, Math.round(turns.length / 50))
  const lengths = heard.map(({ length }) => length)
  const score = sum(
    normalise(
      bm25(
        sought.map((one) => ({ ...one, times: smooth(one.times, near) })),
        smooth(lengths, near),
      ),
    ),
    normalise(smooth(bm25(sought, lengths), Math.round(turns.length / 8))).map((one) => WIDE * one),
    normalise(smooth(namedIn(question, turns, lengths), near)).map((one) => NAMED * one),
  )
  return score
    .map((worth, turn) => ({ worth, turn }))
    .sort((one, other) => other.worth - one.worth || one.turn - other.turn)
    .map(({ turn }) => turn)
}

function termCounts(words: ReadonlyMap<string, number>, language: Language): TermCounts {
  const counts = new Map<string, number>()
  let length = 0
  for (const [word, times] of words) {
    if (word.length < 2 || isFunctionWord(word, language)) continue
    const term = stemOf(word, language)
    counts.set(term, (counts.get(term) ?? 0) + times)
    length += times
  }
  return { counts, length }
}

function soughtIn(question: string, language: Language): string[] {
  const words = [...wordsOf(question)].map(({ word }) => word)
  const telling = words.filter((word) => word.length > 1 && !isFunctionWord(word, language) && !ASKING.has(word))
  return [...new Set((telling.length ? telling : words).map((word) => stemOf(word, language)))]
}

/** BM25 of each turn, or of its context. */
function bm25(sought: readonly Sought[], lengths: readonly number[]): number[] {
  const average = lengths.reduce((total, one) => total + one, 0) / lengths.length || 1
  const scores = lengths.map(() => 0)
  for (const { times } of sought) {
    const having = times.filter((one) => one > 0).length
    const rarity = Math.log(1 + (times.length - having + 0.5) / (having + 0.5))
    for (const [turn, one] of times.entries()) {
      const relative = (lengths[turn] ?? 0) / average
      if (one > 0) scores[turn] = (scores[turn] ?? 0) + (rarity * one * (K1 + 1)) / (one + K1 * (1 - B + B * relative))
    }
  }
  return scores
}

/** A score for each turn by a speaker whom the question names. */
function namedIn(question: string, turns: readonly Turn[], lengths: readonly number[]): number[] {
  const names = new Set(turns.map(({ speaker }) => speaker).filter((speaker) => isNamed(speaker, question)))
  return turns.map(({ speaker }, turn) => (names.has(speaker) ? Math.log(1 + (lengths[turn] ?? 0)) : 0))
}

/**
 * Whether a question has somebody's full name, or all its parts longer than a title or an initial.
 */
function isNamed(speaker: string, question: string): boolean {
  // A speaker called A does not match every "a".
  if (speaker.length === 1) return question.split(/[^\p{L}\p{N}]+/u).includes(speaker)
  const asked = ` ${plain(question)} `
  const long = plain(speaker)
    .split(' ')
    .filter((part) => part.length > 2)
  return asked.includes(` ${plain(speaker)} `) || (long.length > 1 && asked.includes(` ${long.join(' ')} `))
}

const plain = (text: string) => [...wordsOf(text)].map(({ word }) => word).join(' ')

/** Smooths numbers with a triangular window. */
function smooth(numbers: readonly number[], reach: number): number[] {
  return numbers.map((_, at) => {
    let total = 0
    for (let n = Math.max(0, at - reach); n <= at + reach && n < numbers.length; n++) {
      total += (numbers[n] ?? 0) * (1 - Math.abs(n - at) / (reach + 1))
    }
    return total
  })
}

function normalise(numbers: readonly number[]): number[] {
  const most = numbers.reduce((one, other) => Math.max(one, other), 0) || 1
  return numbers.map((one) => one / most)
}

const sum = (...many: number[][]) =>
  (many[0] ?? []).map((_, at) => many.reduce((total, one) => total + (one[at] ?? 0), 0))
