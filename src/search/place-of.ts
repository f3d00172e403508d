import { type Claim, claimById, claimsOfSource, sourceById } from '../knowledge/index.ts'
import { isTurnOver, letOthersTurn } from '../store/index.ts'
import type { Asking } from './asking.ts'
import { type Place, placeIn, type Sentence } from './places.ts'
import type { Holding } from './question/holding.ts'
import { type Section, sectionsIn } from './sections.ts'
import type { Looker } from './seek.ts'
import type { Thing } from './thing.ts'
import { turnsAt, turnsIn } from './transcript.ts'

/** The most characters read of one text. */
const READ_OF_EACH = 300_000

/**
 * The place in a thing that says most of a question, its claim if it is one, and whether it says
 * all.
 */
export type Found = { place: Place<Sentence>; claim: Claim | null; holds: boolean }
/** A question, prepared for each way of matching. */
export interface Asked {
  words: string
  asking: Asking
  holding: Holding
}

/** Finds the place in a thing that says all of a question, or most of it. */
export async function placeOf(here: Looker, thing: Thing, asked: Asked): Promise<Found | undefined> {
  if (thing.kind === 'claim') return placeInClaim(here, thing, asked)
  const source = thing.kind === 'source' ? await sourceById(here.tx, here.space.id, thing.id) : undefined
  if (source && source.kind !== 'file') return placeInTold(here, thing, asked)
  const text = (source?.text ?? (await thing.markdown())).slice(0, READ_OF_EACH)
  const sections = sectionsIn(text)
  // Each of these steps takes long on a long text.
  if (isTurnOver()) await letOthersTurn()
  const match = heldIn(sections, thing, asked)
  if (match) return { place: match, claim: null, holds: true }
  if (isTurnOver()) await letOthersTurn()
  const turns = source && turnsIn(text)
  const place = turns
    ? turnsAt(asked.words, turns, thing.title, asked.asking)
    : bestSection(sections, thing.title, asked.asking)
  return place && { place, claim: null, holds: false }
}

/** The best section that says all of a question, with the fewest words taken from titles. */
function heldIn(sections: readonly Section[], { title, called }: Thing, { asking, holding }: Asked) {
  let best: (Place<Sentence> & { own: number }) | undefined
  for (const { heading, sentences } of sections) {
    const titles = [title, ...called, heading].join('\n')
    const match = holding.heldIn(sentences, titles)
    if (!match) continue
    const own = holding.whichIn(wordsOf(match)).size
    if (!best || own > best.own) best = { ...placeHeld(match, titles, asking), own }
  }
  return best
}

const wordsOf = (sentences: readonly Sentence[]) => sentences.map(({ words }) => words).join('\n')

function placeHeld(sentences: Sentence[], titles: string, asking: Asking): Place<Sentence> {
  const which = asking.whichIn(`${titles}\n${wordsOf(sentences)}`)
  return { sentences, share: asking.shareOf(which), matched: which.size }
}

/** The section that says most of a question, its heading included. */
function bestSection(sections: readonly Section[], title: string, asking: Asking): Place<Sentence> | undefined {
  let best: Place<Sentence> | undefined
  for (const { heading, sentences } of sections) {
    const place = placeIn(sentences, `${title}\n${heading}`, asking)
    if (place && (!best || place.share > best.share)) best = place
  }
  return best
}

/** A claim is one statement and its circumstances. */
async function placeInClaim(
  { tx, space }: Looker,
  thing: Thing,
  { asking, holding }: Asked,
): Promise<Found | undefined> {
  const claim = await claimById(tx, space.id, thing.id)
  const said = [asSentence(await thing.words())]
  const place = claim && placeIn(said, '', asking)
  const holds = holding.heldIn(said, thing.title) !== undefined
  return place && { place: { ...place, sentences: [asSentence(claim.statement)] }, claim, holds }
}

/**
 * The confirmed line of an answer or story that says most of a question; the quote leads to that
 * line.
 */
async function placeInTold(
  { tx, space }: Looker,
  thing: Thing,
  { asking, holding }: Asked,
): Promise<Found | undefined> {
  const claims = (await claimsOfSource(tx, space.id, thing.id)).filter(({ confirmed_at }) => confirmed_at !== null)
  const lines = claims.map((claim) => ({ ...asSentence(claim.statement), claim }))
  const match = lines.find((line) => holding.heldIn([line], thing.title))
  const place = placeIn(match ? [match] : lines, thing.title, asking)
  const [said] = place?.sentences ?? []
  return place && said && { place: { ...place, sentences: [said] }, claim: said.claim, holds: match !== undefined }
}

const asSentence = (words: string): Sentence => ({ words, line: null, to: null, paragraph: 0 })
