import { z } from 'zod'
import { byPage, type HereIAm, next, OPEN, pageOfList, pageRows, readingAct, rowsAfter } from '../../ba/index.ts'
import {
  changedSources,
  citableIn,
  citationsOf,
  type DifferenceRow,
  differencesIn,
  maySeeDifference,
  type NameKind,
  namesIn,
  pageTextsIn,
  plainWords,
  shownTopic,
  shownVoice,
  showTopic,
  type Topic,
  topicPath,
  topicsIn,
} from '../../knowledge/index.ts'
import { markdownLinks, scanMarks } from '../../text/index.ts'
import { outdatedOn, repointed, shownSpans } from '../documents/index.ts'
import { documentNamed, formsOf, nameIn } from '../pages/index.ts'
import { checkDocuments } from './check-vault.ts'
import { citedLinesChanged } from './cited-lines-changed.ts'
import { checkedTogether, type DocumentToCheck, pageToCheck, pageWithoutText } from './documents-to-check.ts'
import type { Problem, Side } from './problem.ts'
import { rules } from './rules.ts'

const kinds = rules.map(({ id }) => id)
/**
 * The number of pages checked, those that changed last, so that one check does not block others.
 */
const MOST_PAGES = 1000
/** The limits of problems per kind in the first view, and of sides per problem. */
const [A_FEW, MOST_SIDES] = [3, 10]

const side = z.object({
  topic: shownTopic,
  line: z.number(),
  words: z.string(),
  section: z.string().nullable(),
  when: z.string().nullable(),
  keeper: z.string().nullable(),
  /** The speaker behind the words, by the citation beside them. */
  voice: shownVoice.nullable(),
  saidAt: z.string().nullable(),
})

const problem = z.object({
  topic: shownTopic,
  line: z.number(),
  says: z.string(),
  words: z.string(),
  mend: z.string(),
  wanted: z.string().nullable(),
  /** The day by which a page was to be reviewed. */
  due: z.string().nullable(),
  /** For an orphan: a page that mentions it. */
  namedBy: shownTopic.nullable(),
  /** The safe change of the page's text that mends it, if there is exactly one. */
  change: z.object({ at: z.number(), old: z.string(), new: z.string() }).nullable(),
  sides: z.array(side).max(MOST_SIDES),
  /** For changed lines: the citation as written, and the old and the present wording. */
  cited: z
    .object({
      name: z.string(),
      fromLine: z.number(),
      toLine: z.number(),
      was: z.string(),
      now: z.string(),
      spans: shownSpans,
      version: z.number(),
    })
    .nullable(),
})

/** The act `check-pages`: problems of the pages that the caller may see, a few of each kind. */
export const checkPages = readingAct({
  name: 'check-pages',
  says: 'Checks the pages you may see: citations that do not hold, pages that are wanted, alike, differ or past their date; a few of each kind, or all of one by pages, with what would mend them.',
  may: 'reader',
  heavy: 'long',
  shows: ['page', 'topic', 'source', 'claim', 'difference', 'evidence', 'keeping', 'arrival'],
  input: z.object({ kind: z.enum(kinds).optional(), ...byPage }),
  output: z.object({
    kinds: z.array(z.object({ kind: z.enum(kinds), problems: pageRows(problem), more: z.boolean() })).max(kinds.length),
    /** Whether some pages were not checked. */
    partly: z.boolean(),
    /** The cursor of the requested kind. */
    next,
  }),
  run: async (here, { kind, ...asked }) => {
    const read = await readSpace(here)
    const found = [...read.changed, ...[...here.areas.keys()].flatMap((area) => problemsIn(area, read, here.now))]
    if (kind) return { ...(await allOf(here, read, kind, found, asked)), partly: read.partly }
    const listed = []
    for (const one of kinds) {
      const own = ofKind(found, one)
      const few = await pageOfList({ most: A_FEW }, inOrder(here, read, own))
      if (few.rows.length > 0) listed.push({ kind: one, problems: few.rows, more: few.next !== null })
    }
    return { kinds: listed, partly: read.partly, next: null }
  },
})

type Kind = (typeof kinds)[number]
const ofKind = (found: readonly Found[], kind: Kind) => found.filter(({ problem: { rule } }) => rule === kind)

/**
 * Pages through the problems of one kind, ordered by topic and line, so that a mended problem
 * shifts no others.
 */
async function allOf(
  here: HereIAm,
  read: SpaceRead,
  kind: Kind,
  found: readonly Found[],
  asked: { after?: string | undefined; most: number },
) {
  const page = await pageOfList(asked, inOrder(here, read, ofKind(found, kind)))
  const kindsListed = page.rows.length > 0 ? [{ kind, problems: page.rows, more: page.next !== null }] : []
  return { kinds: kindsListed, next: page.next }
}

type At = [topic: string, line: number, words: string, nth: number]

function inOrder(here: HereIAm, read: SpaceRead, found: readonly Found[]) {
  const before = new Map<string, number>()
  const placed = found.map((one) => {
    const { topic, problem } = one
    const key = `${topic.id} ${problem.line} ${problem.words}`
    const nth = before.get(key) ?? 0
    before.set(key, nth + 1)
    return { one, at: [topic.id, problem.line, problem.words.slice(0, 80).toWellFormed(), nth] as At }
  })
  const place = ({ at }: (typeof placed)[number]): At => at
  return {
    from: ['', -1, '', -1] as At,
    rows: rowsAfter(placed, place),
    place,
    show: async ({ one }: (typeof placed)[number]) => {
      const told = await show(here, read, one)
      return told.kept ? undefined : told.problem
    },
  }
}

type Cited = z.output<typeof problem>['cited']
type Found = { problem: Problem; topic: Topic; cited?: Cited }
type SpaceRead = Awaited<ReturnType<typeof readSpace>>

type Page = { topic: Topic; text: string | undefined }

/**
 * Returns a function that gives the names to which pages outside an area link; pages called so are
 * no orphans.
 */
function linksFromElsewhere(pages: readonly Page[]): (area: string) => ReadonlySet<string> {
  const links = new Map<string, Set<string>>()
  for (const { topic, text = '' } of pages) {
    const there = links.get(topic.area_id) ?? new Set()
    const wiki = text.includes('[[') ? scanMarks(text).links.map(({ target }) => target) : []
    const documents = markdownLinks(text).map(({ target }) => nameIn(documentNamed(target)?.target ?? ''))
    for (const form of formsOf([...wiki, ...documents])) there.add(form)
    links.set(topic.area_id, there)
  }
  return (area) => new Set([...links].flatMap(([from, names]) => (from === area ? [] : [...names])))
}

/** Reads the visible topics with their texts, and the sources they may cite. */
async function readSpace(here: HereIAm) {
  const { tx, space, areas } = here
  const ids = [...areas.keys()]
  const pages = await pageTextsIn(tx, space.id, ids, MOST_PAGES + 1)
  const texts = new Map(pages.slice(0, MOST_PAGES).map(({ topic_id, markdown }) => [topic_id, markdown]))
  const topics = (await topicsIn(tx, space.id, ids)).map((topic) => {
    const area = areas.get(topic.area_id)
    return { topic, path: `pages/${area ? topicPath(area, topic.slug) : topic.slug}.md`, text: texts.get(topic.id) }
  })
  const names = Map.groupBy(await namesIn(tx, space.id, ids), ({ topic_id }) => topic_id)
  const versions = new Map(pages.map(({ topic_id, version }) => [topic_id, version]))
  const { changed, moved } = await changedOn(here, topics, versions)
  const unseen: DifferenceRow[] = []
  for (const row of await differencesIn(tx, space.id, ids)) if (!(await maySeeDifference(here, row))) unseen.push(row)
  return {
    topics,
    sources: await citableIn(tx, space.id, ids),
    partly: pages.length > MOST_PAGES,
    changed,
    moved,
    parsed: parsedOnce(topics, moved, names),
    namesOf: ({ id }: Topic) => (names.get(id) ?? []).map(({ name }) => name),
    linkedFrom: linksFromElsewhere(topics),
    /** Whether the claims are two sides of a difference that its speakers are told of first. */
    kept: (claims: readonly (string | null)[]) =>
      unseen.some(({ one_claim, other_claim }) => claims.includes(one_claim) && claims.includes(other_claim)),
  }
}

/** Parses each page once, on first use, since an open page is checked together with each area. */
function parsedOnce(
  pages: readonly { topic: Topic; path: string; text: string | undefined }[],
  moved: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, readonly { kind: NameKind; name: string }[]>,
): (topic: Topic) => DocumentToCheck {
  const byTopic = new Map(pages.map((page) => [page.topic.id, page]))
  const parsed = new Map<string, DocumentToCheck>()
  return ({ id, title }) => {
    const { path, text } = byTopic.get(id) ?? { path: id, text: undefined }
    const written = moved.get(id) ?? text
    const called = names.get(id) ?? []
    const page =
      parsed.get(id) ??
      (written === undefined ? pageWithoutText(path, title, called) : pageToCheck(path, written, called))
    parsed.set(id, page)
    return page
  }
}

/**
 * Finds citations of changed lines; and for pages with moved citations the text with present line
 * numbers, by which they are checked.
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

/** Checks one area's pages together with the open ones, never with another closed area's. */
function problemsIn(area: string, read: SpaceRead, now: string): Found[] {
  const near = read.topics.filter(({ topic }) => reaches(area, topic.area_id))
  const own = new Map(
    near.filter(({ topic, text }) => topic.area_id === area && text).map(({ path, topic }) => [path, topic]),
  )
  if (own.size === 0) return []
  const documents = near.map(({ topic }) => read.parsed(topic))
  const { problems } = checkDocuments(checkedTogether({ documents, sources: citableFrom(area, read), now }))
  return problems.flatMap((problem) => {
    // Orphans are known only if all pages were read.
    if (read.partly && problem.rule === 'orphan') return []
    const at = [problem, ...(problem.sides ?? [])].find(({ path }) => own.has(path))
    const topic = at && own.get(at.path)
    if (!topic || (problem.rule === 'orphan' && read.namesOf(topic).some((name) => read.linkedFrom(area).has(name))))
      return []
    // Offsets in a renumbered text do not fit the page's own text.
    const changes = read.moved.has(topic.id) ? {} : { changes: problem.changes ?? [] }
    const { changes: _, ...rest } = problem
    return [{ problem: { ...rest, ...changes, path: at.path, line: at.line }, topic }]
  })
}

/** Whether pages of one area may link to and cite another. */
const reaches = (area: string, other: string): boolean => other === area || other === OPEN

/** The sources that an area's pages may cite, by name; of two with one name, the area's own. */
function citableFrom(area: string, { sources }: SpaceRead): Map<string, string> {
  const citable = new Map<string, string>()
  for (const source of [...sources].sort((a, b) => Number(b.area_id === area) - Number(a.area_id === area)))
    if (reaches(area, source.area_id) && !citable.has(source.name))
      citable.set(source.name.normalize('NFC'), textToCheck(source))
  return citable
}

/**
 * Hides the text of answers and stories but keeps their line count, since unconfirmed lines are
 * private.
 */
const textToCheck = ({ kind, text }: { kind: string; text: string }): string =>
  kind === 'file' ? text : text.replace(/[^\n]+/g, '.')

async function show(
  here: HereIAm,
  read: SpaceRead,
  { problem: found, topic, cited = null }: Found,
): Promise<{ problem: z.output<typeof problem>; kept: boolean }> {
  const sides = []
  const claims: (string | null)[] = []
  for (const one of (found.sides ?? []).slice(0, MOST_SIDES)) {
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

/** Plain words, without a link or citation that was cut off. */
const asRead = (words: string) => plainWords(words.replace(/(?:!?\[\[|\^\[)[^\]]*…$/, '…'))

const LEAST_LETTERS = 4

/** Finds a page of the same area that mentions a topic's title and could link to it. */
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
  return {
    topic: showTopic(here, topic),
    line,
    words: asRead(words),
    section,
    when,
    keeper,
    voice: row?.voice ?? null,
    saidAt: row?.at ?? null,
    claim: row?.claim ?? null,
  }
}
