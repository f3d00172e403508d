import { type Compilable, type Kysely, type KyselyPlugin, OperationNodeTransformer, sql, ValueNode } from 'kysely'
import type { Tables } from './tables/index.ts'

type Value = string | number | null
type Parameters = Record<string, Value | readonly string[]>

/** The query builder that a statement receives. */
export type Database = Kysely<Tables>

/** Placeholders for parameters: `$.space` has the type of the value that it stands for. */
export type Slots<P> = { readonly [K in keyof P]: P[K] }

/** A query of fixed shape, compiled once per engine. */
export interface Statement<P, R> {
  readonly compile: (db: Kysely<Tables>, engine: string, parameters: P) => { sql: string; values: Value[] }
  /** The row type; exists only for the type checker. */
  readonly row?: R
}

/** A longer list is bound as one parameter. */
const LONG = 1000

/**
 * A placeholder: for a value, for one element of a list by its index, or for a whole list as JSON.
 */
class Slot {
  readonly name: string
  readonly index: number | 'whole' | undefined
  constructor(name: string, index?: number | 'whole') {
    this.name = name
    this.index = index
  }
}

/**
 * Defines a query with placeholders, which Kysely type-checks and which is compiled on first use. A
 * list of strings fits `where … in`; lists are padded to a power of two, so that few shapes exist.
 * A long list becomes one JSON parameter: SQLite takes 32,766 parameters in a statement, PostgreSQL
 * 65,535.
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
 * Inlines constant numbers: SQLite plans a statement again on each run if its plan depends on a
 * parameter (`limit ?`).
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
