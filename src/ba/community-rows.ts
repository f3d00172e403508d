import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

type Row = Tables['community']

const add = statement((db, $: Slots<Row>) =>
  db.insertInto('community').values({
    space_id: $.space_id,
    id: $.id,
    area_id: $.area_id,
    name: $.name,
    formed_by: $.formed_by,
    formed_at: $.formed_at,
  }),
)

const join = statement((db, $: Slots<Tables['community_member']>) =>
  db.insertInto('community_member').values({
    space_id: $.space_id,
    community_id: $.community_id,
    person_id: $.person_id,
    since: $.since,
  }),
)

const byId = statement((db, $: Slots<{ space: string; id: string }>) =>
  db.selectFrom('community').selectAll().where('space_id', '=', $.space).where('id', '=', $.id),
)

const inAreas = statement((db, $: Slots<{ space: string; areas: string[] }>) =>
  db
    .selectFrom('community')
    .selectAll()
    .where('space_id', '=', $.space)
    .where('area_id', 'in', $.areas)
    .orderBy('name')
    .orderBy('id'),
)

const after = statement((db, $: Slots<{ space: string; areas: string[]; name: string; id: string; most: number }>) =>
  db
    .selectFrom('community')
    .selectAll()
    .where('space_id', '=', $.space)
    .where('area_id', 'in', $.areas)
    .where((eb) => eb(eb.refTuple('name', 'id'), '>', eb.tuple($.name, $.id)))
    .orderBy('name')
    .orderBy('id')
    .limit($.most),
)

/** The current people of a group, without those who have left the space or its area. */
const people = statement((db, $: Slots<{ space: string; community: string }>) =>
  db
    .selectFrom('community_member')
    .innerJoin('community', (on) =>
      on
        .onRef('community.space_id', '=', 'community_member.space_id')
        .onRef('community.id', '=', 'community_member.community_id'),
    )
    .innerJoin('membership', (on) =>
      on
        .onRef('membership.space_id', '=', 'community_member.space_id')
        .onRef('membership.person_id', '=', 'community_member.person_id'),
    )
    .innerJoin('area', (on) =>
      on.onRef('area.space_id', '=', 'community.space_id').onRef('area.id', '=', 'community.area_id'),
    )
    .leftJoin('area_member', (on) =>
      on
        .onRef('area_member.space_id', '=', 'area.space_id')
        .onRef('area_member.area_id', '=', 'area.id')
        .onRef('area_member.person_id', '=', 'membership.person_id'),
    )
    .innerJoin('person', 'person.id', 'community_member.person_id')
    .select(['person.id', 'person.name'])
    .where('community_member.space_id', '=', $.space)
    .where('community_member.community_id', '=', $.community)
    .where((eb) => eb.or([eb('area.closed', '=', 0), eb('area_member.person_id', 'is not', null)]))
    // Readers cannot write: counting them would leave too few possible speakers.
    .where('membership.role', '!=', 'reader')
    .orderBy('person.name')
    .orderBy('person.id'),
)

/** Adds a group and its people. */
export async function addCommunity(tx: Tx, row: Row, members: readonly string[]): Promise<void> {
  await tx.run(add, row)
  for (const person_id of members)
    await tx.run(join, { space_id: row.space_id, community_id: row.id, person_id, since: row.formed_at })
}

/** A group by its id, without its people. */
export const communityById = (tx: Tx, space: string, id: string) => tx.first(byId, { space, id })

/** The groups in these areas by name, a number of them after a place in that order. */
export const communitiesAfter = (
  tx: Tx,
  space: string,
  areas: string[],
  from: { name: string; id: string; most: number },
) => tx.all(after, { space, areas, ...from })

/** The groups in these areas, by name. */
export const communitiesIn = (tx: Tx, space: string, areas: string[]) => tx.all(inAreas, { space, areas })

/** The people of a group who are still here and may write, by name. */
export const communityPeople = (tx: Tx, space: string, community: string) => tx.all(people, { space, community })
