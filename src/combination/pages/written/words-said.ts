import { isFunctionWord, type Language, languageOf, stemOf, wholeWords } from '../../../search/index.ts'
import { type Leaning, leaningsIn } from './strength.ts'

/** A text in the form in which it is compared. */
export interface WordsSaid {
  /** The stems of its content words in order, figures included. */
  stems: string[]
  /** Figures, each with the stem of the noun it counts, if one follows. */
  figures: { figure: string; of: string | null }[]
  /**
   * Stems of names: words with a capital, a digit or a mark inside, not at the sentence's start.
   */
  names: string[]
  /** Stems with their modality. */
  leanings: ReadonlyMap<string, ReadonlySet<Leaning>>
}

/** The stem of a content word, or null for a function word. */
function stemSaid(word: string, language: Language): string | null {
  const figure = figureOf(word)
  if (figure !== null) return figure
  if (word.length < 2 || isFunctionWord(word, language) || SMALL.has(word)) return null
  return SAME.get(word) ?? stemOf(word, language)
}

/** Analyses a text's words for comparison. */
export function wordsSaid(text: string): WordsSaid {
  const found = wholeWords(joined(text))
  const counted = new Map<string, number>()
  for (const { word } of found) counted.set(word, (counted.get(word) ?? 0) + 1)
  const language = languageOf([counted])
  const written = joined(text)
  const said: WordsSaid = {
    stems: [],
    figures: [],
    names: [],
    leanings: leaningsIn(text, (word) => stemSaid(word, language)),
  }
  let begins = true
  for (const [n, { word, from, to }] of found.entries()) {
    const as = written.slice(from, to)
    const figure = figureOf(word)
    const stem = stemSaid(word, language)
    if (figure !== null) {
      const next = found[n + 1]
      const counts = next && /^[\s-]*$/.test(written.slice(to, next.from)) && !SMALL.has(next.word)
      const percent = /^\s?%/.test(written.slice(to))
      said.figures.push({ figure, of: percent ? '%' : counts ? unitOf(next.word, language) : null })
    } else if (stem !== null && !begins && /\p{Lu}/u.test(as)) said.names.push(stem)
    if (stem !== null) said.stems.push(stem)
    begins = /^["”’)\]]*[.!?:。！？]/.test(written.slice(to))
  }
  return said
}

/** Joins figures with inner marks to one word, `1,000`, `3.5`, `10:30`, and no others. */
const joined = (text: string) =>
  text
    .replace(/(?<=\d)[,'’](?=\d{3}\b)/g, '')
    .replace(/(?<=\d)[.:](?=\d)/g, '٫')
    .replace(/(?<=\d)[ /-](?=\d)/g, '–')

const NUMBER_WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS: Record<string, string> = { twenty: '20', thirty: '30', forty: '40', fifty: '50', sixty: '60', ninety: '90' }

/** A word's figure in digits; `one` is skipped, since it often means somebody. */
function figureOf(word: string): string | null {
  if (/^\d/.test(word)) return word.replace(/(?<=\d)(?:st|nd|rd|th|h|m|s|px|k|kb|mb|gb|ms)$/, '')
  const at = NUMBER_WORDS.indexOf(word)
  if (at > 1) return String(at)
  return TENS[word] ?? null
}

const UNITS: Record<string, string> = {
  min: 'minut',
  mins: 'minut',
  sec: 'second',
  secs: 'second',
  hr: 'hour',
  hrs: 'hour',
  percent: '%',
  yr: 'year',
  yrs: 'year',
}

const unitOf = (word: string, language: Language) => UNITS[word] ?? stemOf(word, language)

/** Synonyms that count as the same word. */
const SAME = new Map(
  [
    ['use', 'using', 'used', 'uses', 'utilise', 'utilize'],
    ['people', 'person', 'persons'],
    ['begin', 'start', 'begins', 'starts', 'begun', 'started'],
    ['need', 'needs', 'require', 'requires', 'required', 'needed'],
    ['show', 'shows', 'shown', 'display', 'displays', 'displayed'],
    ['make', 'makes', 'made', 'create', 'creates', 'created', 'creating', 'making'],
    ['get', 'gets', 'got', 'getting', 'obtain', 'receive', 'receives'],
    ['help', 'helps', 'helped', 'support', 'supports', 'assist'],
    ['big', 'large', 'larger', 'bigger'],
    ['quick', 'quickly', 'fast'],
    ['choose', 'chooses', 'select', 'selects', 'chosen', 'selected', 'pick', 'picks'],
    ['change', 'changes', 'changed', 'modify', 'modifies', 'alter'],
    ['remove', 'removes', 'removed', 'delete', 'deletes', 'deleted'],
    ['keep', 'keeps', 'kept', 'retain', 'retains'],
  ].flatMap(([first = '', ...rest]) => [first, ...rest].map((word) => [word, first] as const)),
)

/** Further function words and modal words. */
const SMALL = new Set(
  (
    'also then so thus just still well very really quite even both either however therefore moreover furthermore additionally ' +
    'such these those them they he she his her him its our us we my me i your you yours it this that which who whom whose ' +
    'may might can could must shall should will would do does did done has have had having been being am was were is are be ' +
    'into onto over through during about than up out each every all any some most many few several only always never usually ' +
    'often sometimes not no none nor without cannot there here where when while as if because since whether one ones ' +
    'don doesn didn isn aren wasn weren won wouldn shouldn couldn hasn haven hadn mustn let lets'
  ).split(' '),
)
