import { isFunctionWord, type Language, languageOf } from '../../search/index.ts'
import { isSmall, phraseWord } from './phrases.ts'

/** A key phrase of a document. */
export interface KeyPhrase {
  /** Its normalised words. */
  key: string
  /** Its first spelling in the document. */
  words: string
  /** Its score, comparable within one document only. */
  worth: number
}

/**
 * A word's statistics over all documents: occurrences, documents, and occurrences in a verb's
 * position.
 */
type Known = { times: number; documents: number; asVerb: number }
type Found = { words: string; keys: string[]; times: number; first: number }

const TOKEN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’+#/&.-]*[\p{L}\p{N}\p{M}+#]|[\p{L}\p{N}]|[^\s]/gu
const LETTERS = /[\p{L}\p{N}]/u
const NUMBER = /^[\d.,%/-]+$/
const list = (words: string) => new Set(words.split(' '))
/** Words that follow a verb and rarely a noun. */
const AFTER_VERBS = list(
  'the a an this these that its their our his her your all each some any both how whether it them us',
)
/** Words that precede a verb: `to purge`, `we purge`. */
const BEFORE_VERBS = list(
  'to we can may will would could should must not it which they i you who cannot might does do did',
)
const BEFORE_PARTICIPLES = list('is are was were be been being has have had')
const BREAKS = list(
  'however therefore thus hence because since within without among upon against although though even same another first second third several various ' +
    'different certain less few enough often usually always never yet still further whether rather instead due like well two three four',
)
const ADVERB = /(?:^.{3,})(?<!^(?:fami|assemb|supp|anoma|monopo|rep|app|mult?ip|ear|dai|week|month|year))ly$/

/** A word in a verb's position in more than a fifth of its occurrences ends a phrase. */
const VERB_FROM = 0.2
/** The weight of a phrase by its number of words. */
const BY_LENGTH = [0, 0.4, 1, 1.1, 0.8]
const MOST_WORDS = BY_LENGTH.length - 1

/**
 * Extracts key phrases by statistics of the documents alone. There is no grammar: `propose` counts
 * as a verb if it often stands after `we` or before `the` in these documents. Phrases are the runs
 * between small words, verbs and punctuation, ranked by early position, frequency and rarity
 * elsewhere.
 */
export function keyPhraseReader(texts: Iterable<string>): (text: string, most?: number) => KeyPhrase[] {
  const known = new Map<string, Known>()
  let documents = 0
  for (const text of texts) {
    documents++
    count(text.match(TOKEN) ?? [], known)
  }
  return (text, most = 10) => {
    const found = phrasesIn(text, known)
    return [...found.values()]
      .map((phrase) => ({ key: phrase.keys.join(' '), words: phrase.words, worth: worth(phrase, known, documents) }))
      .sort((one, other) => other.worth - one.worth || (one.key < other.key ? -1 : 1))
      .slice(0, most)
  }
}

function count(tokens: readonly string[], known: Map<string, Known>): void {
  const here = new Set<string>()
  const lower = tokens.map((token) => token.toLowerCase())
  for (const [at, word] of lower.entries()) {
    if (!LETTERS.test(word)) continue
    const there = known.get(word) ?? { times: 0, documents: 0, asVerb: 0 }
    known.set(word, there)
    there.times++
    there.asVerb += verbSigns(lower, at)
    if (!here.has(word)) there.documents++
    here.add(word)
  }
}

function verbSigns(words: readonly string[], at: number): number {
  const [second = '', before = '', after = ''] = [words[at - 2], words[at - 1], words[at + 1]]
  const participle = BEFORE_PARTICIPLES.has(before) || (before.endsWith('ly') && BEFORE_PARTICIPLES.has(second))
  return (AFTER_VERBS.has(after) ? 1 : 0) + (BEFORE_VERBS.has(before) ? 1 : 0) + (participle ? 1 : 0)
}

/** The runs of words between the tokens that end a phrase. */
function phrasesIn(text: string, known: ReadonlyMap<string, Known>): Map<string, Found> {
  const tokens = text.match(TOKEN) ?? []
  const language = languageIn(tokens)
  const found = new Map<string, Found>()
  let run: string[] = []
  for (const [at, token] of [...tokens, '.'].entries()) {
    if (!endsPhrase(token, known, language)) {
      run.push(token)
      continue
    }
    if (run.length > 0 && run.length <= MOST_WORDS) take(run, at - run.length, found)
    run = []
  }
  return found
}

function take(run: readonly string[], first: number, found: Map<string, Found>): void {
  const keys = run.map(phraseWord)
  const key = keys.join(' ')
  const there = found.get(key)
  if (there) there.times++
  else found.set(key, { words: run.join(' '), keys, times: 1, first })
}

function languageIn(tokens: readonly string[]): Language {
  const words = new Map<string, number>()
  for (const token of tokens.slice(0, 400)) words.set(token.toLowerCase(), (words.get(token.toLowerCase()) ?? 0) + 1)
  return languageOf([words])
}

function endsPhrase(token: string, known: ReadonlyMap<string, Known>, language: Language): boolean {
  const word = token.toLowerCase()
  if (!LETTERS.test(word) || NUMBER.test(word) || isFunctionWord(word, language)) return true
  if (language !== 'en') return false
  if (isSmall(word) || BREAKS.has(word) || ADVERB.test(word)) return true
  const { times = 0, asVerb = 0 } = known.get(word) ?? {}
  return asVerb / (times + 2) > VERB_FROM
}

function worth({ keys, words, times, first }: Found, known: ReadonlyMap<string, Known>, documents: number): number {
  const rarities = words.split(' ').map((word) => Math.log(documents / (known.get(word.toLowerCase())?.documents ?? 1)))
  const rarity = rarities.reduce((sum, one) => sum + one, 0) / rarities.length
  const early = 1 / (1 + Math.log(1 + first / 50) / 2)
  return (BY_LENGTH[keys.length] ?? 0) * early * Math.sqrt(times) * Math.sqrt(Math.max(rarity, 0.1))
}
