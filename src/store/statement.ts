import { type Compilable, type Kysely, type KyselyPlugin, OperationNodeTransformer, sql, ValueNode } from 'kysely'
import type { Tables } from './tables/index.ts'

type Value = string | number | null
type Parameters = Record<string, Value | readonly string[]>

/** The tables to query, as a statement is given them. */
export type Database = Kysely<Tables>

/** Stands in a query where a parameter will be: `$.space` is typed as the string it will carry. */
export type Slots<P> = { readonly [K in keyof P]: P[K] }

/** A query of fixed shape, compiled once an engine and run many times. */
export interface Statement<P, R> {
  readonly compile: (db: Kysely<Tables>, engine: string, parameters: P) => { sql: string; values: Value[] }
  /** Only for the type checker: what a row is. */
  readonly row?: R
}

/** A list that is longer is bound as one parameter. */
const LONG = 1000

/** Where a parameter goes: a value, one of a list by its index, or a whole list as JSON. */
class Slot {
  readonly name: string
  readonly index: number | 'whole' | undefined
  constructor(name: string, index?: number | 'whole') {
    this.name = name
    this.index = index
  }
}

/**
 * Writes a query once, with slots for its parameters, so that Kysely checks it and compiles it only the first time.
 * A parameter that is a list of strings fits `where … in`; lists are padded to a power of two, so few shapes exist. A long
 * list is one parameter, as JSON: SQLite takes 32,766 parameters in a statement, PostgreSQL 65,535.
 *
 * @example
 * const bySlug = statement((db, $: Slots<{ space: string; slug: string }>) =>
 *   db.selectFrom('topic').selectAll().where('space_id', '=', $.space).where('slug', '=', $.slug))
 * const topic = await tx.first(bySlug, { space, slug })
 */
export function statement<P, R>(build: (db: Kysely<Tables>, $: Slots<P>) => Compilable<R>): Statement<P, R> {
  const compiled = new Map<string, { sql: string; slots: readonly unknown[] }>()
  const compile: Statement<P, R>['compile'] = (db, engine, parameters) => {
    const given = parameters as Parameters
    const shape = engine + shapeOf(given)
    let made = compiled.get(shape)
    if (!made) {
      const { sql, parameters: slots } = build(
        db.withPlugin(constantsInside),
        slotsFor(given, engine) as Slots<P>,
      ).compile()
      made = { sql, slots }
      compiled.set(shape, made)
    }
    return { sql: made.sql, values: made.slots.map((slot) => fill(slot, given)) }
  }
  return { compile }
}

/**
 * A number that never changes stands in the statement itself: SQLite plans a statement again, each time it runs, when
 * what its plan depends on (`limit ?`) is a parameter.
 */
class ConstantsInside extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    return typeof node.value === 'number' ? ValueNode.createImmediate(node.value) : node
  }
}
const transformer = new ConstantsInside()
const constantsInside: KyselyPlugin = {
  transformQuery: ({ node }) => transformer.transformNode(node),
  transformResult: async ({ result }) => result,
}

function shapeOf(parameters: Parameters): string {
  let shape = ''
  for (const name in parameters) {
    const value = parameters[name]
    if (Array.isArray(value)) shape += `:${name}${isLong(value) ? 'whole' : padded(value.length)}`
  }
  return shape
}

function slotsFor(parameters: Parameters, engine: string): Record<string, unknown> {
  const slots: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(parameters)) {
    if (!Array.isArray(value)) slots[name] = new Slot(name)
    else if (isLong(value)) slots[name] = elementsOf(new Slot(name, 'whole'), engine)
    else slots[name] = Array.from({ length: padded(value.length) }, (_, index) => new Slot(name, index))
  }
  return slots
}

const isLong = (list: readonly unknown[]) => list.length > LONG

const elementsOf = (list: Slot, engine: string) =>
  engine === 'sqlite'
    ? sql`(select value from json_each(${list}))`
    : sql`(select jsonb_array_elements_text(cast(${list} as jsonb)))`

function fill(slot: unknown, parameters: Parameters): Value {
  if (!(slot instanceof Slot)) return slot as Value
  const value = parameters[slot.name]
  if (slot.index === undefined) return (value ?? null) as Value
  const list = value as readonly string[]
  if (slot.index === 'whole') return JSON.stringify(list)
  return list[Math.min(slot.index, list.length - 1)] ?? ''
}

const padded = (length: number) => (length < 2 ? 1 : 2 << (31 - Math.clz32(length - 1)))
