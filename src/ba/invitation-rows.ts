import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

const byHash = statement((db, $: Slots<{ hash: string }>) =>
  db
    .selectFrom('invitation')
    .leftJoin('space', 'space.id', 'invitation.space_id')
    .leftJoin('person', 'person.id', 'invitation.made_by')
    .selectAll('invitation')
    .select(['space.name as spaceName', 'space.slug', 'person.name as invitedBy'])
    .where('token_hash', '=', $.hash),
)

const spend = statement((db, $: Slots<{ id: string; person: string; now: string }>) =>
  db
    .updateTable('invitation')
    .set({ used_by: $.person, used_at: $.now })
    .where('id', '=', $.id)
    .where('used_at', 'is', null),
)

const anybody = statement((db, _: Slots<Record<never, never>>) =>
  db.selectFrom('membership').select('person_id').limit(1),
)

/** The invitation with this token hash, with its space and its maker. */
export const invitationByHash = (tx: Tx, hash: string) => tx.first(byHash, { hash })

/** Marks an invitation as used; returns 1, or 0 if it was used already. */
export const useInvitation = (tx: Tx, id: string, person: string, now: string) => tx.run(spend, { id, person, now })

/** Adds an invitation. */
export const addInvitation = (tx: Tx, row: Omit<Tables['invitation'], 'used_by' | 'used_at'>) =>
  tx.db
    .insertInto('invitation')
    .values({ ...row, used_by: null, used_at: null })
    .execute()

/** Deletes unused founding links. */
export const dropUnusedFoundings = (tx: Tx) =>
  tx.db.deleteFrom('invitation').where('space_id', 'is', null).where('used_at', 'is', null).execute()

/** Whether any space has a member yet. */
export const anybodyHere = async (tx: Tx) => (await tx.first(anybody, {})) !== undefined
