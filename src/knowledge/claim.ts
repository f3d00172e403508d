import { z } from 'zod'
import { type Here, type HereIAm, inArea, onlyFor, orAbsent, person } from '../ba/index.ts'
import { type Claim, claimById } from './claim-rows.ts'
import { shownTopic, showTopicById } from './topic.ts'

/** What a statement is about: what something is, when it gets hard, the steps, or what happened once. */
export const claimKinds = ['what', 'hard', 'steps', 'once'] as const

/**
 * Whether a line of this kind is part of an account of experience (a cue, a warning, a rule of thumb, a step, what
 * happened once), and so counts as externalisation; what something is, is a bare fact and counts nothing.
 */
export const tellsOfExperience = (kind: string) => kind !== 'what'

/** How sayable it is; tacit to explicit is a continuum (Nonaka, von Krogh & Voelpel 2006). */
export const sayables = ['easily', 'with-effort', 'shown'] as const

/** How a claim is shown. */
export const shownClaim = z.object({
  id: z.string(),
  version: z.number(),
  topic: shownTopic,
  statement: z.string(),
  words: z.string(),
  holdsWhen: z.string().nullable(),
  kind: z.enum(claimKinds),
  sayable: z.enum(sayables),
  speaker: person,
  source: z.object({ id: z.string(), name: z.string() }),
  fromLine: z.number(),
  toLine: z.number(),
  proposedAt: z.string(),
  confirmedAt: z.string().nullable(),
})

/** Whether I may see a claim: in an area of mine, and confirmed, or my own. */
export const maySeeClaim = (here: HereIAm, claim: Claim) =>
  here.areas.has(claim.area_id) &&
  claim.withdrawn_at === null &&
  (claim.confirmed_at !== null || claim.speaker_id === here.me.id)

/** Finds a claim that I may see. */
export async function claimNamed(here: HereIAm, id: string, field = 'claim'): Promise<Claim> {
  const claim = await claimById(here.tx, here.space.id, id)
  return orAbsent(claim && maySeeClaim(here, claim) ? claim : undefined, field, 'line')
}

/** Shows a claim. */
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
    speaker: { id: claim.speaker_id, name: claim.speakerName },
    source: { id: claim.source_id, name: claim.sourceName },
    fromLine: claim.from_line,
    toLine: claim.to_line,
    proposedAt: claim.proposed_at,
    confirmedAt: claim.confirmed_at,
  }
}

/** Shows claims, one after the other. */
export async function showClaims(here: HereIAm, claims: readonly Claim[]) {
  const shown = []
  for (const claim of claims) shown.push(await showClaim(here, claim))
  return shown
}

/** Says that claims changed: to everybody there once they are confirmed, before that to their speaker alone. */
export function claimsChanged(here: Here, claims: readonly Claim[]): void {
  for (const { id, area_id, topic_id, speaker_id, confirmed_at } of claims)
    here.changed({ claim: id }, confirmed_at === null ? onlyFor(speaker_id, topic_id) : inArea(area_id, topic_id))
}
