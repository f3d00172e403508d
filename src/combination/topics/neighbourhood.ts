import { z } from 'zod'
import { type HereIAm, readingAct } from '../../ba/index.ts'
import { linksOf, pageToRead, shownTopic, showTopic, type Topic, topicNamed, topicRef } from '../../knowledge/index.ts'
import { nameIn, resolveLinks, topicsLinkingTo, topicsMeant } from '../pages/index.ts'
import { sharingSources } from './sharing-sources.ts'

const tie = z.object({
  kind: z.enum(['links-to', 'linked-from', 'same-source', 'both-cite']),
  source: z.object({ id: z.string(), title: z.string() }).nullable(),
})

/** The limits of neighbours, of topics only they link to, of ties, and of wanted names. */
const [NEXT, BEYOND, TIES, WANTED] = [24, 12, 20, 100]
const SHOWN = NEXT + BEYOND
/** Weights of the ties: a link counts more than a common source. */
const WEIGHTS = { 'links-to': 3, 'linked-from': 2, 'same-source': 1, 'both-cite': 1 }

/**
 * The act `neighbourhood`: the topics linked to or from one, of the same sources, and one link
 * further.
 */
export const neighbourhood = readingAct({
  name: 'neighbourhood',
  says: 'Shows the topics near one: those its page links to or that link to it, those made from the same sources or citing them, and what those link to.',
  may: 'reader',
  shows: ['topic', 'page', 'claim', 'source'],
  input: z.object({ topic: topicRef }),
  output: z.object({
    topic: shownTopic,
    near: z
      .array(
        z.object({
          topic: shownTopic,
          /** Its ties to the topic; empty for one that only neighbours link to. */
          ties: z.array(tie).max(TIES),
          /** The neighbours that link to it. */
          through: z.array(z.string()).max(NEXT),
        }),
      )
      .max(SHOWN),
    /** The links among all these topics, by id. */
    lines: z.array(z.object({ from: z.string(), to: z.string() })).max((SHOWN + 1) * SHOWN),
    /** The link targets of its page without a topic. */
    wanted: z.array(z.string()).max(WANTED),
    /** Whether more exist than are shown. */
    more: z.boolean(),
  }),
  run: async (here, { topic: ref }) => {
    const topic = await topicNamed(here, ref)
    const next = await nextTo(here, topic)
    const first = mostTied(next).slice(0, NEXT)
    const beyond = await beyondOf(here, topic, first)
    const second = beyond.slice(0, BEYOND)
    const shown = [...first, ...second]
    const lines = await linesAmong(here, [topic, ...shown.map(({ topic }) => topic)])
    return {
      topic: showTopic(here, topic),
      near: shown.map((one) => ({ ...one, ties: one.ties.slice(0, TIES), topic: showTopic(here, one.topic) })),
      lines,
      wanted: await wantedBy(here, topic),
      more: next.length > first.length || beyond.length > second.length,
    }
  },
})

interface Near {
  topic: Topic
  ties: z.output<typeof tie>[]
  through: string[]
}

async function nextTo(here: HereIAm, topic: Topic): Promise<Near[]> {
  const near = new Map<string, Near>()
  const tied = (other: Topic, kind: keyof typeof WEIGHTS, source: { id: string; title: string } | null = null) => {
    if (other.id === topic.id) return
    const one = near.get(other.id) ?? { topic: other, ties: [], through: [] }
    one.ties.push({ kind, source })
    near.set(other.id, one)
  }
  for (const { to } of await linksFrom(here, [topic])) tied(to, 'links-to')
  for (const other of await topicsLinkingTo(here, topic)) tied(other, 'linked-from')
  for (const { topic: other, source, made } of await sharingSources(here, topic))
    tied(other, made ? 'same-source' : 'both-cite', source)
  return [...near.values()]
}

const mostTied = (near: Near[]) =>
  near
    .map((one) => ({ one, weight: one.ties.reduce((sum, { kind }) => sum + WEIGHTS[kind], 0) }))
    .sort((a, b) => b.weight - a.weight || (a.one.topic.title < b.one.topic.title ? -1 : 1))
    .map(({ one }) => one)

/** The topics that neighbours link to, most linked first. */
async function beyondOf(here: HereIAm, topic: Topic, near: readonly Near[]): Promise<Near[]> {
  const known = new Set([topic.id, ...near.map((one) => one.topic.id)])
  const beyond = new Map<string, Near>()
  for (const { from, to } of await linksFrom(
    here,
    near.map((one) => one.topic),
  )) {
    if (known.has(to.id)) continue
    const one = beyond.get(to.id) ?? { topic: to, ties: [], through: [] }
    if (!one.through.includes(from)) one.through.push(from)
    beyond.set(to.id, one)
  }
  return [...beyond.values()].sort(
    (a, b) => b.through.length - a.through.length || (a.topic.title < b.topic.title ? -1 : 1),
  )
}

async function linesAmong(here: HereIAm, topics: readonly Topic[]) {
  const ids = new Set(topics.map(({ id }) => id))
  const links = await linksFrom(here, topics)
  const lines = links.map(({ from, to }) => ({ from, to: to.id })).filter(({ from, to }) => ids.has(to) && from !== to)
  return [...new Map(lines.map((line) => [`${line.from} ${line.to}`, line])).values()]
}

/** The links from these topics to visible ones. */
async function linksFrom(here: HereIAm, topics: readonly Topic[]): Promise<{ from: string; to: Topic }[]> {
  if (topics.length === 0) return []
  const rows = await linksOf(
    here.tx,
    here.space.id,
    topics.map(({ id }) => id),
  )
  const found: { from: string; to: Topic }[] = []
  for (const [area, links] of Map.groupBy(rows, ({ area_id }) => area_id)) {
    const meant = await topicsMeant(
      here,
      area,
      links.map(({ name }) => name),
    )
    // A link is kept in each form by which it is looked up.
    const once = new Set<string>()
    for (const { topic_id: from, name } of links) {
      const to = meant.get(name)
      if (!to || once.has(`${from} ${to.id}`)) continue
      once.add(`${from} ${to.id}`)
      found.push({ from, to })
    }
  }
  return found
}

/** The wanted link targets of its page, each once in any case. */
async function wantedBy(here: HereIAm, topic: Topic): Promise<string[]> {
  const page = await pageToRead(here.tx, here.space.id, topic.id)
  if (!page) return []
  const links = await resolveLinks(here, topic.area_id, JSON.parse(page.targets) as string[], topic.id)
  const wanted = Object.entries(links).flatMap(([target, path]) =>
    path === null ? [nameIn(target).split('#')[0] ?? ''] : [],
  )
  return [...new Map(wanted.filter(Boolean).map((name) => [name.toLowerCase(), name])).values()].slice(0, WANTED)
}
