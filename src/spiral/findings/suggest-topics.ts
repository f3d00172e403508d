import { z } from 'zod'
import { areaName, type HereIAm, readingAct, shownArea } from '../../ba/index.ts'
import { type How, keysOf, mayBeName, namesSpokenOf, topicKeys } from '../../combination/index.ts'
import { questionsIn, sourceById } from '../../knowledge/index.ts'
import { dismissalsOf } from './dismissal-rows.ts'

/** The most topics proposed, and the most sources shown with each. */
const [MOST, SOURCES] = [5, 2]
const MOST_A_WAY = 300
/** A heading in more than a third of the sources is part of their form, and no topic. */
const FORM = 3

/** The weight of each kind of mention: of the first source, and of each further one. */
const WORTH: Record<How, [first: number, more: number]> = {
  title: [3, 1],
  definition: [2, 1.2],
  heading: [0.8, 0.8],
  link: [1, 1.2],
  phrase: [0.4, 0.9],
}

const why = z.object({
  /** The kind of mention: a title, a heading, a definition, a phrase, a link, or a question. */
  how: z.enum(['title', 'heading', 'definition', 'phrase', 'link', 'question']),
  sources: z.array(z.object({ id: z.string(), title: z.string() })).max(SOURCES),
  question: z.string().nullable(),
})

/**
 * Suggests names that sources and questions mention and that are no topics yet, without those the
 * caller dismissed.
 */
export const suggestTopics = readingAct({
  name: 'suggest-topics',
  says: 'Proposes a few topics that sources and questions speak of and that nobody has started, with why.',
  may: 'reader',
  shows: ['topic', 'page', 'source', 'passage', 'claim', 'conversion', 'dismissal', 'inference', 'scan', 'missing'],
  input: z.object({}),
  output: z.object({
    suggestions: z.array(z.object({ title: z.string(), thing: z.string(), area: areaName, why })).max(MOST),
  }),
  run: async (here) => {
    const candidates = await namedAndNotStarted(here)
    const asked = await askedAbout(here)
    for (const one of candidates) one.question = asked.find(({ key }) => key.includes(` ${one.name} `))?.words ?? null
    const best = candidates
      .map((one) => ({ one, worth: worth(one) }))
      .filter(({ worth }) => worth >= 2)
      .sort((a, b) => b.worth - a.worth || (a.one.name < b.one.name ? -1 : 1))
    const few = oneEach(best.map(({ one }) => one)).slice(0, MOST)
    return { suggestions: await Promise.all(few.map((one) => shown(here, one))) }
  },
})

interface Candidate {
  area: string
  name: string
  spelled: string
  /** The number of sources by kind of mention. */
  ways: Map<How, number>
  sources: string[]
  question: string | null
}

/** Names mentioned in the caller's areas that no topic there has. */
async function namedAndNotStarted(here: HereIAm): Promise<Candidate[]> {
  const { tx, space, me } = here
  const areas = [...here.areas.keys()]
  const taken = await namesTaken(here, areas)
  const aside = await dismissalsOf(tx, space.id, me.id)
  const found = new Map<string, Candidate>()
  for (const how of Object.keys(WORTH) as How[])
    for (const row of await namesSpokenOf(tx, space.id, areas, how, MOST_A_WAY)) {
      const { area, name, spelled, source, other, sources } = row
      const key = thingOf(area, name)
      if (taken.has(name) || aside.has(key) || !mayBeName(spelled) || FORMS.test(name)) continue
      const one = found.get(key) ?? { area, name, spelled, ways: new Map(), sources: [], question: null }
      found.set(key, one)
      one.ways.set(how, Number(sources))
      one.sources = [...new Set([...one.sources, source, other])]
    }
  return [...found.values()]
}

/** Headings that belong to a document's form, such as “Introduction”. */
const FORMS =
  /^(?:introduction|overview|summary|background|readme|index|home|contents?|faq|notes?|examples?|usage|setup|installation|getting started|conclusion|references?|resources?|links?|appendix|changelog|license|licence|contributing|todo|misc|general|about|untitled|next step|prerequisite|requirement|step|purpose|scope|goal|context|decision|status|consequence|related|description|option|setting|detail|question|answer|problem|solution|tip|warning|note|table of content|further reading|see also|what|why|how|when)$/

async function namesTaken({ tx, space }: HereIAm, areas: string[]): Promise<Set<string>> {
  return new Set((await topicKeys(tx, space.id, areas)).flatMap(({ keys }) => keys))
}

async function askedAbout({ tx, space, areas }: HereIAm) {
  const questions = await questionsIn(tx, space.id, [...areas.keys()])
  return questions.map(({ words }) => ({ words, key: ` ${keysOf(words).join(' ')} ` }))
}

function worth({ ways, name, question }: Candidate): number {
  const headings = ways.get('heading') ?? 0
  // A name that is only a heading in many documents is part of their form.
  if (!ways.has('title') && !ways.has('definition') && headings > FORM) return 0
  let sum = 0
  for (const [how, sources] of ways) {
    const [first, more] = WORTH[how]
    sum += first + more * Math.log2(sources)
  }
  const words = name.split(' ').length
  return (sum + (question ? 2 : 0)) * (words === 1 ? 0.7 : words <= 3 ? 1 : 0.7)
}

/** Of two names from the same sources where one contains the other, keeps the first. */
function oneEach(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = []
  for (const one of candidates) {
    const within = (a: string, b: string) => ` ${a} `.includes(` ${b} `)
    const same = kept.some((other) => within(one.name, other.name) || within(other.name, one.name))
    if (!same) kept.push(one)
    if (kept.length >= MOST) break
  }
  return kept
}

async function shown(here: HereIAm, { area, name, spelled, ways, sources, question }: Candidate) {
  const how = question ? ('question' as const) : ([...ways.keys()][0] ?? 'heading')
  const found = await Promise.all(sources.slice(0, SOURCES).map((id) => sourceById(here.tx, here.space.id, id)))
  const title = /^\p{Ll}\p{Ll}+(?: |$)/u.test(spelled) ? spelled.charAt(0).toUpperCase() + spelled.slice(1) : spelled
  return {
    title,
    thing: thingOf(area, name),
    area: shownArea(here, area),
    why: { how, sources: found.flatMap((one) => (one ? { id: one.id, title: one.title } : [])), question },
  }
}

/** The key under which a dismissed name is stored. */
const thingOf = (area: string, name: string) => `topic to start ${area} ${name}`.slice(0, 100)
