import { type HereIAm, OPEN } from '../../ba/index.ts'
import { citationsOf, composedPages, pagesCiting, type Topic, topicsById } from '../../knowledge/index.ts'

/**
 * The limit of citations examined; and the number of topics from which on a common source is no
 * tie.
 */
const [MOST, COMMON] = [2000, 40]

/**
 * The topics whose pages cite a common source, with that source and whether both pages were
 * compiled from it.
 */
export async function sharingSources(here: HereIAm, topic: Topic) {
  const { tx, space, areas } = here
  const cited = await citationsOf(tx, space.id, topic.id, topic.area_id, OPEN)
  const mine = new Set(reachedFirst(cited.map((row) => ({ ...row, topic_id: topic.id }))).map(({ source }) => source))
  const names = [...new Set(cited.map(({ name }) => name))]
  if (names.length === 0) return []
  const others = await pagesCiting(tx, { space: space.id, areas: [...areas.keys()], names, most: MOST, open: OPEN })
  const own = others.sort((a, b) => Number(b.sourceArea === b.area_id) - Number(a.sourceArea === a.area_id))
  const shared = reachedFirst(own).filter(({ topic_id, source }) => topic_id !== topic.id && mine.has(source))
  const bySource = [...Map.groupBy(shared, ({ source }) => source).values()].filter((rows) => rows.length < COMMON)
  const found = bySource.flat()
  const topics = found.length ? await topicsById(tx, space.id, [...new Set(found.map(({ topic_id }) => topic_id))]) : []
  const composed = await composedPages(tx, space.id, [topic.id, ...topics.map(({ id }) => id)])
  const byId = new Map(topics.map((one) => [one.id, one]))
  return found.flatMap(({ topic_id, source, title }) => {
    const other = byId.get(topic_id)
    const made = composed.has(topic.id) && composed.has(topic_id)
    return other && source ? [{ topic: other, source: { id: source, title: title ?? '' }, made }] : []
  })
}

/** On one page a name means one source: the first. */
function reachedFirst<R extends { topic_id: string; name: string }>(rows: readonly R[]): R[] {
  return [...new Map([...rows].reverse().map((row) => [`${row.topic_id} ${row.name}`, row])).values()]
}
