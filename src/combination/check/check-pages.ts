import { z } from 'zod'
import { type HereIAm, looseSlug, OPEN, person, personOf, readingAct } from '../../ba/index.ts'
import {
  changedSources,
  citableIn,
  citationsOf,
  differencesIn,
  maySeeDifference,
  pageTextsIn,
  plainWords,
  shownTopic,
  showTopic,
  type Topic,
  topicPath,
  topicsIn,
} from '../../knowledge/index.ts'
import { outdatedOn, repointed, scanMarks, shownSpan } from '../documents/index.ts'
import { documentNamed, markdownLinks, nameIn } from '../pages/index.ts'
import { checkDocuments } from './check-vault.ts'
import { citedLinesChanged } from './cited-lines-changed.ts'
import { checkedTogether, type DocumentToCheck, pageToCheck, pageWithoutText } from './documents-to-check.ts'
import type { Problem, Side } from './problem.ts'
import { rules } from './rules.ts'

const kinds = rules.map(({ id }) => id)
/** One look checks so many pages, those that changed last: more would keep others waiting. */
const MOST_PAGES = 1000
const [A_FEW, MOST] = [3, 50]

const side = z.object({
  topic: shownTopic,
  line: z.number(),
  words: z.string(),
  section: z.string().nullable(),
  when: z.string().nullable(),
  keeper: z.string().nullable(),
  /** Who said what the words rest on, as the citation beside them tells. */
  speaker: person.nullable(),
  saidAt: z.string().nullable(),
})

const problem = z.object({
  topic: shownTopic,
  line: z.number(),
  says: z.string(),
  words: z.string(),
  mend: z.string(),
  wanted: z.string().nullable(),
  /** The day by which a page was to be looked at again. */
  due: z.string().nullable(),
  /** Of a page that no other links to: one that speaks of it. */
  namedBy: shownTopic.nullable(),
  /** The one change of the page's text that mends it and can do no harm, where there is one. */
  change: z.object({ at: z.number(), old: z.string(), new: z.string() }).nullable(),
  sides: z.array(side),
  /** A citation whose lines have changed: as the page has it, what they said, what stands there now. */
  cited: z
    .object({
      name: z.string(),
      fromLine: z.number(),
      toLine: z.number(),
      was: z.string(),
      now: z.string(),
      spans: z.array(shownSpan),
      version: z.number(),
    })
    .nullable(),
})

/** What is to be mended in the pages that I may see, a few of each kind. */
export const checkPages = readingAct({
  name: 'check-pages',
  says: 'Checks the pages you may see: citations that do not hold, pages that are wanted, alike, differ or past their date; a few of each kind, with what would mend them.',
  may: 'reader',
  heavy: 'long',
  input: z.object({ kind: z.enum(kinds).optional() }),
  output: z.object({
    kinds: z.array(z.object({ kind: z.enum(kinds), problems: z.array(problem), more: z.boolean() })),
    /** Whether there are pages that were not looked at this time. */
    partly: z.boolean(),
  }),
  run: async (here, { kind }) => {
    const read = await readSpace(here)
    const found = [...read.changed, ...[...here.areas.keys()].flatMap((area) => problemsIn(area, read, here.now))]
    const asked = kind ? [kind] : kinds
    const most = kind ? MOST : A_FEW
    const listed = []
    for (const one of asked) {
      const own = found.filter(({ problem: { rule } }) => rule === one)
      const shown = []
      for (const problem of own) {
        if (shown.length > most) break
        const told = await show(here, read, problem)
        if (!told.kept) shown.push(told.problem)
      }
      if (shown.length > 0) listed.push({ kind: one, problems: shown.slice(0, most), more: shown.length > most })
    }
    return { kinds: listed, partly: read.partly }
  },
})

type Cited = z.output<typeof problem>['cited']
type Found = { problem: Problem; topic: Topic; cited?: Cited }
type SpaceRead = Awaited<ReturnType<typeof readSpace>>

type Page = { topic: Topic; text: string | undefined }

/** Tells of an area which of its topics pages of other areas link to: whoever sees those comes to it by reading. */
function linksFromElsewhere(pages: readonly Page[]): (area: string) => ReadonlySet<string> {
  const links = new Map<string, Set<string>>()
  for (const { topic, text = '' } of pages) {
    const there = links.get(topic.area_id) ?? new Set()
    for (const { target } of text.includes('[[') ? scanMarks(text).links : [])
      there.add(looseSlug(target.slice(target.lastIndexOf('/') + 1)))
    for (const { target } of markdownLinks(text)) there.add(looseSlug(nameIn(documentNamed(target)?.target ?? '')))
    links.set(topic.area_id, there)
  }
  return (area) => new Set([...links].flatMap(([from, slugs]) => (from === area ? [] : [...slugs])))
}

/** The topics I may see with their texts, and what their citations may reach. */
async function readSpace(here: HereIAm) {
  const { tx, space, areas, me } = here
  const ids = [...areas.keys()]
  const pages = await pageTextsIn(tx, space.id, ids, MOST_PAGES + 1)
  const texts = new Map(pages.slice(0, MOST_PAGES).map(({ topic_id, markdown }) => [topic_id, markdown]))
  const topics = (await topicsIn(tx, space.id, ids)).map((topic) => {
    const area = areas.get(topic.area_id)
    return { topic, path: `pages/${area ? topicPath(area, topic.slug) : topic.slug}.md`, text: texts.get(topic.id) }
  })
  const versions = new Map(pages.map(({ topic_id, version }) => [topic_id, version]))
  const { changed, moved } = await changedOn(here, topics, versions)
  const unseen = (await differencesIn(tx, space.id, ids)).filter((row) => !maySeeDifference(row, me.id))
  return {
    topics,
    sources: await citableIn(tx, space.id, ids),
    partly: pages.length > MOST_PAGES,
    changed,
    moved,
    parsed: parsedOnce(topics, moved),
    linkedFrom: linksFromElsewhere(topics),
    /** Whether two lines differ of which their speakers are told before anybody else. */
    kept: (claims: readonly (string | null)[]) =>
      unseen.some(({ one_claim, other_claim }) => claims.includes(one_claim) && claims.includes(other_claim)),
  }
}

/** Parses each page when it is first asked for: one of the open area is checked beside those of every other. */
function parsedOnce(
  pages: readonly { topic: Topic; path: string; text: string | undefined }[],
  moved: ReadonlyMap<string, string>,
): (topic: Topic) => DocumentToCheck {
  const byTopic = new Map(pages.map((page) => [page.topic.id, page]))
  const parsed = new Map<string, DocumentToCheck>()
  return ({ id, title }) => {
    const { path, text } = byTopic.get(id) ?? { path: id, text: undefined }
    const written = moved.get(id) ?? text
    const page = parsed.get(id) ?? (written === undefined ? pageWithoutText(path, title) : pageToCheck(path, written))
    parsed.set(id, page)
    return page
  }
}

/**
 * What pages cite and what has changed since; and the texts of pages whose citations only moved, as they mean it: they
 * are checked by what they mean, not by the numbers that they have.
 */
async function changedOn(
  here: HereIAm,
  topics: readonly { topic: Topic; path: string; text: string | undefined }[],
  versions: ReadonlyMap<string, number>,
) {
  const changed: Found[] = []
  const moved = new Map<string, string>()
  const renewed = (await changedSources(here.tx, here.space.id, [...here.areas.keys()])).map(({ name }) => name)
  for (const { topic, path, text } of topics) {
    if (!text || !renewed.some((name) => text.includes(name))) continue
    const outdated = await outdatedOn(here, topic)
    if (outdated.length > 0) moved.set(topic.id, repointed(text, outdated))
    for (const { name, from_line, to_line, now } of outdated) {
      if (!now.changed) continue
      const [fromLine, toLine, version] = [from_line ?? 0, to_line ?? 0, versions.get(topic.id) ?? 0]
      const problem = citedLinesChanged(path, text, { name, from_line, to_line })
      changed.push({ topic, problem, cited: { name, fromLine, toLine, ...now.changed, version } })
    }
  }
  return { changed, moved }
}

/** What is wrong in one area: its pages beside the open ones, never beside another area's. */
function problemsIn(area: string, read: SpaceRead, now: string): Found[] {
  const near = read.topics.filter(({ topic }) => reaches(area, topic.area_id))
  const own = new Map(
    near.filter(({ topic, text }) => topic.area_id === area && text).map(({ path, topic }) => [path, topic]),
  )
  if (own.size === 0) return []
  const documents = near.map(({ topic }) => read.parsed(topic))
  const { problems } = checkDocuments(checkedTogether({ documents, sources: citableFrom(area, read), now }))
  return problems.flatMap((problem) => {
    // Who links here is known only where all pages were read.
    if (read.partly && problem.rule === 'orphan') return []
    const at = [problem, ...(problem.sides ?? [])].find(({ path }) => own.has(path))
    const topic = at && own.get(at.path)
    if (!topic || (problem.rule === 'orphan' && read.linkedFrom(area).has(topic.slug))) return []
    // Of a text that is not the page's own, no place in it is told.
    const changes = read.moved.has(topic.id) ? {} : { changes: problem.changes ?? [] }
    const { changes: _, ...rest } = problem
    return [{ problem: { ...rest, ...changes, path: at.path, line: at.line }, topic }]
  })
}

/** Whether a page of one area may link to and cite what is in another. */
const reaches = (area: string, other: string): boolean => other === area || other === OPEN

/** The texts of the sources that pages of an area may cite; of two of one name, the area's own. */
function citableFrom(area: string, { sources }: SpaceRead): Map<string, string> {
  const citable = new Map<string, string>()
  for (const source of [...sources].sort((a, b) => Number(b.area_id === area) - Number(a.area_id === area)))
    if (reaches(area, source.area_id) && !citable.has(source.name))
      citable.set(source.name.normalize('NFC'), textToCheck(source))
  return citable
}

/** Of what somebody told, a check knows only how long it is: the lines they have not confirmed are theirs. */
const textToCheck = ({ kind, text }: { kind: string; text: string }): string =>
  kind === 'file' ? text : text.replace(/[^\n]+/g, '.')

async function show(
  here: HereIAm,
  read: SpaceRead,
  { problem: found, topic, cited = null }: Found,
): Promise<{ problem: z.output<typeof problem>; kept: boolean }> {
  const sides = []
  const claims: (string | null)[] = []
  for (const one of found.sides ?? []) {
    const there = read.topics.find(({ path }) => path === one.path)
    if (!there) continue
    const { claim, ...side } = await showSide(here, there, one)
    sides.push(side)
    claims.push(claim)
  }
  const { line, says, words, mend, wanted = null, due = null, changes = [] } = found
  const safe = changes.flatMap((one) => (one.kind === 'words' && one.path === found.path ? [one] : []))
  const [change] = safe.length === changes.length && changes.length === 1 ? safe : []
  const shown = {
    topic: showTopic(here, topic),
    line,
    says,
    words: asRead(words),
    mend,
    wanted,
    due,
    namedBy: found.rule === 'orphan' ? showNaming(here, read, topic) : null,
    change: change ? { at: change.at, old: change.old, new: change.new } : null,
    sides,
    cited,
  }
  return { problem: shown, kept: read.kept(claims) }
}

/** Words as one reads them; a link or a citation that was cut off in the middle is left out. */
const asRead = (words: string) => plainWords(words.replace(/(?:!?\[\[|\^\[)[^\]]*…$/, '…'))

const LEAST_LETTERS = 4

/** A page of the same area that says a topic's title and could link there. */
function showNaming(here: HereIAm, { topics }: SpaceRead, topic: Topic) {
  const title = topic.title.trim()
  if (title.length < LEAST_LETTERS) return null
  const literally = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const named = new RegExp(`(?<![\\p{L}\\p{N}])${literally}(?![\\p{L}\\p{N}])`, 'iu')
  const one = topics.find(
    ({ topic: other, text }) => other.id !== topic.id && other.area_id === topic.area_id && text && named.test(text),
  )
  return one ? showTopic(here, one.topic) : null
}

async function showSide(here: HereIAm, { topic, text = '' }: SpaceRead['topics'][number], one: Side) {
  const { line, toLine, words, section, when, keeper } = one
  const lines = text
    .split('\n')
    .slice(line - 1, toLine)
    .join('\n')
  const [cited] = scanMarks(lines).citations.flatMap(({ entries }) => entries)
  const rows = cited ? await citationsOf(here.tx, here.space.id, topic.id, topic.area_id, OPEN) : []
  const row = rows.find(
    ({ name, from_line, source }) => source && name === cited?.name && from_line === cited.from_line,
  )
  const speaker = personOf(row?.speaker, row?.speakerName)
  return {
    topic: showTopic(here, topic),
    line,
    words: asRead(words),
    section,
    when,
    keeper,
    speaker,
    saidAt: row?.at ?? null,
    claim: row?.claim ?? null,
  }
}
