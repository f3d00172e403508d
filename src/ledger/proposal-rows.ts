import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

/** What an agent would do, and waits for its person. */
export type Proposal = { id: string; agent: string; act: string; input: string; made_at: string }

const waiting = statement((db, $: Slots<{ space: string; person: string }>) =>
  db
    .selectFrom('proposal')
    .select(['id', 'agent', 'act', 'input', 'made_at'])
    .where('space_id', '=', $.space)
    .where('person_id', '=', $.person)
    .where('settled_at', 'is', null)
    .orderBy('made_at')
    .orderBy('id'),
)

const one = statement((db, $: Slots<{ space: string; person: string; id: string }>) =>
  db
    .selectFrom('proposal')
    .select(['id', 'agent', 'act', 'input', 'made_at'])
    .where('space_id', '=', $.space)
    .where('id', '=', $.id)
    .where('person_id', '=', $.person)
    .where('settled_at', 'is', null),
)

const settle = statement((db, $: Slots<{ space: string; id: string; as: string; now: string }>) =>
  db
    .updateTable('proposal')
    .set({ settled_as: $.as, settled_at: $.now, input: null })
    .where('space_id', '=', $.space)
    .where('id', '=', $.id)
    .where('settled_at', 'is', null),
)

/** What waits for a person, oldest first. */
export const proposalsFor = async (tx: Tx, space: string, person: string): Promise<Proposal[]> =>
  (await tx.all(waiting, { space, person })).map((row) => ({ ...row, input: row.input ?? '{}' }))

/** One that waits for this person, or undefined: once settled, or somebody else's, there is none. */
export async function proposalFor(tx: Tx, space: string, person: string, id: string): Promise<Proposal | undefined> {
  const row = await tx.first(one, { space, person, id })
  return row && { ...row, input: row.input ?? '{}' }
}

/** Keeps a new one. */
export const addProposal = (tx: Tx, row: Omit<Tables['proposal'], 'settled_as' | 'settled_at'>) =>
  tx.db
    .insertInto('proposal')
    .values({ ...row, settled_as: null, settled_at: null })
    .execute()

/** Says what became of one; its words go, as what was done has its own. Gives 0 when it was settled before. */
export const settleProposal = (tx: Tx, space: string, id: string, as: 'accepted' | 'declined', now: string) =>
  tx.run(settle, { space, id, as, now })
