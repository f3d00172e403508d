import type { HereIAm } from '../../ba/index.ts'
import { linksTo, namesOf, type Topic, topicsById } from '../../knowledge/index.ts'
import { topicsMeant } from './linked-topics.ts'

/** The number of linking pages examined. */
const MOST = 500

/**
 * The topics whose pages link to this one by any of its names, as these resolve in each page's
 * area.
 */
export async function topicsLinkingTo(here: HereIAm, topic: Topic): Promise<Topic[]> {
  const { tx, space, areas } = here
  const names = await namesOf(tx, space.id, topic.id)
  const rows = await linksTo(tx, space.id, [...areas.keys()], names, MOST)
  const linking = new Set<string>()
  for (const [area, links] of Map.groupBy(rows, ({ area_id }) => area_id)) {
    const meant = await topicsMeant(here, area, names)
    for (const { topic_id, name } of links) if (meant.get(name)?.id === topic.id) linking.add(topic_id)
  }
  linking.delete(topic.id)
  return linking.size ? topicsById(tx, space.id, [...linking]) : []
}
