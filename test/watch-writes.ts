/** A store that compares its tables before and after each write with the changes that acts report. */
import { sql } from 'kysely'
import type { Change } from '../src/ba/index.ts'
import type { Store, Tables, Tx } from '../src/store/index.ts'
import { nounsOf, withoutIgnored } from './nouns-of-tables.ts'

type Row = Record<string, unknown>
type Name = keyof Tables
type Snapshot = Map<Name, Map<string, Row>>

/** The journal entries of a transaction, and how they differ from its real changes. */
export interface Written {
  acts: string[]
  /** Changes not reported, reports without a change, and reports to a wrong audience. */
  wrong: string[]
}

const watchedTables = (Object.keys(nounsOf) as Name[]).flatMap((name) => {
  const rule = nounsOf[name]
  return rule === 'no noun' ? [] : [[name, rule] as const]
})

/** Watches a store; calls `wrote` for each transaction with an entry in the journal. */
export function watchWrites(store: Store, wrote: (written: Written) => void): Store {
  let last: Promise<unknown> = Promise.resolve()
  return {
    ...store,
    write: (work) => {
      // Writes run one at a time, so that no other write falls between the two snapshots.
      const mine = last.then(() =>
        store.write(async (tx) => {
          const [before, seq] = [await snapshot(tx), await lastSeq(tx)]
          const result = await work(tx)
          const entries = await entriesSince(tx, seq)
          if (entries.length > 0)
            report = {
              acts: entries.map(({ act }) => act),
              wrong: discrepanciesIn(before, await snapshot(tx), entries),
            }
          return result
        }),
      )
      let report: Written | undefined
      last = mine.then(
        () => report && wrote(report),
        () => undefined,
      )
      return mine
    },
  }
}

async function snapshot(tx: Tx): Promise<Snapshot> {
  const rows = await (tx.kind === 'postgres' ? rowsAtOnce(tx) : rowsByTable(tx))
  const all: Snapshot = new Map(watchedTables.map(([name]) => [name, new Map()]))
  for (const { name, row } of rows) {
    const rule = nounsOf[name]
    if (rule !== 'no noun') all.get(name)?.set(JSON.stringify(withoutIgnored(row, rule)), row)
  }
  return all
}

/** Reads all tables in one query, since each round trip to PostgreSQL costs time. */
async function rowsAtOnce({ db }: Tx): Promise<{ name: Name; row: Row }[]> {
  const each = watchedTables.map(
    ([name]) => sql`select ${sql.lit(name)} as name, row_to_json(one) as row from ${sql.table(name)} one`,
  )
  return (await sql<{ name: Name; row: Row }>`${sql.join(each, sql` union all `)}`.execute(db)).rows
}

async function rowsByTable({ db }: Tx): Promise<{ name: Name; row: Row }[]> {
  const all = []
  for (const [name] of watchedTables) {
    const { rows } = await sql<Row>`select * from ${sql.table(name)}`.execute(db)
    all.push(...rows.map((row) => ({ name, row })))
  }
  return all
}

const lastSeq = async ({ db }: Tx) => {
  const { rows } = await sql<{
    space_id: string
    seq: number
  }>`select space_id, max(seq) as seq from journal group by space_id`.execute(db)
  return new Map(rows.map(({ space_id, seq }) => [space_id, Number(seq)]))
}

async function entriesSince({ db }: Tx, seqs: ReadonlyMap<string, number>) {
  const { rows } = await sql<{
    space_id: string
    seq: number
    act: string
    changed: string
  }>`select space_id, seq, act, changed from journal order by space_id, seq`.execute(db)
  return rows.filter(({ space_id, seq }) => Number(seq) > (seqs.get(space_id) ?? 0))
}

/** The rows of a table that exist only before or only after. */
function changedRows(before: Snapshot, after: Snapshot, name: Name): Row[] {
  const [rowsBefore, rowsAfter] = [before.get(name) ?? new Map(), after.get(name) ?? new Map()]
  const only = (one: Map<string, Row>, other: Map<string, Row>) =>
    [...one].filter(([key]) => !other.has(key)).map(([, row]) => row)
  return [...only(rowsBefore, rowsAfter), ...only(rowsAfter, rowsBefore)]
}

type Entries = readonly { act: string; changed: string }[]

function discrepanciesIn(before: Snapshot, after: Snapshot, entries: Entries): string[] {
  const reported = reportedIn(entries)
  const wrong = new Set<string>()
  const changed = new Set<string>()
  for (const [name, rule] of watchedTables) {
    for (const row of changedRows(before, after, name)) {
      const ids = rule.ids(row).map((id) => `${rule.noun} ${id}`)
      for (const id of rule.also?.ids(row) ?? []) changed.add(`${rule.also?.noun} ${id}`)
      for (const what of ids.length > 0 ? ids : [rule.noun]) {
        changed.add(what)
        const reports = reported.filter((one) => one.what === what || one.what.startsWith(`${what} `))
        if (reports.length === 0 && !rule.own) wrong.add(`${name} changed, and ${what} was not said`)
        // Changes in an area may be reported only to that area or to single persons.
        for (const { to } of reports)
          if (to.area !== undefined && 'area_id' in row && ids.length > 0 && to.area !== row.area_id)
            wrong.add(`${what} of area ${row.area_id} was said to area ${to.area}`)
      }
    }
  }
  for (const { what, noun, to } of reported) {
    if (!changed.has(what) && !changed.has(noun)) wrong.add(`${what} was said, and nothing of it changed`)
    if ((to.area === undefined) === (to.person === undefined)) wrong.add(`${what} was said to nobody, or to two`)
  }
  return [...wrong]
}

const reportedIn = (entries: Entries) =>
  entries
    .flatMap(({ changed }) => JSON.parse(changed) as Change[])
    .flatMap(({ nouns, to }) =>
      Object.entries(nouns).flatMap(([noun, ids]) => ids.map((id) => ({ what: `${noun} ${id}`, noun, to }))),
    )
