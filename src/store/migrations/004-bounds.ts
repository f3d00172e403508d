import { sql } from 'kysely'
import type { Tx } from '../store.ts'

/** What each person keeps in a space, who runs the house, and who wished a job. */
const tables = `
-- ba: who runs the house, and who else may make spaces
create table house_role (
  person_id text not null references person (id) on delete cascade, role text not null, named_by text,
  named_at text not null, primary key (person_id)
);
alter table space add column made_by text
;
create index space_made_by on space (made_by);
-- ba: what a person keeps in a space; the row of person '' is the whole space
create table space_usage (
  space_id text not null references space (id), person_id text not null, bytes integer not null,
  sources integer not null, topics integer not null, primary key (space_id, person_id)
) without rowid;

-- knowledge: whose a file is
alter table file add column brought_by text
;

-- ledger: whose wish a job is; null where it follows from something else
alter table job add column wished_by text
;
create index job_wished on job (space_id, wished_by) where done_at is null and wished_by is not null;
`

/** The founder of an existing house is the first person of its first space. */
const founder = sql`
  insert into house_role (person_id, role, named_by, named_at)
  select membership.person_id, 'founder', null, membership.since from membership
  join space on space.id = membership.space_id
  order by space.made_at, space.id, membership.since, membership.person_id limit 1`

const makers = sql`
  update space set made_by = (select person_id from membership
    where space_id = space.id and role = 'owner' order by since, person_id limit 1)`

const fileBringers = sql`
  update file set brought_by = coalesce(
    (select min(brought_by) from source where source.space_id = file.space_id and source.file_id = file.id),
    (select min(brought_by) from source_version
      where source_version.space_id = file.space_id and source_version.file_id = file.id))`

/** Everything that counts towards a bound, a row each, as this migration counts it. */
const kept = sql`
  select space_id, brought_by as person, octet_length(text) as bytes, 1 as sources, 0 as topics from source
  union all select space_id, brought_by, octet_length(text), 0, 0 from source_version
  union all select space_id, made_by, octet_length(markdown), 0, 0 from page_version
  union all select space_id, brought_by, size, 0, 0 from file
  union all select space_id, started_by, 0, 0, 1 from topic
  union all select arrival_part.space_id, arrival.by_person, octet_length(arrival_part.bytes), 0, 0 from arrival_part
    join arrival on arrival.space_id = arrival_part.space_id and arrival.id = arrival_part.arrival_id
  union all select turn_part.space_id, turn.by_person, octet_length(turn_part.bytes), 0, 0 from turn_part
    join turn on turn.space_id = turn_part.space_id and turn.id = turn_part.turn_id`

const sums = sql`cast(sum(bytes) as bigint), cast(sum(sources) as bigint), cast(sum(topics) as bigint)`

async function fill({ db }: Tx): Promise<void> {
  for (const one of [founder, makers, fileBringers]) await one.execute(db)
  await sql`insert into space_usage (space_id, person_id, bytes, sources, topics)
    select space_id, person, ${sums} from (${kept}) as kept where person is not null group by space_id, person
    union all select space_id, '', ${sums} from (${kept}) as kept group by space_id`.execute(db)
}

/** The tables of the bounds, counted from what is there. */
export const bounds = { tables, fill }
