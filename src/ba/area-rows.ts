import { sql } from 'kysely'
import { type Slots, statement, type Tx } from '../store/index.ts'

/** The id of the open area, the same in every space. */
export const OPEN = 'open'

/** A part of a space: open to all of it, or closed to all but its members. */
export interface Area {
  id: string
  slug: string
  name: string
  closed: number
}

const seen = statement((db, $: Slots<{ space: string; person: string }>) =>
  db
    .selectFrom('area')
    .leftJoin('area_member', (join) =>
      join
        .onRef('area_member.space_id', '=', 'area.space_id')
        .onRef('area_member.area_id', '=', 'area.id')
        .on('area_member.person_id', '=', $.person),
    )
    .select(['area.id', 'area.slug', 'area.name', 'area.closed'])
    .where('area.space_id', '=', $.space)
    .where((eb) => eb.or([eb('area.closed', '=', 0), eb('area_member.person_id', 'is not', null)]))
    .orderBy('area.closed')
    .orderBy('area.made_at')
    .orderBy('area.id'),
)

const bySlug = statement((db, $: Slots<{ space: string; slug: string }>) =>
  db.selectFrom('area').select('id').where('space_id', '=', $.space).where('slug', '=', $.slug),
)

const first = statement((db, $: Slots<{ space: string; areas: string[]; most: number }>) =>
  db
    .selectFrom((of) =>
      of
        .selectFrom('area_member')
        .innerJoin('person', 'person.id', 'area_member.person_id')
        .select(['area_member.area_id', 'person.id', 'person.name'])
        .select(sql<number>`row_number() over (partition by area_id order by since, person_id)`.as('n'))
        .select(sql<number>`count(*) over (partition by area_id)`.as('all'))
        .where('area_member.space_id', '=', $.space)
        .where('area_member.area_id', 'in', $.areas)
        .as('numbered'),
    )
    .selectAll()
    .where('numbered.n', '<=', $.most)
    .orderBy('numbered.area_id')
    .orderBy('numbered.n'),
)

const memberIn = statement((db, $: Slots<{ space: string; area: string; person: string }>) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .innerJoin('area', 'area.space_id', 'membership.space_id')
    .leftJoin('area_member', (join) =>
      join
        .onRef('area_member.space_id', '=', 'area.space_id')
        .onRef('area_member.area_id', '=', 'area.id')
        .onRef('area_member.person_id', '=', 'membership.person_id'),
    )
    .select(['person.id', 'person.name', 'membership.role'])
    .where('membership.space_id', '=', $.space)
    .where('membership.person_id', '=', $.person)
    .where('area.id', '=', $.area)
    .where((eb) => eb.or([eb('area.closed', '=', 0), eb('area_member.person_id', 'is not', null)])),
)

const someMembers = statement((db, $: Slots<{ space: string; most: number }>) =>
  db.selectFrom('membership').select('person_id').where('space_id', '=', $.space).limit($.most),
)

const someIn = statement((db, $: Slots<{ space: string; area: string; most: number }>) =>
  db
    .selectFrom('area_member')
    .select('person_id')
    .where('space_id', '=', $.space)
    .where('area_id', '=', $.area)
    .limit($.most),
)

/** Whether at least so many people see an area; reads no more rows than that. */
export async function atLeastIn(tx: Tx, space: string, area: string, most: number): Promise<boolean> {
  const some = area === OPEN ? await tx.all(someMembers, { space, most }) : await tx.all(someIn, { space, area, most })
  return some.length >= most
}

/** A member of the space who may see an area, or undefined. */
export const memberSeeing = (tx: Tx, space: string, area: string, person: string) =>
  tx.first(memberIn, { space, area, person })

/** The areas that a person may see: the open one, and the closed ones they are members of. */
export const areasSeen = (tx: Tx, space: string, person: string): Promise<Area[]> => tx.all(seen, { space, person })

/** Whether an area's slug is taken in a space. */
export const areaSlugTaken = async (tx: Tx, space: string, slug: string) =>
  (await tx.first(bySlug, { space, slug })) !== undefined

/** The earliest members of each of these closed areas, each row with the area's total. */
export const firstPeople = (tx: Tx, space: string, areas: string[], most: number) =>
  tx.all(first, { space, areas, most })

/** Adds an area to a space. */
export const addArea = (tx: Tx, space: string, area: Area & { made_at: string }) =>
  tx.db
    .insertInto('area')
    .values({ space_id: space, ...area })
    .execute()

/** Adds a person to a closed area; no effect if they are in it. */
export const addToArea = (tx: Tx, space: string, area: string, person: string, since: string) =>
  tx.db
    .insertInto('area_member')
    .values({ space_id: space, area_id: area, person_id: person, since })
    .onConflict((conflict) => conflict.columns(['space_id', 'area_id', 'person_id']).doNothing())
    .execute()
