import { type Here, inArea, slugOf, unfit } from '../../ba/index.ts'
import { keepAliases, keepCitations, keepLinks, keepPage, keptCitations, type Topic } from '../../knowledge/index.ts'
import { type Citation, listField, textField, withFieldsAtHead } from '../../text/index.ts'
import { type CitedBefore, readPageText, versionsCited } from '../documents/index.ts'
import { aliasesIn, namesLinked, refuseLongNames } from './long-names.ts'
import { formsOf } from './name-meant.ts'
import { rendering, toRender } from './rendering.ts'

/** A page's text to be saved over the version that was read (null for a new page). */
export interface PageToSave {
  markdown: string
  /** The compiler's last text; empty if it never wrote the page. */
  base: string
  read: number | null
  by: string | null
  /** Set if it was written in a folder. */
  from?: 'folder'
  /** Citations that somebody confirmed for the present version of their source. */
  holds?: readonly Citation[]
  /** Citations of text from another page or an earlier version, with their source versions. */
  cited?: readonly CitedBefore[]
}

/**
 * Saves a page with its HTML, aliases, links and citations; returns the new version, or null if
 * somebody saved meanwhile.
 */
export async function savePage(here: Here, topic: Topic, page: PageToSave): Promise<number | null> {
  const { tx, space, now } = here
  const { front: written, body } = readPageText(page.markdown)
  const front = withFieldsAtHead(written, body)
  const there = page.read === null ? [] : await keptCitations(tx, space.id, topic.id)
  const before = [...there, ...(page.cited ?? [])]
  const rendered = here.prepared(rendering, toRender(page.markdown, topic.title))
  // What the compiler writes has names that somebody kept before.
  if (page.by !== null) refuseLongNames(page.markdown, topic.title, rendered)
  const version = (page.read ?? 0) + 1
  const kept = await keepPage(
    tx,
    {
      space_id: space.id,
      topic_id: topic.id,
      area_id: topic.area_id,
      markdown: page.markdown,
      base: page.base,
      html: rendered.html,
      summary: textField(front, 'summary') ?? '',
      tags: JSON.stringify(listField(front, 'tags')),
      targets: JSON.stringify(rendered.targets),
      version,
      updated_at: now,
      updated_by: page.by,
    },
    page.read,
    page.from,
  )
  if (!kept) return null
  const at = { space_id: space.id, topic_id: topic.id, area_id: topic.area_id }
  await keepAliases(tx, at, aliasesIn(front))
  await keepLinks(tx, at, formsOf(namesLinked(rendered)))
  const versions = await versionsCited(here, topic.area_id, rendered.citations, before, { ...page, body })
  const citations = rendered.citations.map((citation, n) => ({ n, ...citation, source_version: versions[n] ?? null }))
  await keepCitations(tx, space.id, topic.id, citations)
  here.changed({ page: topic.id }, inArea(topic.area_id, topic.id))
  return version
}

/** The title in a page's text; refuses a text without one. */
export function titleOf(markdown: string, field = 'markdown'): string {
  const title = textField(readPageText(markdown, field).front, 'title')?.trim()
  if (!title) throw unfit(field, 'Its front matter has no title.', 'Start it with ---, title: …, ---.')
  slugOf(title, field)
  return title
}

/** The title in a page's text, if any. */
export const titleIn = (markdown: string): string | undefined =>
  textField(readPageText(markdown).front, 'title')?.trim() || undefined
