import { z } from 'zod'
import { type HereIAm, personOf, readingAct, text } from '../../ba/index.ts'
import { type Topic, topicNamed, topicRef } from '../../knowledge/index.ts'
import { listField, reachFrom, readPageText, scanMarks, textField } from '../documents/index.ts'
import { documentNamed, nameIn } from './leads-to.ts'
import { markdownLinks } from './markdown-links.ts'
import { shownCitation } from './read-page.ts'
import { needsRendering, rendering, toRender } from './rendering.ts'
import { reviewField, shownReview } from './review-field.ts'
import { resolveLinks } from './topics-meant.ts'

/** A page as it would be seen, before it is saved: its links and citations as they reach for whoever writes it. */
export const previewPage = readingAct({
  name: 'preview-page',
  says: "Shows a topic's page as it would be seen with this text, and marks the links and citations that reach nothing.",
  may: 'member',
  input: z.object({ topic: topicRef, markdown: text(500_000) }),
  output: z.object({
    html: z.string(),
    links: z.record(z.string(), z.string().nullable()),
    citations: z.array(shownCitation),
    fields: z.object({
      summary: z.string(),
      tags: z.array(z.string()),
      aliases: z.array(z.string()),
      review: shownReview,
    }),
    marks: z.array(
      z.object({
        at: z.number(),
        kind: z.enum(['wanted', 'no-source', 'past-the-end', 'not-confirmed']),
        name: z.string(),
      }),
    ),
  }),
  prepare: ({ markdown }) => needsRendering(markdown),
  run: async (here, { topic: ref, markdown }) => {
    const topic = await topicNamed(here, ref)
    const { front, body } = readPageText(markdown)
    const rendered = here.prepared(rendering, toRender(markdown, topic.title))
    const links = await resolveLinks(here, topic.area_id, rendered.targets, topic.id)
    const reach = await reachFrom(here, topic, rendered.citations)
    return {
      html: rendered.html,
      links,
      citations: rendered.citations.map((citation, n) => {
        const { source } = reach(citation)
        return {
          n,
          name: citation.name,
          title: source?.title ?? null,
          source: source?.id ?? null,
          fromLine: citation.from_line,
          toLine: citation.to_line,
          speaker: personOf(source?.speaker, source?.speakerName),
          saidAt: source?.at ?? null,
          claim: null,
          page: null,
          changed: null,
        }
      }),
      fields: {
        summary: textField(front, 'summary') ?? '',
        tags: listField(front, 'tags'),
        aliases: listField(front, 'aliases'),
        review: reviewField(front),
      },
      marks: await marksIn(here, topic, body, markdown.length - body.length, links),
    }
  },
})

const MOST_MARKS = 500

/** Where a text has links that lead nowhere yet and citations that do not hold. */
async function marksIn(here: HereIAm, topic: Topic, body: string, at: number, links: Record<string, string | null>) {
  const marks = scanMarks(body, 1, at)
  const reach = await reachFrom(
    here,
    topic,
    marks.citations.flatMap(({ entries }) => entries),
  )
  const documents = markdownLinks(body).flatMap((link) => {
    const named = documentNamed(link.target)
    return named ? [{ target: named.target, at: at + link.at }] : []
  })
  const wanted = [...marks.links, ...documents]
    .filter(({ target }) => target && links[target] === null)
    .map((link) => ({ at: link.at, kind: 'wanted' as const, name: nameIn(link.target) }))
  const loose = marks.citations.flatMap((mark) =>
    mark.entries.flatMap((entry) => {
      const { wrong } = reach(entry)
      return wrong ? [{ at: mark.at, kind: wrong, name: entry.name }] : []
    }),
  )
  return [...wanted, ...loose].sort((a, b) => a.at - b.at).slice(0, MOST_MARKS)
}
