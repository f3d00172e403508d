import { z } from 'zod'
import {
  byPart,
  type HereIAm,
  line,
  memberOf,
  next,
  OPEN,
  orAbsent,
  pageOfList,
  pageRows,
  person,
  personOf,
  readingAct,
  rowsAfter,
} from '../../../ba/index.ts'
import {
  askerOf,
  type Claim,
  citationsOf,
  citedFrom,
  claimsOfSource,
  claimsSeen,
  earlierVersions,
  fileById,
  questionById,
  showClaim,
  shownClaim,
  shownTopic,
  shownVoice,
  showTopic,
  showTopicById,
  sourceById,
  sourceByName,
  speaksFor,
  topicById,
  topicsNow,
} from '../../../knowledge/index.ts'
import { linesOfFront, textWithoutComments } from '../../../text/index.ts'
import { outdatedOn } from '../citations/outdated.ts'
import { linesOf } from './line-changes.ts'
import { pagesIn } from './pages.ts'
import { isMarkdown } from './read-document.ts'
import { versionMeant } from './source-file.ts'

/** The limits of one answer: lines, characters per row, pages, versions, citing topics. */
const [LINES, LETTERS, PAGES, VERSIONS, CITING] = [200, 10_000, 2000, 100, 50]

/**
 * The act `read-source`: a source with numbered lines. Of an answer or a story, others see only
 * confirmed lines.
 */
export const readSource = readingAct({
  name: 'read-source',
  says: 'Reads a source line by line, from its first or another; of an answer or a story, only the lines that its speaker confirmed.',
  may: 'reader',
  tool: 'of-all',
  shows: ['source', 'claim', 'page', 'question', 'topic', 'community'],
  input: z.object({
    source: line(300),
    version: z.int().min(1).optional(),
    fromLine: z.int().min(1).optional(),
    after: byPart.after,
    /** How many rows. */
    most: z.int().min(1).max(LINES).default(LINES),
  }),
  output: z.object({
    source: z.object({
      id: z.string(),
      name: z.string(),
      title: z.string(),
      origin: z.string().nullable(),
      kind: z.enum(['file', 'answer', 'story']),
      at: z.string(),
      voice: shownVoice,
      question: z
        .object({ id: z.string(), words: z.string(), askedBy: person.nullable(), topic: shownTopic })
        .nullable(),
      mine: z.boolean(),
      /** The version shown. */
      version: z.number(),
      /** The address it was fetched from. */
      address: z.string().nullable(),
      /** The name of the original file, if its text was extracted from one. */
      file: z.string().nullable(),
    }),
    /** A very long line comes as several rows of the same number. */
    lines: pageRows(z.object({ n: z.number(), text: z.string().nullable() })),
    /** The line on which each page begins, if the document has pages. */
    pages: z.array(z.number()).max(PAGES),
    /** The claims in these lines. */
    claims: pageRows(shownClaim),
    /** All versions, newest first, if there are several. */
    versions: z.array(z.object({ version: z.number(), at: z.string(), by: person.nullable() })).max(VERSIONS),
    /** The pages that cite it; `changed` if the cited lines have changed. */
    citedBy: z.array(z.object({ topic: shownTopic, changed: z.boolean() })).max(CITING),
    next,
  }),
  run: async (here, { source: ref, version, fromLine = 1, after, most }) => {
    const { tx, space } = here
    const source = await sourceNamed(here, ref)
    const claims = await claimsSeen(here, await claimsOfSource(tx, space.id, source.id))
    const mine = source.kind !== 'file' && (await speaksFor(here, source.voice))
    const open = (n: number) => claims.some((claim) => claim.from_line <= n && n <= claim.to_line)
    if (source.kind !== 'file' && !mine && claims.length === 0) orAbsent(null, 'source', 'source')
    const document = source.kind === 'file'
    const meant = document ? await versionMeant(here, source, version) : source
    const front = linesOfFront(source.text)
    const shown = (text: string, n: number) => (document || mine || text === '' || n <= front || open(n) ? text : null)
    const readable = document && isMarkdown(source.name) ? textWithoutComments(meant.text) : meant.text
    const all = linesOf(readable).flatMap((text, index) => inPieces(index + 1, shown(text, index + 1)))
    const place = ({ n, piece }: (typeof all)[number]): [number, number] => [n, piece]
    const page = await pageOfList(
      { after, most },
      {
        from: [fromLine, -1] as [number, number],
        rows: rowsAfter(all, place),
        place,
        show: async ({ n, text, piece }) => ({
          line: { n, text },
          claims: piece === 0 ? await shownAt(here, claims, n) : [],
        }),
      },
    )
    return {
      source: {
        id: source.id,
        name: source.name,
        title: source.title,
        origin: source.origin,
        kind: source.kind as 'file' | 'answer' | 'story',
        at: meant.at,
        voice: source.voice,
        question: source.question_id ? await askedBy(here, source.question_id) : null,
        mine,
        version: version ?? source.version ?? 1,
        address: source.address,
        file: meant.file_id ? ((await fileById(tx, space.id, meant.file_id))?.name ?? null) : null,
      },
      lines: page.rows.map(({ line }) => line),
      pages: pagesIn(meant.pages).slice(0, PAGES),
      claims: page.rows.flatMap((row) => row.claims),
      versions: document ? await versionsOf(here, source) : [],
      citedBy: document ? await citedBy(here, source) : [],
      next: page.next,
    }
  },
})

/** Splits a line into rows of at most LETTERS characters, without cutting a surrogate pair. */
function inPieces(n: number, text: string | null) {
  if (text === null || text.length <= LETTERS) return [{ n, text, piece: 0 }]
  const pieces = []
  for (let at = 0; at < text.length; ) {
    const piece = text.slice(at, at + LETTERS)
    const whole = piece.isWellFormed() ? piece : piece.slice(0, -1)
    pieces.push(whole)
    at += whole.length
  }
  return pieces.map((text, piece) => ({ n, text, piece }))
}

/** The claims that end in a line, in their output form. */
async function shownAt(here: HereIAm, claims: readonly Claim[], n: number) {
  const shown = []
  for (const claim of claims) if (claim.to_line === n) shown.push(await showClaim(here, claim))
  return shown
}

type Source = NonNullable<Awaited<ReturnType<typeof sourceById>>>

async function versionsOf({ tx, space }: HereIAm, { id, version, at, brought_by }: Source) {
  const earlier = await earlierVersions(tx, space.id, id)
  if (earlier.length === 0) return []
  const brought = brought_by === null ? undefined : await memberOf(tx, space.id, brought_by)
  const now = { version: version ?? 1, at, brought_by, broughtByName: brought?.name ?? null }
  return [now, ...earlier].slice(0, VERSIONS).map((one) => ({
    version: one.version,
    at: one.at,
    by: personOf(one.brought_by, one.broughtByName),
  }))
}

/**
 * The pages that cite it and that the caller may see: those of its own area, or of any visible area
 * if the source is open.
 */
async function citedBy(here: HereIAm, { id, name, area_id, version }: Source) {
  const { tx, space, areas } = here
  const cited = await citedFrom(tx, space.id, area_id === OPEN ? [...areas.keys()] : [area_id], name)
  const shown = []
  const now = await topicsNow(tx, space.id)
  for (const topicId of [...new Set(cited.map(({ topic_id }) => now(topic_id)))].slice(0, CITING)) {
    const topic = await topicById(tx, space.id, topicId)
    if (!topic) continue
    const reached = await citationsOf(tx, space.id, topic.id, topic.area_id, OPEN)
    if (!reached.some(({ source }) => source === id)) continue
    const outdated = (version ?? 1) > 1 ? await outdatedOn(here, topic) : []
    const changed = outdated.some((one) => one.name === name && one.now.changed)
    shown.push({ topic: showTopic(here, topic), changed })
  }
  return shown
}

async function sourceNamed(here: HereIAm, ref: string) {
  const { tx, space, areas } = here
  const named = await sourceByName(tx, space.id, OPEN, ref)
  const source = await sourceById(tx, space.id, named?.id ?? ref)
  return orAbsent(source && areas.has(source.area_id) ? source : undefined, 'source', 'source')
}

async function askedBy(here: HereIAm, id: string) {
  const question = await questionById(here.tx, here.space.id, id)
  if (!question) return null
  const { words, topic_id } = question
  return { id, words, askedBy: askerOf(question), topic: await showTopicById(here, topic_id) }
}
