import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

const byHash = statement((db, $: Slots<{ hash: string }>) =>
  db
    .selectFrom('agent_key')
    .innerJoin('person', 'person.id', 'agent_key.person_id')
    .innerJoin('space', 'space.id', 'agent_key.space_id')
    .select(['person.id', 'person.name', 'agent_key.name as agent', 'space.slug'])
    .where('agent_key.key_hash', '=', $.hash)
    .where('agent_key.ended_at', 'is', null),
)

const ofPerson = statement((db, $: Slots<{ space: string; person: string }>) =>
  db
    .selectFrom('agent_key')
    .select(['id', 'name', 'made_at'])
    .where('space_id', '=', $.space)
    .where('person_id', '=', $.person)
    .where('ended_at', 'is', null)
    .orderBy('made_at')
    .orderBy('id'),
)

const end = statement((db, $: Slots<{ space: string; person: string; id: string; now: string }>) =>
  db
    .updateTable('agent_key')
    .set({ ended_at: $.now })
    .where('space_id', '=', $.space)
    .where('id', '=', $.id)
    .where('person_id', '=', $.person)
    .where('ended_at', 'is', null),
)

/** The owner, name and space of the agent key with this hash; undefined once it has ended. */
export const agentByHash = (tx: Tx, hash: string) => tx.first(byHash, { hash })

/** The open agent keys of a person in a space, oldest first. */
export const agentKeysOf = (tx: Tx, space: string, person: string) => tx.all(ofPerson, { space, person })

/** Adds an agent key. */
export const addAgentKey = (tx: Tx, row: Omit<Tables['agent_key'], 'ended_at'>) =>
  tx.db
    .insertInto('agent_key')
    .values({ ...row, ended_at: null })
    .execute()

/** Ends one of a person's own agent keys; returns 1, or 0 if there is none. */
export const endAgentKeyRow = (tx: Tx, space: string, person: string, id: string, now: string) =>
  tx.run(end, { space, person, id, now })
