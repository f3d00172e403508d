import { sql } from 'kysely'
import type { Tables, Tx } from '../store/index.ts'

type Usage = Tables['space_usage']

/** Everything that counts towards a bound, a row each, with whose it is. */
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

const sums = sql`cast(sum(bytes) as bigint) as bytes, cast(sum(sources) as bigint) as sources,
  cast(sum(topics) as bigint) as topics`

/** What each person and each space keeps, counted from everything that is there. */
export async function usageCounted({ db }: Tx): Promise<Usage[]> {
  const { rows } = await sql<Usage>`
    select space_id, person as person_id, ${sums} from (${kept}) as kept
      where person is not null group by space_id, person
    union all select space_id, '' as person_id, ${sums} from (${kept}) as kept group by space_id
    order by space_id, person_id`.execute(db)
  return rows
}

/** What each person and each space keeps, as it is kept; without what has come to nothing. */
export const usageKept = ({ db }: Tx): Promise<Usage[]> =>
  db
    .selectFrom('space_usage')
    .selectAll()
    .where((eb) => eb.or([eb('bytes', '<>', 0), eb('sources', '<>', 0), eb('topics', '<>', 0)]))
    .orderBy('space_id')
    .orderBy('person_id')
    .execute()

/** Replaces what is kept by what was counted. */
export async function keepUsage({ db }: Tx, counted: readonly Usage[]): Promise<void> {
  await db.deleteFrom('space_usage').execute()
  for (const row of counted) await db.insertInto('space_usage').values(row).execute()
}
