import { type HereIAm, OPEN } from '../../ba/index.ts'
import { type Called, type Topic, topicPath, topicsById, topicsCalled } from '../../knowledge/index.ts'
import { broughtAt, filesBrought, filesOfTopics } from './brought-rows.ts'
import { pathFrom } from './link-paths.ts'
import { isRelativePath, nameIn } from './link-targets.ts'
import { formsOf, liesIn, nameMeant, nearest, type Pages } from './name-meant.ts'

/**
 * Finds the topic that each name means on a page of an area. Of several that are called so, the
 * page's own area counts before the open one before others, then the nearest folder.
 */
export async function topicsMeant(
  here: HereIAm,
  area: string,
  names: readonly string[],
  from?: string,
): Promise<Map<string, Topic>> {
  const { tx, space, areas } = here
  const wanted = [...new Set(names)].filter(Boolean)
  const found = await topicsCalled(tx, space.id, [...areas.keys()], formsOf(wanted))
  const paths = new Map<string, string[]>()
  if (wanted.some((name) => /[/\\]/.test(name)) || hasNamesakes(found))
    for (const { topic_id, path } of await filesOfTopics(tx, space.id, [...new Set(found.map(({ id }) => id))]))
      paths.set(topic_id, [...(paths.get(topic_id) ?? []), path])
  const near = paths.size > 0 && from ? await filesBrought(tx, space.id, from) : []
  const pages = pagesCalled(found, { area, paths, from: near[0]?.path ?? '' })
  return new Map(
    wanted.flatMap((name) => {
      const topic = nameMeant(name, pages)
      return topic ? [[name, topic] as const] : []
    }),
  )
}

function hasNamesakes(found: readonly Called[]): boolean {
  const names = new Map<string, string>()
  return found.some(({ id, area_id, name }) => {
    const key = `${area_id} ${name}`
    const other = names.get(key) ?? id
    names.set(key, id)
    return other !== id
  })
}

/** Where a link stands, and which files became the topics that it may mean. */
interface Around {
  area: string
  paths: ReadonlyMap<string, readonly string[]>
  from: string
}

/** The topics that were found by their names, as pages among which a name is looked up. */
function pagesCalled(found: readonly Called[], { area, paths, from }: Around): Pages<Topic> {
  const topics = new Map(found.map(({ id, area_id, slug, title }) => [id, { id, area_id, slug, title }]))
  const called = Map.groupBy(found, ({ kind, name }) => `${kind} ${name}`)
  const order = (id: string) => (id === area ? 0 : id === OPEN ? 1 : 2)
  return {
    called: (kind, name) => (called.get(`${kind} ${name}`) ?? []).flatMap(({ id }) => topics.get(id) ?? []),
    choose: (pages, { isLoose, folders }) => {
      const there = pages.filter(({ id }) => !folders || (paths.get(id)?.some((path) => liesIn(path, folders)) ?? true))
      const first = Math.min(...there.map(({ area_id }) => order(area_id)))
      const near = there.filter(({ area_id }) => order(area_id) === first)
      if (near.length < 2) return near[0]
      if (isLoose) return undefined
      const files = near.flatMap((topic) => (paths.get(topic.id) ?? []).map((path) => ({ path, topic })))
      return nearest(files, from)?.topic ?? near[0]
    },
  }
}

/**
 * Resolves each link of a page to the path of a topic, or null if no visible topic has that name. A
 * relative path leads to the page that was imported from there, if this page was imported too;
 * otherwise the name at its end counts.
 */
export async function resolveLinks(here: HereIAm, area: string, targets: readonly string[], page?: string) {
  const names = targets.map(nameIn)
  const topics = await topicsMeant(here, area, names, page)
  const brought = page ? await broughtFrom(here, area, page, targets) : null
  return Object.fromEntries(
    targets.map((target, n) => {
      const topic = brought?.get(target) ?? topics.get(names[n] ?? '')
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
