import type { HereIAm } from '../ba/index.ts'
import { type Claim, claimById, claimsOfSource, plainWords, sourceById } from '../knowledge/index.ts'
import type { Asking } from './asking.ts'
import { type Place, placeIn, type Sentence, sentencesIn } from './places.ts'
import type { Thing } from './thing.ts'
import { turnsAt, turnsIn } from './transcript.ts'

type Looker = Pick<HereIAm, 'tx' | 'space' | 'areas'>
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
  const lines = source
    ? numbered(source.text.slice(0, READ_OF_EACH))
    : thing
        .words()
        .split('\n')
        .map((words) => ({ words, line: null }))
  const turns = source && turnsIn(lines)
  const place = turns ? turnsAt(question, turns, thing.title, asking) : placeIn(sentencesIn(lines), thing.title, asking)
  return place && { place, claim: null }
}

/** What somebody said is one statement, and when it holds. */
async function saidAt({ tx, space }: Looker, thing: Thing, asking: Asking): Promise<Found | undefined> {
  const claim = await claimById(tx, space.id, thing.id)
  const place = claim && placeIn([{ words: thing.words(), line: null }], '', asking)
  return place && { place: { ...place, sentences: [{ words: claim.statement, line: null }] }, claim }
}

/** Of what somebody told, the line they confirmed that says most of it: it has its own way back. */
async function toldAt({ tx, space }: Looker, thing: Thing, asking: Asking): Promise<Found | undefined> {
  const claims = (await claimsOfSource(tx, space.id, thing.id)).filter(({ confirmed_at }) => confirmed_at !== null)
  const place = placeIn(
    claims.map((claim) => ({ words: claim.statement, line: null, claim })),
    thing.title,
    asking,
  )
  const [said] = place?.sentences ?? []
  return place && said && { place: { ...place, sentences: [said] }, claim: said.claim }
}

/** Further into a long text, nobody waits for a better place. */
const READ_OF_EACH = 300_000

/** The lines of a document by their numbers, without what stands before its text. */
function numbered(text: string): Sentence[] {
  const front = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[0].split('\n').length ?? 1
  return text.split(/\r?\n/).flatMap((words, n) => (n + 1 < front ? [] : [{ words: unmarked(words), line: n + 1 }]))
}

/** A line without the marks that Markdown begins it with. */
const unmarked = (line: string) => plainWords(line.replace(/^\s*(?:#{1,6}|>|[-*+]|\d{1,3}[.)])\s+/, ''))
