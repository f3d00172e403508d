import { type RawBuilder, sql } from 'kysely'
import type { Store, Tx } from '../store.ts'

/**
 * The ledger in rows of its own: the people of a conversion, its topics and its causes, each
 * indexed; and the figures and whorls that reactions keep. The tables are stored in the order of
 * their primary key (without rowid), which saves a B-tree to write and to sync.
 */
const tables = `
-- ledger: a conversion's number of the rule by which it was counted (1: until version 0.1), and its rows
alter table conversion add column rule integer not null default 1
;
create table conversion_part (
  space_id text not null, conversion_id text not null, person_id text not null, how text not null,
  primary key (space_id, conversion_id, person_id, how),
  foreign key (space_id, conversion_id) references conversion (space_id, id)
) without rowid;
create index conversion_part_person on conversion_part (space_id, person_id, conversion_id);
create table conversion_topic (
  space_id text not null, conversion_id text not null, topic_id text not null, seq integer not null,
  primary key (space_id, conversion_id, topic_id),
  foreign key (space_id, conversion_id) references conversion (space_id, id)
) without rowid;
create index conversion_topic_topic on conversion_topic (space_id, topic_id, seq, conversion_id);
create table conversion_cause (
  space_id text not null, conversion_id text not null, cause_id text not null, kind text not null,
  primary key (space_id, conversion_id, cause_id),
  foreign key (space_id, conversion_id) references conversion (space_id, id)
) without rowid;
create index conversion_cause_cause on conversion_cause (space_id, cause_id);
create table conversion_strike (
  space_id text not null, conversion_id text not null, by_person text not null, why text not null, at text not null,
  primary key (space_id, conversion_id),
  foreign key (space_id, conversion_id) references conversion (space_id, id)
) without rowid;

-- spiral: figures and whorls of each topic, kept by a reaction and equal to a recount
create table topic_figure (
  space_id text not null references space (id), area_id text not null, topic_id text not null,
  entries integer not null, whorls integer not null, socialisation_at text, externalisation_at text,
  combination_at text, internalisation_at text, primary key (space_id, topic_id, area_id)
) without rowid;
create index topic_figure_most on topic_figure (space_id, whorls, entries, topic_id, area_id);
create table whorl (
  space_id text not null references space (id), area_id text not null, topic_id text not null, n integer not null,
  conversion_id text not null, closed_at text not null, rule integer not null,
  primary key (space_id, topic_id, area_id, n)
) without rowid;
create table whorl_part (
  space_id text not null references space (id), area_id text not null, topic_id text not null,
  conversion_id text not null, n integer not null, primary key (space_id, conversion_id, topic_id, area_id)
) without rowid;
create index whorl_part_whorl on whorl_part (space_id, topic_id, area_id, n);

-- internalisation: what the doer says led to a doing (JSON: conversions, each with how it led there)
alter table doing add column led_by text
;
`

const rows = ['conversion_part', 'conversion_topic', 'conversion_cause', 'conversion_strike']

/** Rows of the ledger are append-only, as conversions are: triggers refuse updates and deletes. */
const besides: Record<Store['kind'], string[]> = {
  sqlite: rows.flatMap((table) =>
    ['update', 'delete'].map(
      (deed) =>
        `create trigger ${table}_${deed} before ${deed} on ${table} begin select raise(abort, 'the ledger is append-only'); end`,
    ),
  ),
  postgres: rows.map(
    (table) =>
      `create trigger ${table}_stays before update or delete or truncate on ${table} execute function append_only()`,
  ),
}

interface Before {
  space_id: string
  id: string
  seq: number
  mode: string
  from_person: string | null
  with_person: string | null
  topics: string
  causes: string
}

const AT_ONCE = 500
const FROM: Record<string, string> = {
  socialisation: 'showed',
  externalisation: 'said',
  combination: 'put-together',
  internalisation: 'did',
}
const WITH: Record<string, string> = {
  socialisation: 'was-shown',
  externalisation: 'asked',
  combination: 'put-together',
  internalisation: 'witnessed',
}

/** Moves existing conversions into rows, then drops the list columns. */
async function fill(tx: Tx): Promise<void> {
  const { db } = tx
  const run = async (query: RawBuilder<unknown>) => void (await query.execute(db))
  for (let after: Before | undefined, more = true; more; ) {
    const { rows: found } = await sql<Before>`
      select space_id, id, seq, mode, from_person, with_person, topics, causes from conversion
      where (space_id, id) > (${after?.space_id ?? ''}, ${after?.id ?? ''}) order by space_id, id limit ${sql.lit(AT_ONCE)}
    `.execute(db)
    const many = rowsOf(found)
    for (const [table, values] of Object.entries(many))
      if (values.length)
        await db
          .insertInto(table as never)
          .values(values as never)
          .execute()
    after = found.at(-1)
    more = found.length === AT_ONCE
  }
  // Conversions of telling and writing also belong to topics that were split off since.
  for (const told of ['told_conversion', 'page_conversion'])
    await run(sql`
      insert into conversion_topic (space_id, conversion_id, topic_id, seq)
      select distinct claim.space_id, conversion.id, claim.topic_id, conversion.seq from claim_move
      join claim on claim.space_id = claim_move.space_id and claim.id = claim_move.claim_id
      join conversion on conversion.space_id = claim.space_id and conversion.id = claim.${sql.ref(told)}
      where true on conflict do nothing`)
  await followedFromHere(tx)
  for (const column of ['from_person', 'with_person', 'topics', 'causes'])
    await run(sql`alter table conversion drop column ${sql.ref(column)}`)
}

/**
 * Adds a journal entry to each space with conversions, so that the reaction that counts them runs
 * even where the entries that recorded them are deleted or did not name conversions.
 */
async function followedFromHere({ db }: Tx): Promise<void> {
  const { rows: spaces } = await sql<{ space_id: string; id: string; at: string }>`
    select space_id, max(id) as id, max(at) as at from conversion group by space_id order by space_id`.execute(db)
  for (const { space_id, id, at } of spaces) {
    await sql`update space set seq = seq + 1 where id = ${space_id}`.execute(db)
    const changed = JSON.stringify([{ nouns: { conversion: [id] }, to: { topics: [] } }])
    await sql`
      insert into journal (space_id, seq, id, act, by_person, door, changed, at)
      select id, seq, null, 'redraw-ledger', null, 'whorl', ${changed}, ${at} from space where id = ${space_id}`.execute(
      db,
    )
  }
}

const listed = (json: string) => new Set(JSON.parse(json) as string[])

function rowsOf(found: readonly Before[]) {
  const own = ({ space_id, id }: Before) => ({ space_id, conversion_id: id })
  return {
    conversion_part: found.flatMap((row) => [
      ...(row.from_person ? [{ ...own(row), person_id: row.from_person, how: FROM[row.mode] }] : []),
      ...(row.with_person ? [{ ...own(row), person_id: row.with_person, how: WITH[row.mode] }] : []),
    ]),
    conversion_topic: found.flatMap((row) =>
      [...listed(row.topics)].map((topic_id) => ({ ...own(row), topic_id, seq: row.seq })),
    ),
    conversion_cause: found.flatMap((row) =>
      [...listed(row.causes)].map((cause_id) => ({ ...own(row), cause_id, kind: 'same-topic' })),
    ),
  }
}

/** The ledger's rows, and the figures kept of them. */
export const theLedger = { tables, besides, fill }
