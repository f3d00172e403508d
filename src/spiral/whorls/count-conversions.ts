import { topicsLedTo } from '../../knowledge/index.ts'
import { type Converted, causesOf, conversionsById, topicsOf } from '../../ledger/index.ts'
import type { Tx } from '../../store/index.ts'
import { counting, type Figure, noFigure } from './figure.ts'
import { figuresOf, keepFigure } from './figure-rows.ts'
import { asCause } from './recount-topic.ts'
import { keepWhorl, whorlsWith } from './whorl-rows.ts'
import { closedBy, type Entry } from './whorls.ts'

/** A conversion with the topics it is about as they are named now. */
type Placed = Entry & { topics: string[] }
/** A topic in an area, for which figures and whorls are kept separately. */
type Place = { topic: string; area: string }

const keyOf = ({ topic, area }: Place) => `${topic} ${area}`

/** Adds conversions, in ledger order, to the stored figures and whorls. */
export async function countConversions(tx: Tx, space: string, rows: readonly Converted[]): Promise<void> {
  if (rows.length === 0) return
  const fresh = await placed(tx, space, rows)
  const { entries, used } = await withWhatLedTo(tx, space, fresh)
  const kept = await figuresAt(tx, space, fresh.flatMap(placesOf))
  for (const one of fresh)
    for (const place of placesOf(one)) {
      const at = kept.get(keyOf(place)) ?? { place, figure: noFigure }
      kept.set(keyOf(place), at)
      at.figure = counting(at.figure, one)
      const whorl = closedBy(one, {
        entry: (id) => isAt(entries.get(id), place),
        isUsed: (id) => used.has(place, id),
      })
      if (!whorl) continue
      for (const id of whorl.conversions) used.add(place, id)
      const n = at.figure.whorls + 1
      at.figure = { ...at.figure, whorls: n }
      await keepWhorl(tx, space, place.area, place.topic, { n, ...whorl })
    }
  for (const { place, figure } of kept.values()) await keepFigure(tx, space, place.area, place.topic, figure)
}

const placesOf = ({ topics, area_id }: Placed): Place[] => topics.map((topic) => ({ topic, area: area_id }))

const isAt = (entry: Placed | undefined, { topic, area }: Place) =>
  entry?.area_id === area && entry.topics.includes(topic) ? entry : undefined

/** The conversions that belong to a whorl of a topic in an area. */
function usedIn() {
  const places = new Map<string, Place[]>()
  const has = ({ topic, area }: Place, id: string) =>
    places.get(id)?.some((one) => one.topic === topic && one.area === area) ?? false
  const add = (place: Place, id: string) => void places.set(id, [...(places.get(id) ?? []), place])
  return { has, add }
}

/**
 * Loads these conversions and, level by level, their causes, unless whorls of all their topics
 * contain them already.
 */
async function withWhatLedTo(tx: Tx, space: string, fresh: readonly Placed[]) {
  const entries = new Map<string, Placed>()
  const used = usedIn()
  for (let level = fresh; level.length > 0; ) {
    for (const one of level) entries.set(one.id, one)
    const open = level.filter((one) => placesOf(one).some((place) => !used.has(place, one.id)))
    const causes = [...new Set(open.flatMap(({ causes }) => causes.map(({ of }) => of)))]
    const ids = causes.filter((id) => !entries.has(id))
    for (const part of await whorlsWith(tx, space, ids))
      used.add({ topic: part.topic_id, area: part.area_id }, part.conversion_id)
    level = await placed(tx, space, await conversionsById(tx, space, ids))
  }
  return { entries, used }
}

/** Loads conversions with causes and topics, without struck ones. */
async function placed(tx: Tx, space: string, rows: readonly Converted[]): Promise<Placed[]> {
  const standing = rows.filter(({ struckAt }) => struckAt === null)
  const ids = standing.map(({ id }) => id)
  const causes = Map.groupBy(await causesOf(tx, space, ids), (row) => row.conversion_id)
  const about = await topicsOf(tx, space, ids)
  const now = await topicsLedTo(tx, space, [...new Set(about.map(({ topic_id }) => topic_id))])
  const topics = Map.groupBy(about, (row) => row.conversion_id)
  return standing.map((row) => ({
    ...row,
    causes: (causes.get(row.id) ?? []).map(asCause),
    topics: [...new Set((topics.get(row.id) ?? []).map(({ topic_id }) => now(topic_id)))],
  }))
}

/** The stored figures of these topics and areas. */
async function figuresAt(tx: Tx, space: string, places: readonly Place[]) {
  const topics = [...new Set(places.map(({ topic }) => topic))]
  const wanted = new Set(places.map(keyOf))
  const kept = new Map<string, { place: Place; figure: Figure }>()
  for (let from = 0; from < topics.length; from += 512)
    for (const row of await figuresOf(tx, space, topics.slice(from, from + 512))) {
      const { space_id: _, area_id: area, topic_id: topic, ...figure } = row
      const place = { topic, area }
      if (wanted.has(keyOf(place))) kept.set(keyOf(place), { place, figure })
    }
  return kept
}
