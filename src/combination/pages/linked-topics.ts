import { type HereIAm, looseSlug, OPEN } from '../../ba/index.ts'
import { type Topic, topicPath, topicsById, topicsCalled, topicsWithSlugs } from '../../knowledge/index.ts'
import { broughtAt, filesBrought } from './brought-rows.ts'
import { pathFrom } from './link-paths.ts'
import { isRelativePath, nameIn } from './link-targets.ts'

/**
 * Finds the topic that each slug means on a page of an area: the one with that slug, now or
 * formerly, else the one with that alias; the page's own area before the open one before others. An
 * alias of two pages of an area means neither.
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

/**
 * Resolves each link of a page to the path of a topic, or null if no visible topic has that name. A
 * relative path leads to the page that was imported from there, if this page was imported too;
 * otherwise the name at its end counts.
 */
export async function resolveLinks(here: HereIAm, area: string, targets: readonly string[], page?: string) {
  const names = targets.map(nameIn)
  const slugs = names.map(looseSlug)
  // Obsidian writes folders before an ambiguous name; a title may contain a slash, too.
  const tails = names.map((name, n) => {
    const folder = name.lastIndexOf('/')
    return folder < 0 ? (slugs[n] ?? '') : looseSlug(name.slice(folder + 1))
  })
  const topics = await topicsMeant(here, area, [...slugs, ...tails])
  const brought = page ? await broughtFrom(here, area, page, targets) : null
  return Object.fromEntries(
    targets.map((target, n) => {
      const topic = brought?.get(target) ?? topics.get(slugs[n] ?? '') ?? topics.get(tails[n] ?? '')
      const place = topic && here.areas.get(topic.area_id)
      return [target, topic && place ? topicPath(place, topic.slug) : null] as const
    }),
  )
}

/** Finds the imported topics to which relative paths lead, as seen from an imported page. */
export async function broughtFrom(
  { tx, space }: HereIAm,
  area: string,
  page: string,
  targets: readonly string[],
): Promise<Map<string, Topic>> {
  const ways = targets.filter(isRelativePath)
  const found = new Map<string, Topic>()
  for (const own of ways.length > 0 ? await filesBrought(tx, space.id, page) : []) {
    const paths = new Map(ways.map((target) => [target, pathFrom(own.path, target) ?? '']))
    const rows = await broughtAt(tx, {
      space: space.id,
      area,
      from: own.brought_from,
      paths: [...new Set(paths.values())],
    })
    const topics = new Map(
      (await topicsById(tx, space.id, [...new Set(rows.map(({ topic_id }) => topic_id))])).map((topic) => [
        topic.id,
        topic,
      ]),
    )
    for (const [target, path] of paths) {
      const topic = topics.get(rows.find((row) => row.path === path)?.topic_id ?? '')
      if (topic) found.set(target, topic)
    }
  }
  return found
}
