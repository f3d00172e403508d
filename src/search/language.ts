import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as spanish } from '@orama/stemmers/spanish'

/** A language with a stemmer. */
export type Language = keyof typeof stemmers

const stemmers = { en: english, de: german, fr: french, es: spanish }

/** The languages with a stemmer. */
export const languages = Object.keys(stemmers) as Language[]

/** The function words of each language, by which it is recognised and which are not indexed. */
const functionWords: Record<Language, ReadonlySet<string>> = {
  en: new Set(
    'the of and to in is it that for on with as are be this was by at from or an not which have has but they you we if when what how there their its can will would should a i do does who where why your our'.split(
      ' ',
    ),
  ),
  de: new Set(
    'der die das und ist nicht ein eine einen einem einer zu mit den dem des von auf für im es sich auch als an werden aus er sie wir ihr ich wird bei oder wenn wie was wer wo warum kann nur noch nach über vor zum zur man'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le la les des est et un une du de en que qui dans pour pas sur au aux avec ce cette ces il elle nous vous ils on ne se par plus sont ou où mais son sa ses quand comment pourquoi je si'.split(
      ' ',
    ),
  ),
  es: new Set(
    'el la los las de que y en un una es se no por con para del al lo como más pero sus su este esta o cuando muy sin sobre ser hay cómo dónde quién son si nos qué'.split(
      ' ',
    ),
  ),
}

/**
 * Words that say nothing about the subject of a query; they do not help to recognise a language.
 */
const askingWords = new Set(
  (
    'about after all also am among any been being between both could did each either had he her him his into like made make ' +
    'many may me might more most much must my no other over please possible same she so some such than them then these ' +
    'they those through under us used using very were while whom whose within without ' +
    'bitte gibt kannst könnt welche welchen welcher welches hat haben ' +
    'quel quelle quels quelles peut pouvez avoir être ' +
    'cuál cuáles puede puedo tiene'
  ).split(' '),
)

/**
 * Recognises the language of a text by its function words; English if there are none, as in most
 * technical names.
 */
export function languageOf(counted: readonly ReadonlyMap<string, number>[]): Language {
  const found = { en: 0, de: 0, fr: 0, es: 0 }
  for (const language of languages) {
    for (const word of functionWords[language]) {
      for (const words of counted) found[language] += words.get(word) ?? 0
    }
  }
  return languages.reduce((best, language) => (found[language] > found[best] ? language : best), 'en')
}

/** Whether a word is a function word of a language. */
export const isFunctionWord = (word: string, language: Language): boolean => functionWords[language].has(word)

/** Whether a word only frames a question, in any language. */
export const onlyAsks = (word: string): boolean =>
  askingWords.has(word) || languages.some((language) => isFunctionWord(word, language))

const MOST_CACHED = 60_000
const cache = new Map(languages.map((language) => [language, new Map<string, string>()]))

/** The stemmers take quadratic time; no word of a language is longer than this many letters. */
const MOST_LETTERS = 100

/**
 * The stem of a word in a language: `purging` gives `purg`; what is longer than any word is its own
 * stem. Cached, since words recur.
 */
export function stemOf(word: string, language: Language): string {
  if (word.length > MOST_LETTERS) return word
  const stems = cache.get(language)
  let stem = stems?.get(word)
  if (stem === undefined) {
    stem = stemmers[language](word)
    if (stems && stems.size >= MOST_CACHED) stems.clear()
    stems?.set(word, stem)
  }
  return stem
}
