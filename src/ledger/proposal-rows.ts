import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

/** An act that an agent proposes to its person. */
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

/** The open proposals to a person, oldest first. */
export const proposalsFor = async (tx: Tx, space: string, person: string): Promise<Proposal[]> =>
  (await tx.all(waiting, { space, person })).map((row) => ({ ...row, input: row.input ?? '{}' }))

/** An open proposal to this person, or undefined. */
export async function proposalFor(tx: Tx, space: string, person: string, id: string): Promise<Proposal | undefined> {
  const row = await tx.first(one, { space, person, id })
  return row && { ...row, input: row.input ?? '{}' }
}

/** Adds a proposal. */
export const addProposal = (tx: Tx, row: Omit<Tables['proposal'], 'settled_as' | 'settled_at'>) =>
  tx.db
    .insertInto('proposal')
    .values({ ...row, settled_as: null, settled_at: null })
    .execute()

/** Settles a proposal and deletes its input. Returns 0 if it was settled before. */
export const settleProposal = (tx: Tx, space: string, id: string, as: 'accepted' | 'declined', now: string) =>
  tx.run(settle, { space, id, as, now })
