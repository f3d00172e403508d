import { type Slots, statement, type Tx } from '../store/index.ts'

/**
 * What somebody has to do with the house: its founder and whoever runs it with them may name
 * others and make spaces; a maker may make spaces.
 */
export type HouseRole = 'founder' | 'runs' | 'makes-spaces'

const ofPerson = statement((db, $: Slots<{ person: string }>) =>
  db.selectFrom('house_role').select('role').where('person_id', '=', $.person),
)

const everybody = statement((db, $: Slots<{ at: string; id: string; most: number }>) =>
  db
    .selectFrom('house_role')
    .innerJoin('person', 'person.id', 'house_role.person_id')
    .select(['person.id', 'person.name', 'person.email', 'house_role.role', 'house_role.named_at'])
    .where((eb) => eb(eb.refTuple('house_role.named_at', 'house_role.person_id'), '>', eb.tuple($.at, $.id)))
    .orderBy('house_role.named_at')
    .orderBy('house_role.person_id')
    .limit($.most),
)

const running = statement((db, $: Slots<{ most: number }>) =>
  db
    .selectFrom('house_role')
    .innerJoin('person', 'person.id', 'house_role.person_id')
    .select(['person.id', 'person.name'])
    .where('house_role.role', '<>', 'makes-spaces')
    .orderBy('house_role.named_at')
    .orderBy('house_role.person_id')
    .limit($.most),
)

const byEmail = statement((db, $: Slots<{ email: string }>) =>
  db
    .selectFrom('person')
    .leftJoin('house_role', 'house_role.person_id', 'person.id')
    .select(['person.id', 'house_role.role'])
    .where('person.email', '=', $.email),
)

const theFounder = statement((db, _: Slots<Record<never, never>>) =>
  db
    .selectFrom('house_role')
    .innerJoin('person', 'person.id', 'house_role.person_id')
    .select(['person.id', 'person.name'])
    .where('house_role.role', '=', 'founder')
    .limit(1),
)

/** Somebody's role in the house, or undefined. */
export const houseRoleOf = async (tx: Tx, person: string) =>
  (await tx.first(ofPerson, { person }))?.role as HouseRole | undefined

/** Those with a role in the house, earliest first, after a position. */
export const houseRolesAfter = async (tx: Tx, [at, id]: [string, string], most: number) =>
  (await tx.all(everybody, { at, id, most })).map((row) => ({ ...row, role: row.role as HouseRole }))

/** The founder and whoever else runs the house, the founder first. */
export const whoRuns = (tx: Tx, most: number) => tx.all(running, { most })

/** The account of an e-mail address, with its role in the house. */
export const accountOf = (tx: Tx, email: string) => tx.first(byEmail, { email: email.toLowerCase() })

/** Whoever founded the house. */
export const founderOf = (tx: Tx) => tx.first(theFounder, {})

/** Gives somebody a role in the house, in place of the one they had. */
export const setHouseRole = (tx: Tx, person: string, role: HouseRole, by: string | null, now: string) =>
  tx.db
    .insertInto('house_role')
    .values({ person_id: person, role, named_by: by, named_at: now })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ role, named_by: by, named_at: now }))
    .execute()

/** Takes somebody's role in the house. */
export const dropHouseRole = (tx: Tx, person: string) =>
  tx.db.deleteFrom('house_role').where('person_id', '=', person).execute()
