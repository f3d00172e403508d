import { type Slots, statement, type Tables, type Tx } from '../../store/index.ts'
import type { Whorl } from './whorls.ts'

const keep = statement((db, $: Slots<Tables['whorl']>) =>
  db.insertInto('whorl').values({
    space_id: $.space_id,
    area_id: $.area_id,
    topic_id: $.topic_id,
    n: $.n,
    conversion_id: $.conversion_id,
    closed_at: $.closed_at,
    rule: $.rule,
  }),
)

const keepPart = statement((db, $: Slots<Tables['whorl_part']>) =>
  db.insertInto('whorl_part').values({
    space_id: $.space_id,
    area_id: $.area_id,
    topic_id: $.topic_id,
    conversion_id: $.conversion_id,
    n: $.n,
  }),
)

const drop = statement((db, $: Slots<{ space: string; topics: string[] }>) =>
  db.deleteFrom('whorl').where('space_id', '=', $.space).where('topic_id', 'in', $.topics),
)

const dropParts = statement((db, $: Slots<{ space: string; topics: string[] }>) =>
  db.deleteFrom('whorl_part').where('space_id', '=', $.space).where('topic_id', 'in', $.topics),
)

const partsWith = statement((db, $: Slots<{ space: string; ids: string[] }>) =>
  db
    .selectFrom('whorl_part')
    .select(['conversion_id', 'topic_id', 'area_id', 'n'])
    .where('space_id', '=', $.space)
    .where('conversion_id', 'in', $.ids),
)

type OfTopic = { space: string; area: string; topic: string }
const numbered = statement((db, $: Slots<OfTopic & { from: number; upTo: number }>) =>
  db
    .selectFrom('whorl')
    .select(['n', 'conversion_id', 'closed_at', 'rule'])
    .where('space_id', '=', $.space)
    .where('topic_id', '=', $.topic)
    .where('area_id', '=', $.area)
    .where('n', '>=', $.from)
    .where('n', '<=', $.upTo)
    .orderBy('n'),
)

const partsOfNumbered = statement((db, $: Slots<OfTopic & { from: number; upTo: number }>) =>
  db
    .selectFrom('whorl_part')
    .innerJoin('conversion', (join) =>
      join
        .onRef('conversion.space_id', '=', 'whorl_part.space_id')
        .onRef('conversion.id', '=', 'whorl_part.conversion_id'),
    )
    .select(['whorl_part.n', 'whorl_part.conversion_id'])
    .where('whorl_part.space_id', '=', $.space)
    .where('whorl_part.topic_id', '=', $.topic)
    .where('whorl_part.area_id', '=', $.area)
    .where('whorl_part.n', '>=', $.from)
    .where('whorl_part.n', '<=', $.upTo)
    .orderBy('whorl_part.n')
    .orderBy('conversion.seq')
    .orderBy('conversion.id'),
)

/** Adds a whorl of a topic in an area, with its conversions. */
export async function keepWhorl(tx: Tx, space: string, area: string, topic: string, whorl: Whorl): Promise<void> {
  const own = { space_id: space, area_id: area, topic_id: topic, n: whorl.n }
  await tx.run(keep, { ...own, conversion_id: whorl.closedBy, closed_at: whorl.closedAt, rule: whorl.rule })
  for (const id of whorl.conversions) await tx.run(keepPart, { ...own, conversion_id: id })
}

/** Deletes the whorls of these topics, before a recount. */
export async function dropWhorls(tx: Tx, space: string, topics: string[]): Promise<void> {
  await tx.run(dropParts, { space, topics })
  await tx.run(drop, { space, topics })
}

const MOST_IDS = 512

/** The whorls, by topic, to which these conversions belong. */
export async function whorlsWith(tx: Tx, space: string, ids: readonly string[]) {
  const found = []
  for (let from = 0; from < ids.length; from += MOST_IDS)
    found.push(...(await tx.all(partsWith, { space, ids: ids.slice(from, from + MOST_IDS) })))
  return found
}

/**
 * The whorls of a topic in an area in a range of numbers, each with its conversions in ledger
 * order.
 */
export async function whorlsNumbered(tx: Tx, of: OfTopic, from: number, upTo: number): Promise<Whorl[]> {
  const parts = Map.groupBy(await tx.all(partsOfNumbered, { ...of, from, upTo }), ({ n }) => n)
  return (await tx.all(numbered, { ...of, from, upTo })).map(({ n, conversion_id, closed_at, rule }) => ({
    n,
    closedBy: conversion_id,
    closedAt: closed_at,
    rule,
    conversions: (parts.get(n) ?? []).map((part) => part.conversion_id),
  }))
}
