import { z } from 'zod'
import {
  absent,
  areaName,
  freeSlug,
  type Here,
  type HereIAm,
  inArea,
  line,
  looseSlug,
  OPEN,
  orAbsent,
  shownArea,
  slugOf,
} from '../ba/index.ts'
import { addTopic, topicById, topicBySlug } from './topic-rows.ts'

/** A topic as its rows have it. */
export interface Topic {
  id: string
  area_id: string
  slug: string
  title: string
}

/** A reference to a topic: its id, `slug` in the open area, or `area/slug`. */
export const topicRef = line(300)

/** The public form of a topic: `path` follows `/t/` in its address. */
export const shownTopic = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  area: areaName,
  path: z.string(),
})

/**
 * Finds a topic by reference among those the caller may see; one in a hidden area reads as absent.
 */
export async function topicNamed(here: HereIAm, ref: string, field = 'topic'): Promise<Topic> {
  const { tx, space, areas } = here
  const [first = '', second] = ref.split('/')
  const area = second === undefined ? areas.get(OPEN) : [...areas.values()].find((one) => one.slug === first)
  const slug = looseSlug(second ?? first)
  const found =
    (area && slug && (await topicBySlug(tx, space.id, area.id, slug))) ||
    (second === undefined && (await topicById(tx, space.id, ref)))
  if (!found || !areas.has(found.area_id)) throw absent(field, 'topic')
  return found
}

/** Makes the public form of a topic that the caller may see. */
export function showTopic(here: HereIAm, topic: Topic): z.output<typeof shownTopic> {
  const area = shownArea(here, topic.area_id)
  return { id: topic.id, slug: topic.slug, title: topic.title, area, path: topicPath(area, topic.slug) }
}

/** Makes the public form of a topic by its id, or refuses it as absent. */
export async function showTopicById(here: HereIAm, id: string): Promise<z.output<typeof shownTopic>> {
  const topic = orAbsent(await topicById(here.tx, here.space.id, id), 'topic', 'topic')
  return showTopic(here, topic)
}

/** The part of a topic's address after `/t/`. */
export const topicPath = (area: { slug: string; closed: boolean | number }, slug: string) =>
  area.closed ? `${area.slug}/${slug}` : slug

/** Starts a topic in an area; a second title with the same slug gets a suffix. */
export async function newTopic(
  here: Here,
  { title, area, by, slug }: { title: string; area: string; by: string | null; slug?: string },
): Promise<Topic> {
  const { tx, space, now, newId } = here
  const taken = async (slug: string) => (await topicBySlug(tx, space.id, area, slug)) !== undefined
  const topic = { id: newId(), area_id: area, slug: await freeSlug(slug ?? slugOf(title), taken), title }
  await addTopic(tx, { space_id: space.id, ...topic, started_by: by, started_at: now })
  here.changed({ topic: topic.id }, inArea(area, topic.id))
  return topic
}
