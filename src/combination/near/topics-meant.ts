import { type HereIAm, looseSlug, OPEN } from '../../ba/index.ts'
import { type Topic, topicPath, topicsCalled, topicsWithSlugs } from '../../knowledge/index.ts'

/**
 * Finds the topic that each name means on a page of an area, by slug: the one of that slug, else the one that had it, or
 * whose page says that it is also called so; one of the page's own area before the open one's before another's. A name that two pages of
 * an area have means neither.
 */
export async function topicsMeant(here: HereIAm, area: string, slugs: readonly string[]): Promise<Map<string, Topic>> {
  const { tx, space, areas } = here
  const wanted = [...new Set(slugs)].filter(Boolean)
  const order = (id: string) => (id === area ? 0 : id === OPEN ? 1 : 2)
  const nearer = (a: { area_id: string }, b: { area_id: string }) => order(b.area_id) - order(a.area_id)
  const found = wanted.length ? await topicsWithSlugs(tx, space.id, [...areas.keys()], wanted) : []
  const topics = new Map<string, Topic>(found.sort(nearer).map((topic) => [topic.asked, topic]))
  const left = wanted.filter((slug) => !topics.has(slug))
  const called = left.length ? await topicsCalled(tx, space.id, [...areas.keys()], left) : []
  for (const topic of called.sort(nearer)) {
    const same = called.filter(({ alias, area_id }) => alias === topic.alias && area_id === topic.area_id)
    if (same.length === 1) topics.set(topic.alias, topic)
    else topics.delete(topic.alias)
  }
  return topics
}

/** Where each link of a page of an area leads, or null where nothing that I may see is called so. */
export async function resolveLinks(here: HereIAm, area: string, targets: string[]) {
  const slugs = targets.map(looseSlug)
  // Obsidian writes folders before a name, where it has to; what a title has before a slash is its own.
  const tails = targets.map((target) => looseSlug(target.slice(target.lastIndexOf('/') + 1)))
  const topics = await topicsMeant(here, area, [...slugs, ...tails])
  return Object.fromEntries(
    targets.map((target, n) => {
      const topic = topics.get(slugs[n] ?? '') ?? topics.get(tails[n] ?? '')
      const place = topic && here.areas.get(topic.area_id)
      return [target, topic && place ? topicPath(place, topic.slug) : null] as const
    }),
  )
}
