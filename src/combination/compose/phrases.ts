import { plainWords } from '../../knowledge/index.ts'

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.+#-]*[\p{L}\p{N}+#]|[\p{L}\p{N}]/gu

const SMALL = new Set(
  (
    'a an and any are as at be been being but by can could did do does for from had has have he her here his how i if in into is it its ' +
    'just may me might more most must my no not of on one only or other our out own she should so some such than that the their them then ' +
    'there these they this those to too up us very was we were what when where which while who whom whose why will with would you your ' +
    'also all both each either every new many much about above after before between during over through under until via per etc'
  ).split(' '),
)

/** Whether a word is an English function word: an article, pronoun, preposition or the like. */
export const isSmall = (word: string): boolean => SMALL.has(word)

/** Tokenises a text into normalised words: lower case, singular. */
export const phraseWords = (text: string): string[] => (text.match(WORD) ?? []).map(phraseWord)

/** Normalises one word: `Policies` is `policy`, `logs` is `log`, `URLs` is `URL`. */
export function phraseWord(word: string): string {
  const there = known.get(word)
  if (there !== undefined) return there
  // Cached, since texts repeat few words.
  if (known.size >= MOST_KNOWN) known.clear()
  const made = singular(word)
  known.set(word, made)
  return made
}

const known = new Map<string, string>()
const MOST_KNOWN = 50_000

function singular(word: string): string {
  // Acronyms keep their capitals: `IT` is not `it`.
  if (/^\p{Lu}[\p{Lu}\p{N}]+s?$/u.test(word)) return word.replace(/s$/, '')
  const lower = word
    .toLowerCase()
    .replace(/[’']s$/, '')
    .replace(/’/g, "'")
  if (lower.length > 4 && lower.endsWith('ies')) return `${lower.slice(0, -3)}y`
  return lower.length > 3 && /[^suai]s$/.test(lower) ? lower.slice(0, -1) : lower
}

const OPENING =
  /^(?:(?:a |an |the )?(?:how to|how we|how \w+ (?=provides?|does|do|handles?|works?)|guide to|introduction to|overview of|notes? (?:about|on)|about|what (?:is|are)|why|when to|where to|getting started with|working with|everything about))\s+/i
const HOW_TO = /^how to /i
const VERB_FIRST =
  /^(\p{L}+)((?:,? (?:and|or) \p{L}+(?= ))?)(?: (?:to|up|down|out|with|for|on|from|of))?(?: (?:your|our|the|an?|these|its|their|access to))*\s+(.+)$/iu
/** Verbs of little meaning: a title such as `How to manage alerts` is about what follows. */
const LIGHT =
  /^(?:us|mak|manag|handl|run|set|writ|work|support|understand|build|creat|add|track|do|tak|provid|config|configur|ensur|choos|find|updat|chang|remov|delet|access|install|view|enabl)(?:e|es|s|ing|ning|ting|ure)?$/i

/**
 * The names that a title may stand for, in order of preference: `How to manage alerts` is about
 * alerts, `Making a career` about a career, `Publishing packages` about that.
 */
export function namesInTitle(title: string): string[] {
  const plain = plainWords(title)
    .replace(/[:–—|].*$|(?<!\s)\s+-\s.*$/, '')
    .replace(/(?<!\s)\s*\([^()]*\)\s*$/, '')
    .replace(/(?<![?!.])[?!.]+$/, '')
    .trim()
  const opened = plain.replace(OPENING, '').trim()
  const [, verb = '', , rest = ''] = VERB_FIRST.exec(opened) ?? []
  const howTo = HOW_TO.test(plain)
  const names = !rest
    ? [opened]
    : howTo
      ? [rest, `${gerund(verb)} ${rest}`, ...(LIGHT.test(verb) ? [] : [gerund(verb)])]
      : LIGHT.test(verb)
        ? [rest, opened]
        : /ing$/i.test(verb) && rest.includes(' ')
          ? [opened, rest]
          : [opened]
  return [...new Set(names.map((name) => name.replace(/^(?:an?|the|our|your)\s+/i, '').trim()).filter(Boolean))]
}

const gerund = (verb: string) => (/ing$/i.test(verb) ? verb : `${verb.replace(/(?<=[^eo])e$/, '')}ing`)

/** Finds which of many phrases occur in a text. */
export class PhraseFinder {
  /** Indexed by the first two words, so that few phrases are compared at each position. */
  #byFirst = new Map<string, Map<string, { words: string[]; key: string }[]>>()

  add(key: string): void {
    const words = key.split(' ')
    const [first = '', second = ''] = words
    const bySecond = this.#byFirst.get(first) ?? new Map<string, { words: string[]; key: string }[]>()
    this.#byFirst.set(first, bySecond)
    const there = bySecond.get(second)
    if (!there) bySecond.set(second, [{ words, key }])
    else if (!there.some((one) => one.key === key)) there.push({ words, key })
  }

  /** Returns the keys of the phrases that occur in these words. */
  in(words: readonly string[]): Set<string> {
    const found = new Set<string>()
    for (const [at, word] of words.entries()) {
      const bySecond = this.#byFirst.get(word)
      if (!bySecond) continue
      if (bySecond.has('')) found.add(word)
      for (const phrase of bySecond.get(words[at + 1] ?? '') ?? []) {
        if (!found.has(phrase.key) && phrase.words.every((one, n) => words[at + n] === one)) found.add(phrase.key)
      }
    }
    return found
  }
}
