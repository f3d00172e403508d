import { topicsLedTo } from '../../knowledge/index.ts'
import { byPlace, causesOf, conversionsById, recordedBetween, topicsOf } from '../../ledger/index.ts'
import type { Tx } from '../../store/index.ts'
import { counting, type Figure, noFigure } from './figure.ts'
import { figuresOf, keepFigure } from './figure-rows.ts'
import { asCause } from './recount-topic.ts'
import { keepWhorl, whorlsWith } from './whorl-rows.ts'
import { closedBy, type Entry } from './whorls.ts'

/** A conversion with the topics it is about as they are named now. */
type Placed = Entry & { topics: string[] }
/** A topic in an area. */
type Place = { topic: string; area: string }

const key = ({ topic, area }: Place, id = '') => `${topic} ${area} ${id}`

/** Adds the conversions recorded after a place in the space's order, up to another, to the figures and whorls kept. */
export async function countConversions(tx: Tx, space: string, after: number, upTo: number): Promise<void> {
  const ids = await recordedBetween(tx, space, after, upTo)
  if (ids.length === 0) return
  const { entries, used } = await whatLedTo(tx, space, ids)
  const fresh = ids.flatMap((id) => entries.get(id) ?? [])
  const figures = await figuresAt(tx, space, fresh.flatMap(placesOf))
  for (const one of fresh)
    for (const place of placesOf(one)) {
      const figure = counting(figures.get(key(place)) ?? noFigure, one)
      const whorl = closedBy(one, {
        entry: (id) => isAt(entries.get(id), place),
        isUsed: (id) => used.has(key(place, id)),
      })
      figures.set(key(place), whorl ? { ...figure, whorls: figure.whorls + 1 } : figure)
      if (!whorl) continue
      for (const id of whorl.conversions) used.add(key(place, id))
      await keepWhorl(tx, space, place.area, place.topic, { n: figure.whorls + 1, ...whorl })
    }
  for (const [place, figure] of figures) {
    const [topic = '', area = ''] = place.split(' ')
    await keepFigure(tx, space, area, topic, figure)
  }
}

const placesOf = ({ topics, area_id }: Placed): Place[] => topics.map((topic) => ({ topic, area: area_id }))

const isAt = (entry: Placed | undefined, { topic, area }: Place) =>
  entry?.area_id === area && entry.topics.includes(topic) ? entry : undefined

/** These conversions and, level by level, what led to them, as far as no whorl of every topic of theirs holds it. */
async function whatLedTo(tx: Tx, space: string, ids: readonly string[]) {
  const entries = new Map<string, Placed>()
  const used = new Set<string>()
  const asked = new Set<string>()
  for (let level: readonly string[] = ids; level.length > 0; ) {
    for (const id of level) asked.add(id)
    for (const part of await whorlsWith(tx, space, level))
      used.add(key({ topic: part.topic_id, area: part.area_id }, part.conversion_id))
    const found = await entriesOf(tx, space, level)
    for (const one of found) entries.set(one.id, one)
    const open = found.filter((one) => placesOf(one).some((place) => !used.has(key(place, one.id))))
    level = [...new Set(open.flatMap(({ causes }) => causes.map(({ of }) => of)))].filter((id) => !asked.has(id))
  }
  return { entries, used }
}

/** Conversions with their causes and topics, those that were struck left out, as they were recorded. */
async function entriesOf(tx: Tx, space: string, ids: readonly string[]): Promise<Placed[]> {
  const rows = (await conversionsById(tx, space, ids)).filter(({ struckAt }) => struckAt === null)
  const causes = Map.groupBy(await causesOf(tx, space, ids), (row) => row.conversion_id)
  const about = await topicsOf(tx, space, ids)
  const now = await topicsLedTo(tx, space, [...new Set(about.map(({ topic_id }) => topic_id))])
  const topics = Map.groupBy(about, (row) => row.conversion_id)
  return rows.sort(byPlace).map((row) => ({
    ...row,
    causes: (causes.get(row.id) ?? []).map(asCause),
    topics: [...new Set((topics.get(row.id) ?? []).map(({ topic_id }) => now(topic_id)))],
  }))
}

/** The figures kept of these topics, by place. */
async function figuresAt(tx: Tx, space: string, places: readonly Place[]): Promise<Map<string, Figure>> {
  const topics = [...new Set(places.map(({ topic }) => topic))]
  const figures = new Map<string, Figure>()
  for (let from = 0; from < topics.length; from += 512)
    for (const { space_id: _, area_id: area, topic_id: topic, ...figure } of await figuresOf(
      tx,
      space,
      topics.slice(from, from + 512),
    ))
      figures.set(key({ topic, area }), figure)
  const wanted = new Set(places.map((place) => key(place)))
  return new Map([...figures].filter(([place]) => wanted.has(place)))
}
