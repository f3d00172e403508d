import { paragraphsOf, sayingsOf } from '../compose/index.ts'
import { readDocument } from '../documents/index.ts'
import { reviewDue } from '../pages/index.ts'

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
