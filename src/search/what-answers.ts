import type { Claim } from '../knowledge/index.ts'
import { answered } from './answered.ts'
import { askingOf, likeness } from './asking.ts'
import { eachOnce, surest } from './each-once.ts'
import { rankAnswers } from './find.ts'
import { placeOf } from './place-of.ts'
import type { Place, Sentence } from './places.ts'
import { rarity } from './rank.ts'
import type { Looker } from './seek.ts'
import { type Kind, readThing, type Thing } from './thing.ts'

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

/**
 * What answers a question, the surest first, then what comes near it; and the questions that ask the same. Nothing that
 * is in another area than the looker's changes any of it.
 */
export async function whatAnswers(here: Looker, question: string): Promise<{ answers: Answer[]; alike: Thing[] }> {
  const words = `${question.slice(0, 2_000)} `
  const ranked = await rankAnswers(here, words)
  const { asking, one } = ready(ranked)
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
    const found = await placeOf(here, thing, words, asking)
    if (!found) continue
    const how = answered({ ...found.place, asked: asking.words, like, sure: sure / one })
    const weight = found.place.share + like + Math.min(1, sure / one / ALL_SURE)
    if (how) answers.push({ how, thing, ...quoted(found.place, thing.kind === 'source'), claim: found.claim, weight })
  }
  return { answers: eachOnce(answers.sort(surest)), alike }
}

/** What each word that is asked for tells; one that nobody here has said tells most. */
function ready({ sought, unknown, counted }: Awaited<ReturnType<typeof rankAnswers>>) {
  const known = sought.map(({ terms, documents }) => ({
    terms: new Set(terms.keys()),
    telling: rarity(documents, counted),
  }))
  const never = { terms: new Set<string>(), telling: rarity(0, counted) }
  const asking = askingOf([...known, ...Array.from({ length: unknown }, () => never)])
  return { asking, one: rarity(1, counted) || 1 }
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
