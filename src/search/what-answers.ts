import type { Claim } from '../knowledge/index.ts'
import { MOST_QUESTION } from '../text/index.ts'
import { wantedIn } from './analyse.ts'
import { answered, type Signs } from './answered.ts'
import { type Asking, askingOf, likeness } from './asking.ts'
import { type RankedAnswers, rankAnswers } from './find.ts'
import { type Found, placeOf } from './place-of.ts'
import type { Place, Sentence } from './places.ts'
import { fits } from './question/fits.ts'
import { type Holding, holdingOf } from './question/holding.ts'
import { type Question, readQuestion } from './question/read-question.ts'
import { rarity } from './rank.ts'
import type { Looker } from './seek.ts'
import { type Kind, readThing, type Thing } from './thing.ts'
import { surest, withoutRepeats } from './without-repeats.ts'

/** Something that answers a question, or comes near it, quoted word for word. */
export interface Answer {
  how: 'answers' | 'near'
  thing: Thing
  quote: string
  /** The lines of a source that it stands on. */
  lines: { from: number; to: number } | null
  /** What somebody said and confirmed, where it is that. */
  claim: Claim | null
  /** In which order answers are told; never shown. */
  weight: number
}

/** So many of what may answer are read. */
const READ = 16
/** Surer than this, the engine's word counts no more for the order. */
const ALL_SURE = 12
/** From here on, two questions ask the same. */
const SAME_QUESTION = 0.65
/** A word that was taken for another weighs no more. */
const MENDED = 0.5

/**
 * What answers a question, the surest first, then what comes near it; and the questions that ask the same. Nothing that
 * is in another area than the looker's changes any of it.
 */
export async function whatAnswers(
  here: Looker,
  asked: string,
): Promise<{ answers: Answer[]; alike: Thing[]; ranked: RankedAnswers }> {
  const words = `${asked.slice(0, MOST_QUESTION)} `
  const ranked = await rankAnswers(here, words)
  const question = readQuestion(words)
  const holding = holdingOf(question)
  const { asking, one } = ready(ranked, words, question)
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
    const found = await placeOf(here, thing, { words, asking, holding })
    if (!found) continue
    const how = howOf(found, thing, { question, holding, asking }, { like, sure: sure / one })
    const weight = Number(found.holds) + found.place.share + like + Math.min(1, sure / one / ALL_SURE)
    if (how) answers.push({ how, thing, ...quoted(found.place, thing.kind === 'source'), claim: found.claim, weight })
  }
  return { answers: withoutRepeats(answers.sort(surest)), alike, ranked }
}

/** What each word that is asked for tells; one that nobody here has said tells most. */
function ready({ sought, counted }: RankedAnswers, words: string, { content }: Question) {
  // Where a question is made of small words alone, they are what it is about.
  const wanted = wantedIn(content.length ? `${content.map(({ word }) => word).join(' ')} ` : words)
  const meant = wanted.map(({ word, terms }) =>
    sought.filter((one) => one.typed === word || terms.some((term) => one.terms.has(term))),
  )
  // Of a word that is only nearly one that is here, half is unheard.
  const known = [...new Set(meant.flat())].flatMap((one) => {
    const mended = [...one.terms.values()].every((weight) => weight <= MENDED)
    const telling = rarity(one.documents, counted) / (mended ? 2 : 1)
    return [{ terms: new Set(one.terms.keys()), telling }, ...(mended ? [{ terms: new Set<string>(), telling }] : [])]
  })
  const never = { terms: new Set<string>(), telling: rarity(0, counted) }
  const unknown = meant.filter(({ length }) => length === 0)
  return { asking: askingOf([...known, ...unknown.map(() => never)]), one: rarity(1, counted) || 1 }
}

/** Whether a place answers: it says all that is asked, or is above the bar and says the kind of thing that is wanted. */
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

function quoted({ sentences }: Place<Sentence>, lined: boolean): Pick<Answer, 'quote' | 'lines'> {
  const [from, to] = [sentences[0]?.line, sentences.at(-1)?.to]
  let quote = ''
  for (const [n, { words, paragraph }] of sentences.entries()) {
    const before = sentences[n - 1]
    quote += `${before ? (before.paragraph === paragraph ? ' ' : '\n') : ''}${words}`
  }
  return { quote, lines: from && to && lined ? { from, to } : null }
}
