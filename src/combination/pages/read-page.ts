import { z } from 'zod'
import { byPart, type HereIAm, next, OPEN, partOfText, partWithAll, readingAct, textInParts } from '../../ba/index.ts'
import {
  citationsOf,
  pageToRead,
  releaseOf,
  shownTopic,
  shownVoice,
  showTopic,
  showTopicById,
  topicNamed,
  topicRef,
} from '../../knowledge/index.ts'
import { openJobsOn } from '../../ledger/index.ts'
import { openCitedNow, openPages, shownSpans } from '../documents/index.ts'
import { behindElement, citesIn, targetsIn } from './html-part.ts'
import { resolveLinks } from './linked-topics.ts'
import { shownWriting, showWriting } from './written/shown-writing.ts'

/** The limits of tags, and of links or citations in one part of a page. */
export const [TAGS, MARKS] = [50, 3000]

/** A citation resolved for a reader. */
export const shownCitation = z.object({
  n: z.number(),
  name: z.string(),
  title: z.string().nullable(),
  source: z.string().nullable(),
  fromLine: z.number().nullable(),
  toLine: z.number().nullable(),
  voice: shownVoice.nullable(),
  saidAt: z.string().nullable(),
  claim: z.string().nullable(),
  /** The page of the first line, in a document with pages. */
  page: z.number().nullable(),
  /** The old and the present wording of changed lines, and the line numbers as cited. */
  changed: z
    .object({ was: z.string(), now: z.string(), spans: shownSpans, fromLine: z.number(), toLine: z.number() })
    .nullable(),
})

/**
 * The act `read-page`: a topic's page, with links and citations resolved by the caller's rights.
 */
export const readPage = readingAct({
  name: 'read-page',
  says: "Reads a topic's page, a part at a time, with where its links lead and what its citations reach.",
  may: 'reader',
  tool: 'of-all',
  shows: ['topic', 'claim', 'source', 'release', 'page of topic', 'writing of topic', 'compiling of topic'],
  input: z.object({ topic: topicRef, ...byPart }),
  output: z.object({
    topic: shownTopic,
    page: z
      .object({
        version: z.number(),
        html: textInParts,
        summary: z.string(),
        updatedAt: z.string(),
        tags: z.array(z.string()).max(TAGS),
      })
      .nullable(),
    /** The resolved links and citations of this part. */
    links: z.record(z.string(), z.string().nullable()).meta({ maxProperties: MARKS, 'x-goes-on': true }),
    citations: z.array(shownCitation).max(MARKS).meta({ 'x-goes-on': true }),
    next,
    compiling: z.boolean(),
    /**
     * For a page written by a model: which model, who took it over, and the unsupported sentences.
     */
    writing: shownWriting.nullable(),
    /** For a topic of a closed area: the open topic to which it was released. */
    openly: shownTopic.nullable(),
  }),
  run: async (here, { topic: ref, after, most: first }) => {
    const { tx, space } = here
    const topic = await topicNamed(here, ref)
    const shown = showTopic(here, topic)
    const page = await pageToRead(tx, space.id, topic.id)
    const compiling = await openJobsOn(tx, space.id, topic.id)
    const released = topic.area_id === OPEN ? null : await releaseOf(tx, space.id, topic.id)
    const openly = released ? await showTopicById(here, released.open_topic_id) : null
    if (!page)
      return { topic: shown, page: null, links: {}, citations: [], next: null, compiling, writing: null, openly }
    const writing = await showWriting(here, topic)
    const whole = ({ text }: { text: string }) => text.length === page.html.length
    return partWithAll(async (most) => {
      const part = partOfText(page.html, { mark: page.version, after, most, cut: behindElement })
      return {
        topic: shown,
        page: {
          version: page.version,
          html: part.text,
          summary: page.summary,
          updatedAt: page.updated_at,
          tags: (JSON.parse(page.tags) as string[]).slice(0, TAGS),
        },
        links: await resolveLinks(
          here,
          topic.area_id,
          whole(part) ? (JSON.parse(page.targets) as string[]) : targetsIn(part.text),
          topic.id,
        ),
        citations: await citationsReached(here, topic, whole(part) ? null : citesIn(part.text)),
        next: part.next,
        compiling,
        writing,
        openly,
      }
    }, first)
  },
})

/** Resolves citations, all or those with these numbers; of two sources of one name, the one in the page's own area wins. */
async function citationsReached(
  { tx, space }: HereIAm,
  topic: { id: string; area_id: string },
  cited: ReadonlySet<number> | null,
) {
  const reached = new Map<number, z.output<typeof shownCitation>>()
  const citedNow = openCitedNow(tx, space.id)
  const pageOfLine = openPages(tx, space.id)
  for (const row of await citationsOf(tx, space.id, topic.id, topic.area_id, OPEN)) {
    if (reached.has(row.n) || cited?.has(row.n) === false) continue
    const { fromLine, toLine, changed } = await citedNow(row)
    const [written, writtenTo] = [row.from_line ?? 0, row.to_line ?? 0]
    reached.set(row.n, {
      n: row.n,
      name: row.name,
      title: row.title,
      source: row.source,
      fromLine,
      toLine,
      voice: row.voice,
      saidAt: row.at,
      claim: row.claim,
      page: row.file_id && fromLine ? await pageOfLine(row.source ?? '', fromLine) : null,
      changed: changed && { ...changed, fromLine: written, toLine: writtenTo },
    })
  }
  return [...reached.values()]
}
