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
import { readLink } from '../text/index.ts'
import { addNames, topicTitled } from './name-rows.ts'
import { addTopic, topicById, topicBySlug } from './topic-rows.ts'

/** A topic as its rows have it. */
export interface Topic {
  id: string
  area_id: string
  slug: string
  title: string
}

/** A reference to a topic: its id, `slug` in the open area, `area/slug`, or its title in place of the slug. */
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
  const name = second ?? first
  const found =
    (area && looseSlug(name) === name && (await topicBySlug(tx, space.id, area.id, name))) ||
    (second === undefined && (await topicById(tx, space.id, ref))) ||
    (area && (await topicTitled(tx, space.id, area.id, name)))
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
  const wanted = slug ?? slugOf(title)
  const topic = { id: newId(), area_id: area, slug: await freeSlug(wanted, taken), title }
  await addTopic(tx, { space_id: space.id, ...topic, started_by: by, started_at: now })
  const named = { space_id: space.id, topic_id: topic.id, area_id: area }
  await addNames(tx, named, 'title', [title])
  // What cannot be written in a link, or shares its slug, is linked to by its address.
  if (topic.slug !== wanted || readLink(title)?.target !== title.trim()) await addNames(tx, named, 'slug', [topic.slug])
  here.changed({ topic: topic.id }, inArea(area, topic.id))
  return topic
}
