import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

type Use = Tables['model_use']
type Request = Tables['model_request']

const add = statement((db, $: Slots<Omit<Use, 'turned_off_by' | 'turned_off_at'>>) =>
  db.insertInto('model_use').values({
    space_id: $.space_id,
    id: $.id,
    area_id: $.area_id,
    name: $.name,
    place: $.place,
    turned_on_by: $.turned_on_by,
    turned_on_at: $.turned_on_at,
    turned_off_by: null,
    turned_off_at: null,
  }),
)

const standing = statement((db, $: Slots<{ space: string }>) =>
  db
    .selectFrom('model_use')
    .innerJoin('person', 'person.id', 'model_use.turned_on_by')
    .select(['model_use.id', 'model_use.area_id', 'model_use.name', 'model_use.place', 'model_use.turned_on_by'])
    .select(['model_use.turned_on_at', 'person.name as byName'])
    .where('model_use.space_id', '=', $.space)
    .where('model_use.turned_off_at', 'is', null)
    .orderBy('model_use.turned_on_at')
    .orderBy('model_use.id'),
)

const off = statement((db, $: Slots<{ space: string; area: string; by: string; at: string }>) =>
  db
    .updateTable('model_use')
    .set({ turned_off_by: $.by, turned_off_at: $.at })
    .where('space_id', '=', $.space)
    .where('area_id', '=', $.area)
    .where('turned_off_at', 'is', null),
)

const asked = statement((db, $: Slots<Request>) =>
  db.insertInto('model_request').values({
    space_id: $.space_id,
    id: $.id,
    area_id: $.area_id,
    what: $.what,
    name: $.name,
    at: $.at,
    ms: $.ms,
    tokens_in: $.tokens_in,
    tokens_out: $.tokens_out,
    cost: $.cost,
    currency: $.currency,
    fault: $.fault,
  }),
)

const sums = statement((db, $: Slots<{ space: string; areas: string[] }>) =>
  db
    .selectFrom('model_request')
    .select(({ fn }) => [
      'name',
      'currency',
      fn.countAll().as('requests'),
      fn.count('fault').as('failed'),
      fn.sum('ms').as('ms'),
      fn.sum('tokens_in').as('tokensIn'),
      fn.sum('tokens_out').as('tokensOut'),
      fn.sum('cost').as('cost'),
    ])
    .where('space_id', '=', $.space)
    .where('area_id', 'in', $.areas)
    .groupBy(['name', 'currency'])
    .orderBy('name')
    .orderBy('currency'),
)

/** Records that an area's content may be sent to a model from now on. */
export const addModelUse = (tx: Tx, row: Omit<Use, 'turned_off_by' | 'turned_off_at'>) => tx.run(add, row)

/** The areas of a space with a model turned on: which model, its host, and the person. */
export const modelUses = (tx: Tx, space: string) => tx.all(standing, { space })

/** Records that an area's content is no longer sent; no effect if it was not. */
export const endModelUse = (tx: Tx, space: string, area: string, by: string, at: string) =>
  tx.run(off, { space, area, by, at })

/** Stores the purpose and cost of a request. */
export const keepRequest = (tx: Tx, row: Request) => tx.run(asked, row)

/** The costs in these areas of a space by model and currency: sums only, by no person. */
export async function spentOn(tx: Tx, space: string, areas: string[]) {
  const rows = await tx.all(sums, { space, areas })
  return rows.map(({ name, currency, requests, failed, ms, tokensIn, tokensOut, cost }) => ({
    name,
    currency,
    requests: Number(requests),
    failed: Number(failed),
    seconds: Math.round(Number(ms) / 1000),
    tokensIn: Number(tokensIn),
    tokensOut: Number(tokensOut),
    cost: cost === null ? null : Number(cost) / 1_000_000,
  }))
}
