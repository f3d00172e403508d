import type { Costly } from '../../ba/index.ts'
import { costOfReading } from '../../text/index.ts'
import { paragraphsOf, sayingsOf } from '../compose/index.ts'
import { parseDocument } from '../documents/index.ts'
import { reviewDue } from '../pages/index.ts'

type Review = { due: string; past: boolean }

/** Costly work: finds the day of a page's next review; see `reviewOf`. */
export const readingReview: Costly<{ markdown: string; today: string }, Review | null> = {
  name: 'reading the next review',
  size: ({ markdown }) => costOfReading(markdown),
  work: ({ markdown, today }) => reviewOf(markdown, today),
}

/** The day of a page's next review and whether it is over where the reader is; null if it names none. */
export function reviewOf(markdown: string, today: string): Review | null {
  const document = parseDocument('page.md', markdown)
  const due = reviewDue(
    document,
    sayingsOf(paragraphsOf(document), document, (words) => /\d{4}/.test(words)),
  )
  if (!due || !Number.isFinite(due.at)) return null
  const day = new Date(due.at).toISOString().slice(0, 10)
  return { due: day, past: day < today }
}
