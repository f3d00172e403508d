import { z } from 'zod'
import { byPart, type HereIAm, next, partOfText, partWithAll, readingAct, text, textInParts } from '../../ba/index.ts'
import { type Topic, topicNamed, topicRef } from '../../knowledge/index.ts'
import { type Citation, listField, MOST_PAGE, textField } from '../../text/index.ts'
import { reachFrom, readPageText } from '../documents/index.ts'
import { behindElement, citesIn, targetsIn } from './html-part.ts'
import { nameIn } from './link-targets.ts'
import { resolveLinks } from './linked-topics.ts'
import { type MarksOfText, MOST_MARKS, marking } from './marking.ts'
import { MARKS, shownCitation, TAGS } from './read-page.ts'
import { needsRendering, rendering, toRender } from './rendering.ts'
import { reviewField, shownReview } from './review-field.ts'

/** The limit of characters in the name of a mark. */
const LETTERS = 200

/**
 * The act `preview-page`: renders an unsaved text, with links and citations resolved for the
 * editor.
 */
export const previewPage = readingAct({
  name: 'preview-page',
  says: "Shows a topic's page as it would be seen with this text, a part at a time, and marks the links and citations that reach nothing.",
  may: 'member',
  shows: ['topic', 'page', 'source', 'claim'],
  input: z.object({ topic: topicRef, markdown: text(MOST_PAGE), ...byPart }),
  output: z.object({
    html: textInParts,
    /** The resolved links and citations of this part. */
    links: z.record(z.string(), z.string().nullable()).meta({ maxProperties: MARKS, 'x-goes-on': true }),
    citations: z.array(shownCitation).max(MARKS).meta({ 'x-goes-on': true }),
    next,
    fields: z.object({
      summary: z.string(),
      tags: z.array(z.string()).max(TAGS),
      aliases: z.array(z.string()).max(TAGS),
      review: shownReview,
    }),
    marks: z
      .array(
        z.object({
          at: z.number(),
          kind: z.enum(['wanted', 'no-source', 'past-the-end', 'not-confirmed']),
          name: z.string(),
        }),
      )
      .max(MOST_MARKS),
  }),
  prepare: ({ markdown, after }) => [
    ...needsRendering(markdown),
    ...(after ? [] : [{ costly: marking, input: markdown }]),
  ],
  run: async (here, { topic: ref, markdown, after, most: first }) => {
    const topic = await topicNamed(here, ref)
    const { front } = readPageText(markdown)
    const rendered = here.prepared(rendering, toRender(markdown, topic.title))
    const linksOf = (targets: readonly string[]) => resolveLinks(here, topic.area_id, targets, topic.id)
    const cited = await citedBy(here, topic, rendered.citations)
    // Marks of the whole text come with the first part.
    const marks = after
      ? []
      : await marksIn(here, topic, here.prepared(marking, markdown), await linksOf(rendered.targets))
    const fields = {
      summary: textField(front, 'summary') ?? '',
      tags: listField(front, 'tags').slice(0, TAGS),
      aliases: listField(front, 'aliases').slice(0, TAGS),
      review: reviewField(front),
    }
    return partWithAll(async (most) => {
      const part = partOfText(rendered.html, { mark: rendered.html.length, after, most, cut: behindElement })
      const cites = citesIn(part.text)
      return {
        html: part.text,
        links: await linksOf(targetsIn(part.text)),
        citations: cited.filter(({ n }) => cites.has(n)),
        next: part.next,
        fields,
        marks,
      }
    }, first)
  },
})

/** Resolves a text's citations as a reader sees them. */
async function citedBy(here: HereIAm, topic: Topic, citations: readonly Citation[]) {
  const reach = await reachFrom(here, topic, citations)
  return citations.map((citation, n) => {
    const { source } = reach(citation)
    return {
      n,
      name: citation.name,
      title: source?.title ?? null,
      source: source?.id ?? null,
      fromLine: citation.from_line,
      toLine: citation.to_line,
      voice: source?.voice ?? null,
      saidAt: source?.at ?? null,
      claim: null,
      page: null,
      changed: null,
    }
  })
}

/** Marks the wanted links and the citations that do not hold. */
async function marksIn(here: HereIAm, topic: Topic, text: MarksOfText, links: Record<string, string | null>) {
  const reach = await reachFrom(
    here,
    topic,
    text.citations.map(({ entry }) => entry),
  )
  const wanted = text.links
    .filter(({ target }) => links[target] === null)
    .flatMap(({ target, at }) => at.map((one) => ({ at: one, kind: 'wanted' as const, name: nameIn(target) })))
  const loose = text.citations.flatMap(({ entry, at }) => {
    const { wrong } = reach(entry)
    return wrong ? at.map((one) => ({ at: one, kind: wrong, name: entry.name })) : []
  })
  return [...wanted, ...loose]
    .sort((a, b) => a.at - b.at)
    .slice(0, MOST_MARKS)
    .map((mark) => ({ ...mark, name: mark.name.slice(0, LETTERS) }))
}
