import { z } from 'zod'
import { areaName, type HereIAm, looseSlug, ownAndOpen, readingAct, shownArea } from '../../ba/index.ts'
import { aliasesIn, pageOf, type Topic, topicNamed, topicPath, topicRef, topicsIn } from '../../knowledge/index.ts'
import { bodyOf, headingsIn, readLink } from '../../text/index.ts'
import { resolveLinks } from './linked-topics.ts'

const MOST = 12

/**
 * The act `complete-link`: completes a link with topics, and after `#` with the headings of one.
 */
export const completeLink = readingAct({
  name: 'complete-link',
  says: "Offers what a [[link]] on a topic's page may lead to: topics by title or other name, after # their headings.",
  may: 'member',
  shows: ['topic', 'page'],
  input: z.object({ topic: topicRef, words: z.string().max(300) }),
  output: z.object({
    /** `link` is the text between the brackets. */
    topics: z
      .array(z.object({ title: z.string(), link: z.string(), alias: z.string().nullable(), area: areaName }))
      .max(MOST),
    headings: z.array(z.object({ title: z.string(), link: z.string() })).max(MOST),
  }),
  run: async (here, { topic: ref, words }) => {
    const page = await topicNamed(here, ref)
    const [name = '', ...heading] = words.split('#')
    if (heading.length === 0) return { topics: await topicsFor(here, page, name), headings: [] }
    return { topics: [], headings: await headingsFor(here, page, name, heading.join('#')) }
  },
})

/**
 * Topics of the page's own area and the open one, since a link to another closed area would reveal
 * a name to readers.
 */
async function topicsFor(here: HereIAm, page: Topic, words: string) {
  const { tx, space } = here
  const areas = ownAndOpen(page.area_id)
  const aliases = Map.groupBy(await aliasesIn(tx, space.id, areas), ({ topic_id }) => topic_id)
  const found = (await topicsIn(tx, space.id, areas))
    .filter(({ id }) => id !== page.id)
    .flatMap((topic) => {
      const fit = fitOf(
        topic.title,
        (aliases.get(topic.id) ?? []).map(({ alias }) => alias),
        words,
      )
      return fit ? [{ topic, ...fit }] : []
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
  const links = await resolveLinks(
    here,
    page.area_id,
    found.flatMap(({ topic }) => [topic.title, topic.slug]),
  )
  return found.flatMap(({ topic, alias }) => {
    const area = shownArea(here, topic.area_id)
    const path = topicPath(area, topic.slug)
    const plain = links[topic.title] === path && readLink(topic.title)?.target === topic.title
    if (!plain && links[topic.slug] !== path) return []
    const link = plain ? topic.title : `${topic.slug}|${topic.title.replace(/[[\]|\n\\]/g, ' ').trim()}`
    return [{ title: topic.title, link, alias, area }]
  })
}

/**
 * Ranks the match: the title begins with the words, a word of it does, an alias does, or the title
 * contains them.
 */
function fitOf(title: string, aliases: string[], words: string): { rank: number; alias: string | null } | null {
  const [name, slug] = [title.normalize('NFC').toLowerCase(), looseSlug(words)]
  const asked = words.trim().normalize('NFC').toLowerCase()
  if (!asked || name.startsWith(asked)) return { rank: 0, alias: null }
  if (slug && `-${looseSlug(title)}`.includes(`-${slug}`)) return { rank: 1, alias: null }
  const alias = slug ? aliases.find((one) => looseSlug(one).startsWith(slug)) : undefined
  if (alias) return { rank: 2, alias }
  return name.includes(asked) ? { rank: 3, alias: null } : null
}

async function headingsFor(here: HereIAm, page: Topic, name: string, words: string) {
  const path = (await resolveLinks(here, page.area_id, [name]))[name]
  const target = path ? await topicNamed(here, path) : name.trim() === '' ? page : undefined
  const text = target && (await pageOf(here.tx, here.space.id, target.id))?.markdown
  const asked = words.trim().toLowerCase()
  const titles = headingsIn(bodyOf(text ?? '')).flatMap(({ words, rank }) => (rank > 1 ? [words] : []))
  return [...new Set(titles)]
    .filter((title) => title !== '' && title.toLowerCase().includes(asked) && !/[[\]|]/.test(title))
    .slice(0, MOST)
    .map((title) => ({ title, link: `${name}#${title}` }))
}
