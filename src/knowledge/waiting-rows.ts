import { sql } from 'kysely'
import { type Database, type Slots, statement, type Tx } from '../store/index.ts'
import { type Claim, claimOf, claims } from './claim-rows.ts'

/**
 * Which waiting claims to read: from a place on, in these areas, of one source or, without one, of
 * any.
 */
interface From {
  areas: string[]
  source: string
  at: string
  id: string
  most: number
}

type Given = From & { space: string; person: string }

/**
 * In a query: claims that nobody has confirmed or withdrawn, from a place on, in the order in which
 * they were proposed.
 */
const waiting = (db: Database, $: Slots<Given>) =>
  claims(db)
    .where('claim.space_id', '=', $.space)
    .where('claim.area_id', 'in', $.areas)
    .where('claim.confirmed_at', 'is', null)
    .where('claim.withdrawn_at', 'is', null)
    .where(sql<boolean>`(${$.source} = '' or claim.source_id = ${$.source})`)
    .where((eb) => eb(eb.refTuple('claim.proposed_at', 'claim.id'), '>', eb.tuple($.at, $.id)))
    .orderBy('claim.proposed_at')
    .orderBy('claim.id')
    .limit($.most)

const own = statement((db, $: Slots<Given>) => waiting(db, $).where('claim.speaker_id', '=', $.person))

/** Those of this person's groups, without those that they have agreed to as they stand. */
const ofGroups = statement((db, $: Slots<Given>) =>
  waiting(db, $)
    .where(
      'claim.group_id',
      'in',
      db
        .selectFrom('community_member')
        .select('community_id')
        .where('space_id', '=', $.space)
        .where('person_id', '=', $.person),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('claim_assent as said')
            .select('said.claim_id')
            .whereRef('said.space_id', '=', 'claim.space_id')
            .whereRef('said.claim_id', '=', 'claim.id')
            .whereRef('said.version', '=', 'claim.version')
            .where('said.person_id', '=', $.person),
        ),
      ),
    ),
)

/**
 * The claims that wait for a person, their own and their groups', as they were proposed: a number
 * of them from a place on.
 */
export async function claimsWaitingAfter(tx: Tx, space: string, person: string, from: From): Promise<Claim[]> {
  const given = { space, person, ...from }
  const both = [...(await tx.all(own, given)), ...(await tx.all(ofGroups, given))].map(claimOf)
  const order = (a: Claim, b: Claim) => (a.proposed_at === b.proposed_at ? a.id < b.id : a.proposed_at < b.proposed_at)
  return both.sort((a, b) => (order(a, b) ? -1 : 1)).slice(0, from.most)
}
