import { paragraphsOf, sayingsOf } from '../compose/sayings.ts'
import { readDocument } from '../documents/sources/read-document.ts'
import { reviewDue } from '../pages/review-due.ts'

const DAY_MS = 86_400_000
const encoder = new TextEncoder()

/** By when a page wants to be looked at again, as a day, and whether that has passed; null where it names none. */
export function reviewOf(markdown: string, now: string): { due: string; past: boolean } | null {
  const document = readDocument('page.md', encoder.encode(markdown))
  if ('reason' in document) return null
  const due = reviewDue(
    document,
    sayingsOf(paragraphsOf(document), document, (words) => /\d{4}/.test(words)),
  )
  if (!due || !Number.isFinite(due.at)) return null
  return { due: new Date(due.at).toISOString().slice(0, 10), past: due.at <= Date.parse(now) - DAY_MS }
}
