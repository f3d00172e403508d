import { type Claim, claimById, claimsOfSource, sourceById } from '../knowledge/index.ts'
import type { Asking } from './asking.ts'
import { type Place, placeIn, type Sentence } from './places.ts'
import { type Section, sectionsIn } from './sections.ts'
import type { Looker } from './seek.ts'
import type { Thing } from './thing.ts'
import { turnsAt, turnsIn } from './transcript.ts'

/** Further into a long text, nobody waits for a better place. */
const READ_OF_EACH = 300_000

/** Where a thing says most of what is asked, and whose statement it is, where it is one. */
export type Found = { place: Place<Sentence>; claim: Claim | null }

/** Finds where a thing says most of what is asked. */
export async function placeOf(
  here: Looker,
  thing: Thing,
  question: string,
  asking: Asking,
): Promise<Found | undefined> {
  if (thing.kind === 'claim') return saidAt(here, thing, asking)
  const source = thing.kind === 'source' ? await sourceById(here.tx, here.space.id, thing.id) : undefined
  if (source && source.kind !== 'file') return toldAt(here, thing, asking)
  const text = (source?.text ?? thing.markdown()).slice(0, READ_OF_EACH)
  const turns = source && turnsIn(text)
  const place = turns ? turnsAt(question, turns, thing.title, asking) : fullest(sectionsIn(text), thing.title, asking)
  return place && { place, claim: null }
}

/** The section of a text that says most of it; its heading says it too. */
function fullest(sections: readonly Section[], title: string, asking: Asking): Place<Sentence> | undefined {
  let best: Place<Sentence> | undefined
  for (const { heading, sentences } of sections) {
    const place = placeIn(sentences, `${title}\n${heading}`, asking)
    if (place && (!best || place.share > best.share)) best = place
  }
  return best
}

/** What somebody said is one statement, and when it holds. */
async function saidAt({ tx, space }: Looker, thing: Thing, asking: Asking): Promise<Found | undefined> {
  const claim = await claimById(tx, space.id, thing.id)
  const place = claim && placeIn([alone(thing.words())], '', asking)
  return place && { place: { ...place, sentences: [alone(claim.statement)] }, claim }
}

/** Of what somebody told, the line they confirmed that says most of it: it has its own way back. */
async function toldAt({ tx, space }: Looker, thing: Thing, asking: Asking): Promise<Found | undefined> {
  const claims = (await claimsOfSource(tx, space.id, thing.id)).filter(({ confirmed_at }) => confirmed_at !== null)
  const place = placeIn(
    claims.map((claim) => ({ ...alone(claim.statement), claim })),
    thing.title,
    asking,
  )
  const [said] = place?.sentences ?? []
  return place && said && { place: { ...place, sentences: [said] }, claim: said.claim }
}

const alone = (words: string): Sentence => ({ words, line: null, to: null, paragraph: 0 })
