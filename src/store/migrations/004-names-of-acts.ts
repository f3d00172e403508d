import { sql } from 'kysely'
import type { Tx } from '../store.ts'

/** Acts that were renamed, and the names that fields of theirs have now. */
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

/** What agents proposed and nobody has settled is proposed under the names of today: so it is shown, and so it is done. */
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

/** What waits under the names that acts and jobs had before. */
export const namesOfActs = { tables, fill }
