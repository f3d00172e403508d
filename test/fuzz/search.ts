/** The readers of search: queries, words, terms, snippets, phrases, sections, transcripts. */
import { analyse, countWords, wantedIn, wordsLike, wordsOf } from '../../src/search/analyse.ts'
import { askingOf } from '../../src/search/asking.ts'
import { placeOf } from '../../src/search/phrase.ts'
import { placeIn } from '../../src/search/places.ts'
import { readQuery } from '../../src/search/query.ts'
import { sectionsIn } from '../../src/search/sections.ts'
import { matchedIn, snippet } from '../../src/search/snippet.ts'
import { readerOf, readTerms, timesOf, writeTerms } from '../../src/search/terms.ts'
import { turnsAt, turnsIn } from '../../src/search/transcript.ts'
import { editsAllowed, editsBetween, endingsNear } from '../../src/search/typo.ts'
import { type Fuzzed, holds, same } from './law.ts'
import { mutatedText } from './mutated-text.ts'

const seeds = [
  'kind:page by:mara "exact words" -without in:"Board room" since:2026-01 purge the cache',
  "L’eau de l'oven isn't hot; Mara's café naïve Straße İstanbul ﬁne ½ x² 東京タワー ภาษาไทย 한국어 e.g. a-b_c",
  '# Heading\n\nThe oven trips the breaker in the morning. Heat the lower deck first.\n\n- one thing\n- another thing here\n\n| When | Who |\n|---|---|\n| Night | Jun |\n\n```\ncode line here now\n```\n',
  'Mara: We drain it first.\nBen: Why is that so?\n[10:03] Mara: It draws too much.\n**Ana**: Then who does it?\nBen: I do it then.\nMara: Good, thanks to you.\n',
  'topic:知識「正確な言葉」 tag:『x』 «mots exacts» „genau so“ −weg',
]
const tokens = [
  'kind:',
  'by:',
  'in:',
  'since:',
  'since:2026-13',
  'topic：',
  '-',
  '−',
  '"',
  '“',
  '”',
  '„',
  '«',
  '»',
  '「',
  '」',
  '『',
  '』',
  "'",
  '’',
  ' ',
  '\n',
  '\n\n',
  '.',
  '?',
  '。',
  '知',
  '知識',
  'ー',
  'ｰ',
  '한',
  'ภาษา',
  'ß',
  'İ',
  'ı',
  'ﬁ',
  '½',
  'Ⅷ',
  '\u0301',
  '\u0345',
  '\u200d',
  '👍🏽',
  '=',
  '\t',
  '\u00a0',
  '\u3000',
  '1',
  'a',
  'the ',
  'maintenance ',
  '# ',
  '- ',
  '|',
  '|---|\n',
  '```',
  '> ',
  'Mara: ',
  '10:03 ',
  '**',
  '[[',
  ']]',
  '^[',
  '<!--',
  '__proto__',
  'constructor',
]
const QUESTION = 'how do we purge the cache in the morning?'

/** Search. */
export const search: Fuzzed = {
  name: 'search',
  make: (chance) => mutatedText(chance, seeds, tokens),
  read(text) {
    words(text)
    terms(text)
    const query = readQuery(text.slice(0, 2000))
    holds(
      query.narrowed.every(({ typed }) => typed !== ''),
      'a filter has a value',
    )
    const wanted = wantedIn(query.words)
    const asking = askingOf(wantedIn(QUESTION).map((one) => ({ terms: new Set(one.terms), telling: 1 })))
    const sought = wanted.map((one) => ({
      terms: new Map(one.terms.map((term) => [term, 1])),
      documents: 1,
      weight: 1,
    }))
    holds(snippet(text, sought).length <= MOST_SNIPPET, 'a snippet is short')
    for (const one of matchedIn(text, sought)) holds(text.includes(one), 'what matched is spelled as in the text', one)
    const place = placeOf(query.phrases[0] ?? 'the cache', text)
    holds(!place || (place.from >= 0 && place.from < place.to && place.to <= text.length), 'a phrase is inside', place)
    sections(text, asking)
    const turns = turnsIn(text)
    if (turns) turnsAt(QUESTION, turns, 'Oven', asking)
    return 'read'
  },
}

const MOST_SNIPPET = 400

function words(text: string): void {
  const counted = new Map<string, number>()
  const found = [...wordsOf(text)]
  // The parts of a word stand before it.
  const begun = { whole: 0, part: 0 }
  for (const { word, from, to, part } of found) {
    const kind = part ? 'part' : 'whole'
    holds(from < to && to <= text.length && from >= begun[kind], 'words stand in order', word, from, to)
    begun[kind] = from
    counted.set(word, (counted.get(word) ?? 0) + 1)
  }
  same([...countWords(text)].sort(), [...counted].sort(), 'words are counted as they are read')
  const like = [...wordsLike(['purg', 'oven'])(text)].map(({ from }) => from)
  const begins = found.filter(({ word }) => /^(?:pu|ov)/.test(word) && /^[a-z0-9]+$/.test(word))
  const read = new Set(like)
  holds(
    begins.every(({ from }) => read.has(from)),
    'words that may be meant are among those read',
    begins,
    like,
  )
  const last = found.at(-1)?.word ?? ''
  if (editsAllowed(last))
    for (const near of endingsNear(last.slice(0, 40)).slice(0, 4)) editsBetween(last.slice(0, 40), near, 2)
}

function terms(text: string): void {
  const { title, body } = analyse(text.slice(0, 100), text)
  for (const made of [title, body]) {
    const written = writeTerms(made)
    same([...readTerms(written)], [...made], 'terms that are written are read again')
    const [first] = made.keys()
    if (first !== undefined) same(timesOf(written, first), made.get(first), 'a term has its count')
    same([...readerOf(new Set(made.keys()))(written)], [...made], 'wanted terms are read')
  }
}

function sections(text: string, asking: ReturnType<typeof askingOf>): void {
  const lines = text.split(/\r?\n/).length
  for (const { heading, sentences } of sectionsIn(text)) {
    for (const { line, to } of sentences)
      holds(line !== null && to !== null && 1 <= line && line <= to && to <= lines, 'a sentence has lines', line, to)
    const place = placeIn(sentences, heading, asking)
    holds(!place || (place.share >= 0 && place.share <= 1.000001), 'a share is one', place?.share)
  }
}
