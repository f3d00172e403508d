import { sql } from 'kysely'
import type { Tx } from '../store.ts'

/** Renamed acts, and the new names of their fields. */
const renamed: Record<string, { name: string; fields: Record<string, string> }> = {
  turn: { name: 'scan', fields: { turn: 'scan' } },
  'begin-turn': { name: 'begin-scan', fields: {} },
  'send-part': { name: 'send-scan-part', fields: { turn: 'scan' } },
  'forget-turn': { name: 'forget-scan', fields: { turn: 'scan' } },
  'take-up': { name: 'take-up', fields: { turn: 'scan' } },
  'let-be-seen': { name: 'let-be-seen', fields: { turn: 'scan' } },
}

const tables = `
update job set kind = 'scan' where kind = 'turn'
;
update job set kind = 'bring' where kind = 'take-in'
;
`

/** Renames the acts in unsettled proposals of agents, so that they can be shown and done. */
async function fill({ db }: Tx): Promise<void> {
  for (const [former, { name, fields }] of Object.entries(renamed)) {
    const { rows } = await sql<{ space_id: string; id: string; input: string }>`select space_id, id, input from proposal
      where act = ${former} and settled_at is null and input is not null`.execute(db)
    for (const { space_id, id, input } of rows) {
      const said = Object.entries(JSON.parse(input) as Record<string, unknown>)
      const now = JSON.stringify(Object.fromEntries(said.map(([field, value]) => [fields[field] ?? field, value])))
      await sql`update proposal set act = ${name}, input = ${now} where space_id = ${space_id} and id = ${id}`.execute(
        db,
      )
    }
  }
}

/** Waiting proposals and jobs under their new names. */
export const namesOfActs = { tables, fill }
