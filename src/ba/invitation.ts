import { createHash, randomBytes } from 'node:crypto'
import type { Tx } from '../store/index.ts'
import type { Here, Recording } from './act.ts'
import { OPEN } from './area-rows.ts'
import { addInvitation, dropUnusedFoundings, invitationByHash, useInvitation } from './invitation-rows.ts'
import { inArea, onlyFor } from './noun.ts'
import { Refusal, unfit } from './refusal.ts'
import type { Role } from './role.ts'
import { joinSpace, makeSpace } from './space.ts'
import { memberOf } from './space-rows.ts'

const DAYS_TO_JOIN = 7
const HOURS_TO_FOUND = 24

type Moment = { now: string; newId: () => string }
type Recorder = Moment & { record: Recording }

/** The name of the journal entry for joining by an invitation. */
const ENTER = 'enter'

/** Only the hash of an invitation's token is stored; the token is shown once. */
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

const later = (now: string, hours: number) => new Date(Date.parse(now) + hours * 3_600_000).toISOString()

/** Makes the token of a link that lets one person into a space, once, within seven days. */
export async function makeInvitation(
  tx: Tx,
  to: { space: string; role: Role; areas: string[]; by: string },
  { now, newId }: Moment,
): Promise<{ invitation: string; token: string; expiresAt: string }> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = later(now, DAYS_TO_JOIN * 24)
  const invitation = newId()
  await addInvitation(tx, {
    id: invitation,
    space_id: to.space,
    token_hash: hashOf(token),
    role: to.role,
    areas: JSON.stringify(to.areas),
    made_by: to.by,
    made_at: now,
    expires_at: expiresAt,
  })
  return { invitation, token, expiresAt }
}

/**
 * Makes the token of the founding link, which makes the first space; earlier unused ones stop
 * working.
 */
export async function makeFounding(tx: Tx, { now, newId }: Moment): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await dropUnusedFoundings(tx)
  await addInvitation(tx, {
    id: newId(),
    space_id: null,
    token_hash: hashOf(token),
    role: 'owner',
    areas: '[]',
    made_by: null,
    made_at: now,
    expires_at: later(now, HOURS_TO_FOUND),
  })
  return token
}

/**
 * Reads the invitation of a token; used, expired and unknown ones are refused in the same words.
 */
export async function invitationFor(tx: Tx, token: string, now: string) {
  const row = await invitationByHash(tx, hashOf(token))
  if (!row || row.used_at !== null || row.expires_at <= now) throw spent()
  return row
}

const spent = () =>
  new Refusal('absent', {
    field: 'token',
    problem: 'This link has been used, has expired, or never was one.',
    remedy: 'Ask whoever sent it for a new one.',
  })

/** Uses a token: the person founds a space or joins one. Returns the space's slug. */
export async function acceptInvitation(
  tx: Tx,
  given: { token: string; person: string; spaceName?: string | undefined },
  { now, newId, record }: Recorder,
): Promise<string> {
  const invitation = await invitationFor(tx, given.token, now)
  if ((await useInvitation(tx, invitation.id, given.person, now)) !== 1) throw spent()
  if (invitation.space_id === null || invitation.slug === null) {
    if (!given.spaceName) throw unfit('spaceName', 'It is missing.', 'Say what your space is called.')
    return makeSpace(tx, { id: newId(), name: given.spaceName, owner: given.person, now })
  }
  // The inviter must still be an owner, so that a former owner's links stop working.
  const inviter = invitation.made_by === null ? undefined : await memberOf(tx, invitation.space_id, invitation.made_by)
  if (inviter?.role !== 'owner') throw spent()
  const space = { id: invitation.space_id, slug: invitation.slug, name: invitation.spaceName ?? '' }
  const entry = { act: ENTER, by: given.person, door: 'http', now }
  await record({ tx, space, newId }, entry, (here) => join(here, given.person, invitation))
  return invitation.slug
}

/** Adds the invited person to the space and its areas. */
async function join(
  { tx, space, now, changed }: Here,
  person: string,
  invitation: Awaited<ReturnType<typeof invitationFor>>,
): Promise<void> {
  const areas = JSON.parse(invitation.areas) as string[]
  await joinSpace(tx, space.id, person, invitation.role as Role, areas, now)
  changed({ member: person }, inArea(OPEN))
  for (const area of areas) changed({ area }, inArea(area))
  if (invitation.made_by !== null) changed({ invitation: invitation.id }, onlyFor(invitation.made_by))
}
