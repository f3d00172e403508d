import { looseSlug } from '../../ba/index.ts'
import { plainWords } from '../../knowledge/index.ts'
import { type Front, listField, setDate } from '../../text/index.ts'
import { escapeMarks } from '../compose/index.ts'
import { blocksIn, readPageText, writePageText } from '../documents/index.ts'

/** Renames a page in its text: the former title becomes an alias. Every other byte stays. */
export function renameInPage(markdown: string, { title, before, now }: Record<'title' | 'before' | 'now', string>) {
  const page = readPageText(markdown)
  page.front.set('title', title)
  addNames(page.front, 'aliases', looseSlug(before) === looseSlug(title) ? [] : [before], title)
  setDate(page.front, 'updatedAt', now)
  return writePageText({ front: page.front, body: renameHeading(page.body, title, before) })
}

/** Replaces the title heading. */
export function renameHeading(body: string, title: string, before: string): string {
  const { above, blocks } = blocksIn(body)
  return (
    above +
    blocks
      .map(({ written, after }, n) => (n === 0 && isTitle(written, before) ? headingOf(title) : written) + after)
      .join('')
  )
}

/** Whether a block is the heading with the page's title. */
export const isTitle = (block: string, title: string) =>
  /^# +\S[^\n]*$/.test(block.trimEnd()) && plainWords(block.slice(1)) === plainWords(title)

/** A title as the heading of a page. */
export const headingOf = (title: string) => `# ${escapeMarks(title)}`

/** Adds missing names that can be linked to a list in front matter. */
export function addNames(front: Front, field: string, names: readonly string[], title?: string): void {
  const there = listField(front, field)
  const all = [...new Set([...there, ...names])].filter((name) => name !== title && !/[|[\]\n]/.test(name))
  if (all.length !== there.length || all.some((name, n) => name !== there[n])) front.set(field, all)
}
