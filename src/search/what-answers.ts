import type { Claim } from '../knowledge/index.ts'
import { MOST_QUESTION } from '../text/index.ts'
import { wantedIn } from './analyse.ts'
import { answered, type Signs } from './answered.ts'
import { type Asking, askingOf, likeness } from './asking.ts'
import { type RankedAnswers, rankAnswers } from './find.ts'
import { type Found, placeOf, READ_OF_EACH } from './place-of.ts'
import type { Place, Sentence } from './places.ts'
import { fits } from './question/fits.ts'
import { type Holding, holdingOf } from './question/holding.ts'
import { type Question, readQuestion } from './question/read-question.ts'
import { rarity } from './rank.ts'
import type { Looker } from './seek.ts'
import { type Kind, readThing, type Thing } from './thing.ts'
import { byCertainty, withoutRepeats } from './without-repeats.ts'

/** An answer to a question, or a near one, quoted word for word. */
export interface Answer {
  how: 'answers' | 'near'
  thing: Thing
  quote: string
  /** The lines of the source that it quotes. */
  lines: { from: number; to: number } | null
  /** The claim, if it is one. */
  claim: Claim | null
  /** The sort weight; never shown. */
  weight: number
}

/** The most documents read for an answer. */
const READ = 16
/** The certainty above which the ranking's score no longer affects the order. */
const ALL_SURE = 12
/** The likeness at which two questions are the same. */
const SAME_QUESTION = 0.65
/** The weight of a corrected word. */
const MENDED = 0.5

/**
 * The answers to a question, best first, followed by near ones; and similar questions. Only areas
 * of the searcher affect them.
 */
export async function whatAnswers(
  here: Looker,
  asked: string,
  readOfEach = READ_OF_EACH,
): Promise<{ answers: Answer[]; alike: Thing[]; ranked: RankedAnswers }> {
  const words = `${asked.slice(0, MOST_QUESTION)} `
  const ranked = await rankAnswers(here, words)
  const question = readQuestion(words)
  const holding = holdingOf(question)
  const { asking, one } = prepareQuestion(ranked, words, question)
  const answers: Answer[] = []
  const alike: Thing[] = []
  for (const { document, sure } of ranked.answers.slice(0, READ)) {
    const thing = await readThing(here.tx, here.space.id, document.kind as Kind, document.thing)
    if (!thing || !here.areas.has(thing.area)) continue
    const like = thing.named ? likeness(thing.title, asking) : 0
    if (thing.kind === 'question') {
      if (like >= SAME_QUESTION) alike.push(thing)
      continue
    }
    const found = await placeOf(here, thing, { words, asking, holding, readOfEach })
    if (!found) continue
    const how = howOf(found, thing, { question, holding, asking }, { like, sure: sure / one })
    const weight = Number(found.holds) + found.place.share + like + Math.min(1, sure / one / ALL_SURE)
    if (how) answers.push({ how, thing, ...quoteOf(found.place, thing.kind === 'source'), claim: found.claim, weight })
  }
  return { answers: withoutRepeats(answers.sort(byCertainty)), alike, ranked }
}

/** Weighs the words of a question by rarity; a word that nothing here has weighs most. */
function prepareQuestion({ sought, counted }: RankedAnswers, words: string, { content }: Question) {
  // A question of function words only is about these.
  const wanted = wantedIn(content.length ? `${content.map(({ word }) => word).join(' ')} ` : words)
  const meant = wanted.map(({ word, terms }) =>
    sought.filter((one) => one.typed === word || terms.some((term) => one.terms.has(term))),
  )
  // Half the weight of a corrected word counts as not found.
  const known = [...new Set(meant.flat())].flatMap((one) => {
    const mended = [...one.terms.values()].every((weight) => weight <= MENDED)
    const telling = rarity(one.documents, counted) / (mended ? 2 : 1)
    return [{ terms: new Set(one.terms.keys()), telling }, ...(mended ? [{ terms: new Set<string>(), telling }] : [])]
  })
  const never = { terms: new Set<string>(), telling: rarity(0, counted) }
  const unknown = meant.filter(({ length }) => length === 0)
  return { asking: askingOf([...known, ...unknown.map(() => never)]), one: rarity(1, counted) || 1 }
}

/**
 * Whether a place answers: it says all of the question, or is above the bar and says the wanted
 * kind of thing.
 */
function howOf(
  { place, claim, holds }: Found,
  { title }: Thing,
  { question, holding, asking }: { question: Question; holding: Holding; asking: Asking },
  { like, sure }: Pick<Signs, 'like' | 'sure'>,
): Answer['how'] | null {
  if (holds) return 'answers'
  const quote = place.sentences.map(({ words }) => words)
  // Pairs of characters are no words: of a script without spaces, whole runs are counted.
  const runs = question.content.some(({ run }) => run)
  const matched = runs ? holding.whichIn([title, ...quote].join('\n')).size : place.matched
  const asked = runs ? question.content.length : asking.words
  const how = answered({ share: place.share, matched, asked, like, sure })
  const sameQuestion = claim !== null && like >= SAME_QUESTION
  return how === 'answers' && !sameQuestion && !quote.some((said) => fits(question, said)) ? 'near' : how
}

function quoteOf({ sentences }: Place<Sentence>, lined: boolean): Pick<Answer, 'quote' | 'lines'> {
  const [from, to] = [sentences[0]?.line, sentences.at(-1)?.to]
  let quote = ''
  for (const [n, { words, paragraph }] of sentences.entries()) {
    const before = sentences[n - 1]
    quote += `${before ? (before.paragraph === paragraph ? ' ' : '\n') : ''}${words}`
  }
  return { quote, lines: from && to && lined ? { from, to } : null }
}
