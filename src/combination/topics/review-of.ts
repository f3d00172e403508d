import type { Costly } from '../../ba/index.ts'
import { costOfReading } from '../../text/index.ts'
import { paragraphsOf, sayingsOf } from '../compose/index.ts'
import { parseDocument } from '../documents/index.ts'
import { reviewDue } from '../pages/index.ts'

const DAY_MS = 86_400_000

type Review = { due: string; past: boolean }

/** Costly work: finds the day of a page's next review; see `reviewOf`. */
export const readingReview: Costly<{ markdown: string; now: string }, Review | null> = {
  name: 'reading the next review',
  size: ({ markdown }) => costOfReading(markdown),
  work: ({ markdown, now }) => reviewOf(markdown, now),
}

/** The day of a page's next review and whether it has passed; null if it names none. */
export function reviewOf(markdown: string, now: string): Review | null {
  const document = parseDocument('page.md', markdown)
  const due = reviewDue(
    document,
    sayingsOf(paragraphsOf(document), document, (words) => /\d{4}/.test(words)),
  )
  if (!due || !Number.isFinite(due.at)) return null
  return { due: new Date(due.at).toISOString().slice(0, 10), past: due.at <= Date.parse(now) - DAY_MS }
}
