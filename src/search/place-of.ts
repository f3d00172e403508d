import { type Claim, claimById, claimsOfSource, sourceById } from '../knowledge/index.ts'
import type { Asking } from './asking.ts'
import { type Place, placeIn, type Sentence } from './places.ts'
import type { Holding } from './question/holding.ts'
import { type Section, sectionsIn } from './sections.ts'
import type { Looker } from './seek.ts'
import type { Thing } from './thing.ts'
import { turnsAt, turnsIn } from './transcript.ts'

/** Further into a long text, nobody waits for a better place. */
const READ_OF_EACH = 300_000

/** Where a thing says most of what is asked, whose statement it is, where it is one, and whether it says all of it. */
export type Found = { place: Place<Sentence>; claim: Claim | null; holds: boolean }
/** What somebody asks, in the ways in which texts are held against it. */
export interface Asked {
  words: string
  asking: Asking
  holding: Holding
}

/** Finds where a thing says all that is asked, or most of it. */
export async function placeOf(here: Looker, thing: Thing, asked: Asked): Promise<Found | undefined> {
  if (thing.kind === 'claim') return saidAt(here, thing, asked)
  const source = thing.kind === 'source' ? await sourceById(here.tx, here.space.id, thing.id) : undefined
  if (source && source.kind !== 'file') return toldAt(here, thing, asked)
  const text = (source?.text ?? (await thing.markdown())).slice(0, READ_OF_EACH)
  const sections = sectionsIn(text)
  const held = heldIn(sections, thing, asked)
  if (held) return { place: held, claim: null, holds: true }
  const turns = source && turnsIn(text)
  const place = turns
    ? turnsAt(asked.words, turns, thing.title, asked.asking)
    : fullest(sections, thing.title, asked.asking)
  return place && { place, claim: null, holds: false }
}

/** The first section that holds all that is asked, before one that leans on its title for it. */
function heldIn(sections: readonly Section[], { title, called }: Thing, { asking, holding }: Asked) {
  let best: (Place<Sentence> & { own: number }) | undefined
  for (const { heading, sentences } of sections) {
    const titles = [title, ...called, heading].join('\n')
    const held = holding.heldIn(sentences, titles)
    if (!held) continue
    const own = holding.whichIn(wordsOf(held)).size
    if (!best || own > best.own) best = { ...placeHeld(held, titles, asking), own }
  }
  return best
}

const wordsOf = (sentences: readonly Sentence[]) => sentences.map(({ words }) => words).join('\n')

function placeHeld(sentences: Sentence[], titles: string, asking: Asking): Place<Sentence> {
  const which = asking.whichIn(`${titles}\n${wordsOf(sentences)}`)
  return { sentences, share: asking.shareOf(which), matched: which.size }
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
async function saidAt({ tx, space }: Looker, thing: Thing, { asking, holding }: Asked): Promise<Found | undefined> {
  const claim = await claimById(tx, space.id, thing.id)
  const said = [alone(await thing.words())]
  const place = claim && placeIn(said, '', asking)
  const holds = holding.heldIn(said, thing.title) !== undefined
  return place && { place: { ...place, sentences: [alone(claim.statement)] }, claim, holds }
}

/** Of what somebody told, the line they confirmed that says most of it: it has its own way back. */
async function toldAt({ tx, space }: Looker, thing: Thing, { asking, holding }: Asked): Promise<Found | undefined> {
  const claims = (await claimsOfSource(tx, space.id, thing.id)).filter(({ confirmed_at }) => confirmed_at !== null)
  const lines = claims.map((claim) => ({ ...alone(claim.statement), claim }))
  const held = lines.find((line) => holding.heldIn([line], thing.title))
  const place = placeIn(held ? [held] : lines, thing.title, asking)
  const [said] = place?.sentences ?? []
  return place && said && { place: { ...place, sentences: [said] }, claim: said.claim, holds: held !== undefined }
}

const alone = (words: string): Sentence => ({ words, line: null, to: null, paragraph: 0 })
