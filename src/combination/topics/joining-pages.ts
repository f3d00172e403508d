import type { Costly } from '../../ba/index.ts'
import { costOfReading } from '../../text/index.ts'
import { mergePages, type PageOfTopic } from './merge-pages.ts'
import { type PageToPart, partPage, partsOf } from './part-page.ts'

/** The sources whose lines come along: the compiler writes by itself what cites only these. */
type Lines = { told: readonly string[] }

const among = ({ told }: Lines) => {
  const names = new Set(told)
  return (source: string) => names.has(source)
}

/** Joins the pages of two topics; see `mergePages`. */
export const joiningPages: Costly<
  { one: PageOfTopic; other: PageOfTopic; now: string } & Lines,
  ReturnType<typeof mergePages>
> = {
  name: 'joining pages',
  size: ({ one, other }) => costOfReading(one.markdown, one.base, other.markdown, other.base),
  work: ({ one, other, now, ...rest }) => mergePages(one, other, { now, again: among(rest) }),
}

/** Takes blocks of a page to a page of their own; see `partPage`. */
export const partingPage: Costly<
  Omit<PageToPart, 'goes' | 'again'> & { goes: readonly number[] } & Lines,
  ReturnType<typeof partPage>
> = {
  name: 'parting a page',
  size: ({ markdown, base }) => costOfReading(markdown, base),
  work: ({ goes, ...page }) => partPage({ ...page, goes: new Set(goes), again: among(page) }),
}

/** Reads the blocks of a page that can go to another; see `partsOf`. */
export const readingParts: Costly<{ markdown: string; title: string }, ReturnType<typeof partsOf>> = {
  name: 'reading the parts of a page',
  size: ({ markdown }) => costOfReading(markdown),
  work: ({ markdown, title }) => partsOf(markdown, title),
}
