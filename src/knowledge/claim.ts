import { z } from 'zod'
import { type Here, type HereIAm, inArea, onlyFor, orAbsent } from '../ba/index.ts'
import { type Claim, claimById } from './claim-rows.ts'
import { shownTopic, showTopicById } from './topic.ts'
import { answering, shownVoice, speakerOf, speaksFor } from './voice.ts'

/**
 * The kinds of statement: what something is, when it gets hard, the steps, or what happened once.
 */
export const claimKinds = ['what', 'hard', 'steps', 'once'] as const

/**
 * Whether a claim of this kind tells of experience (a cue, a warning, a rule of thumb, a step, an
 * event) and so counts as externalisation; a bare fact does not.
 */
export const tellsOfExperience = (kind: string) => kind !== 'what'

/**
 * How easily it can be put into words; tacit to explicit is a continuum (Nonaka, von Krogh &
 * Voelpel 2006).
 */
export const sayables = ['easily', 'with-effort', 'shown'] as const

/** The public form of a claim. */
export const shownClaim = z.object({
  id: z.string(),
  version: z.number(),
  topic: shownTopic,
  statement: z.string(),
  words: z.string(),
  holdsWhen: z.string().nullable(),
  kind: z.enum(claimKinds),
  sayable: z.enum(sayables),
  voice: shownVoice,
  source: z.object({ id: z.string(), name: z.string() }),
  fromLine: z.number(),
  toLine: z.number(),
  proposedAt: z.string(),
  confirmedAt: z.string().nullable(),
})

/** Whether the caller may see a claim: in an area of theirs, and confirmed or their own. */
export const maySeeClaim = (here: HereIAm, claim: Claim) =>
  isVisible(here, claim) && (claim.confirmed_at !== null || speakerOf(claim.voice)?.id === here.me.id)

const isVisible = (here: HereIAm, claim: Claim) => here.areas.has(claim.area_id) && claim.withdrawn_at === null

/** The claims among these that the caller may see, including unconfirmed ones of their groups. */
export async function claimsSeen(here: HereIAm, claims: readonly Claim[]): Promise<Claim[]> {
  const seen = []
  for (const claim of claims)
    if (maySeeClaim(here, claim) || (isVisible(here, claim) && (await speaksFor(here, claim.voice)))) seen.push(claim)
  return seen
}

/** Finds a claim that the caller may see. */
export async function claimNamed(here: HereIAm, id: string, field = 'claim'): Promise<Claim> {
  const claim = await claimById(here.tx, here.space.id, id)
  const [seen] = await claimsSeen(here, claim ? [claim] : [])
  return orAbsent(seen, field, 'line')
}

/** Makes the public form of a claim. */
export async function showClaim(here: HereIAm, claim: Claim): Promise<z.input<typeof shownClaim>> {
  return {
    id: claim.id,
    version: claim.version,
    topic: await showTopicById(here, claim.topic_id),
    statement: claim.statement,
    words: claim.words,
    holdsWhen: claim.holds_when,
    kind: claim.kind as (typeof claimKinds)[number],
    sayable: claim.sayable as (typeof sayables)[number],
    voice: claim.voice,
    source: { id: claim.source_id, name: claim.sourceName },
    fromLine: claim.from_line,
    toLine: claim.to_line,
    proposedAt: claim.proposed_at,
    confirmedAt: claim.confirmed_at,
  }
}

/** Makes the public form of claims. */
export async function showClaims(here: HereIAm, claims: readonly Claim[]) {
  const shown = []
  for (const claim of claims) shown.push(await showClaim(here, claim))
  return shown
}

/**
 * Records changed claims: for everybody in the area if confirmed, else only for those who answer
 * for them.
 */
export async function claimsChanged(here: Here, claims: readonly Claim[]): Promise<void> {
  for (const { id, area_id, topic_id, voice, confirmed_at } of claims) {
    if (confirmed_at !== null) here.changed({ claim: id }, inArea(area_id, topic_id))
    else for (const one of await answering(here, voice)) here.changed({ claim: id }, onlyFor(one.id, topic_id))
  }
}
