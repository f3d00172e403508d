import { type Slots, statement, type Tx } from '../store/index.ts'
import type { Role } from './role.ts'

const forPerson = statement((db, $: Slots<{ slug: string; person: string }>) =>
  db
    .selectFrom('space')
    .innerJoin('membership', 'membership.space_id', 'space.id')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select([
      'space.id',
      'space.slug',
      'space.name',
      'membership.role',
      'person.id as person',
      'person.name as personName',
    ])
    .where('space.slug', '=', $.slug)
    .where('membership.person_id', '=', $.person),
)

const forOwner = statement((db, $: Slots<{ slug: string }>) =>
  db
    .selectFrom('space')
    .innerJoin('membership', 'membership.space_id', 'space.id')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select([
      'space.id',
      'space.slug',
      'space.name',
      'membership.role',
      'person.id as person',
      'person.name as personName',
    ])
    .where('space.slug', '=', $.slug)
    .where('membership.role', '=', 'owner')
    .orderBy('membership.since')
    .orderBy('membership.person_id')
    .limit(1),
)

const ofPerson = statement((db, $: Slots<{ person: string }>) =>
  db
    .selectFrom('membership')
    .innerJoin('space', 'space.id', 'membership.space_id')
    .select(['space.id', 'space.slug', 'space.name', 'space.example_of', 'membership.role', 'membership.since'])
    .where('membership.person_id', '=', $.person)
    .orderBy('membership.since')
    .orderBy('space.id'),
)

const bySlug = statement((db, $: Slots<{ slug: string }>) =>
  db.selectFrom('space').select('id').where('slug', '=', $.slug),
)

const everySpace = statement((db, _: Slots<Record<never, never>>) =>
  db.selectFrom('space').select(['id', 'slug', 'name', 'seq']),
)

const named = statement((db, $: Slots<{ space: string; ids: string[] }>) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.id', 'person.name'])
    .where('membership.space_id', '=', $.space)
    .where('membership.person_id', 'in', $.ids),
)

const people = statement((db, $: Slots<{ space: string }>) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.id', 'person.name', 'membership.role', 'membership.since'])
    .where('membership.space_id', '=', $.space)
    .orderBy('membership.since')
    .orderBy('membership.person_id'),
)

type From = { space: string; since: string; id: string; most: number }
const peopleAfter = statement((db, $: Slots<From>) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.id', 'person.name', 'membership.role', 'membership.since'])
    .where('membership.space_id', '=', $.space)
    .where((eb) => eb(eb.refTuple('membership.since', 'membership.person_id'), '>', eb.tuple($.since, $.id)))
    .orderBy('membership.since')
    .orderBy('membership.person_id')
    .limit($.most),
)

const peopleInArea = statement((db, $: Slots<From & { area: string }>) =>
  db
    .selectFrom('area_member')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.space_id', '=', 'area_member.space_id')
        .onRef('membership.person_id', '=', 'area_member.person_id'),
    )
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.id', 'person.name', 'membership.role', 'membership.since'])
    .where('area_member.space_id', '=', $.space)
    .where('area_member.area_id', '=', $.area)
    .where((eb) => eb(eb.refTuple('membership.since', 'membership.person_id'), '>', eb.tuple($.since, $.id)))
    .orderBy('membership.since')
    .orderBy('membership.person_id')
    .limit($.most),
)

const role = statement((db, $: Slots<{ space: string; person: string }>) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['membership.role', 'person.id', 'person.name'])
    .where('membership.space_id', '=', $.space)
    .where('membership.person_id', '=', $.person),
)

const owners = statement((db, $: Slots<{ space: string }>) =>
  db
    .selectFrom('membership')
    .select('person_id as id')
    .where('space_id', '=', $.space)
    .where('role', '=', 'owner')
    .orderBy('person_id'),
)

const nextSeq = statement((db, $: Slots<{ space: string }>) =>
  db
    .updateTable('space')
    .set((eb) => ({ seq: eb('seq', '+', 1) }))
    .where('id', '=', $.space)
    .returning('seq'),
)

const setRole = statement((db, $: Slots<{ space: string; person: string; role: string }>) =>
  db.updateTable('membership').set({ role: $.role }).where('space_id', '=', $.space).where('person_id', '=', $.person),
)

const earliestOwner = statement((db, _: Slots<Record<never, never>>) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.id', 'person.name'])
    .where('membership.role', '=', 'owner')
    .orderBy('membership.since')
    .orderBy('membership.person_id')
    .limit(1),
)

/** The first owner of the house, as whom the owner of the data folder acts. */
export const firstOwner = (tx: Tx) => tx.first(earliestOwner, {})

/** A space with one member's role, or undefined if there is none or they are not in it. */
export const spaceForPerson = (tx: Tx, slug: string, person: string) => tx.first(forPerson, { slug, person })

/** A space with its first owner, for the owner of the data folder. */
export const spaceForOwner = (tx: Tx, slug: string) => tx.first(forOwner, { slug })

/** The spaces of a person, earliest joined first. */
export const spacesOf = (tx: Tx, person: string) => tx.all(ofPerson, { person })

/** Every space of the house. */
export const allSpaces = (tx: Tx) => tx.all(everySpace, {})

/** Whether a space's slug is taken. */
export const spaceSlugTaken = async (tx: Tx, slug: string) => (await tx.first(bySlug, { slug })) !== undefined

/** Everybody in a space, earliest first. */
export const peopleOf = (tx: Tx, space: string) => tx.all(people, { space })

/** People of a space after a position, earliest first; with a closed area, its members. */
export const peopleFrom = (
  tx: Tx,
  space: string,
  area: { id: string; closed: number } | undefined,
  [since, id]: [string, string],
  most: number,
) =>
  area?.closed
    ? tx.all(peopleInArea, { space, since, id, most, area: area.id })
    : tx.all(peopleAfter, { space, since, id, most })

/** The names of those of these people who are in a space, by id. */
export async function namesOfPeople(tx: Tx, space: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await tx.all(named, { space, ids: [...new Set(ids)] })
  return new Map(found.map(({ id, name }) => [id, name]))
}

/** The owners of a space. */
export const ownersOf = (tx: Tx, space: string) => tx.all(owners, { space })

/** One member of a space, or undefined. */
export const memberOf = (tx: Tx, space: string, person: string) => tx.first(role, { space, person })

/** Takes the space's next journal number; the space's row stays locked until the commit. */
export async function takeSeq(tx: Tx, space: string): Promise<number> {
  const row = await tx.first(nextSeq, { space })
  if (!row) throw new Error('A space must be there for its ledger to grow.')
  return row.seq
}

/** Gives a member another role. */
export const changeRoleOf = (tx: Tx, space: string, person: string, to: Role) =>
  tx.run(setRole, { space, person, role: to })

/** Adds a space. */
export const addSpace = (
  tx: Tx,
  space: { id: string; slug: string; name: string; example_of: string | null; made_at: string; made_by: string },
) =>
  tx.db
    .insertInto('space')
    .values({ ...space, seq: 0 })
    .execute()

/** Adds a person to a space; an existing member keeps their role. */
export const addMember = (tx: Tx, space: string, person: string, as: Role, since: string) =>
  tx.db
    .insertInto('membership')
    .values({ space_id: space, person_id: person, role: as, since })
    .onConflict((conflict) => conflict.columns(['space_id', 'person_id']).doNothing())
    .execute()

/** The example space that belongs to a person, or undefined. */
export const exampleOf = (tx: Tx, person: string) =>
  tx.db.selectFrom('space').select(['id', 'slug']).where('example_of', '=', person).executeTakeFirst()
