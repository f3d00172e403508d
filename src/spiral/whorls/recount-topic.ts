import { topicsLeadingTo } from '../../knowledge/index.ts'
import { byPlace, causesOn, conversionsOn } from '../../ledger/index.ts'
import type { Tx } from '../../store/index.ts'
import { counting, type Figure, noFigure } from './figure.ts'
import { dropFigures, figuresOf, keepFigure } from './figure-rows.ts'
import { dropWhorls, keepWhorl, whorlsNumbered } from './whorl-rows.ts'
import { type Entry, type Whorl, whorlsOf } from './whorls.ts'

/** The recounted figures and whorls of a topic in an area. */
export interface Counted {
  area: string
  figure: Figure
  whorls: Whorl[]
}

/** Recounts a topic and those merged into it from conversions alone, up to a `seq`. */
export async function countTopic(tx: Tx, space: string, topic: string, upTo: number): Promise<Counted[]> {
  const topics = await topicsLeadingTo(tx, space, topic)
  const rows = (await conversionsOn(tx, space, topics, upTo)).filter(({ struckAt }) => struckAt === null)
  const causes = Map.groupBy(await causesOn(tx, space, topics, upTo), (row) => row.conversion_id)
  const entries = rows.sort(byPlace).map((row): Entry => ({ ...row, causes: (causes.get(row.id) ?? []).map(asCause) }))
  return [...Map.groupBy(entries, ({ area_id }) => area_id)].map(([area, own]) => {
    const whorls = whorlsOf(own)
    return { area, figure: { ...own.reduce(counting, noFigure), whorls: whorls.length }, whorls }
  })
}

/**
 * Recounts a topic and replaces the stored figures and whorls of it and of those merged into it.
 */
export async function recountTopic(tx: Tx, space: string, topic: string, upTo: number): Promise<void> {
  const topics = await topicsLeadingTo(tx, space, topic)
  const [now = topic] = topics
  await dropWhorls(tx, space, topics)
  await dropFigures(tx, space, topics)
  for (const { area, figure, whorls } of await countTopic(tx, space, topic, upTo)) {
    await keepFigure(tx, space, area, now, figure)
    for (const whorl of whorls) await keepWhorl(tx, space, area, now, whorl)
  }
}

/** The stored figures and whorls of a topic, for comparison with a recount. */
export async function keptOfTopic(tx: Tx, space: string, topic: string): Promise<Counted[]> {
  const kept: Counted[] = []
  for (const { space_id: _, area_id: area, topic_id: __, ...figure } of await figuresOf(tx, space, [topic]))
    kept.push({ area, figure, whorls: await whorlsNumbered(tx, { space, area, topic }, 1, Number.MAX_SAFE_INTEGER) })
  return kept
}

/** A cause as stored. */
export const asCause = ({ cause_id, kind }: { cause_id: string; kind: string }) =>
  ({ of: cause_id, kind }) as Entry['causes'][number]
