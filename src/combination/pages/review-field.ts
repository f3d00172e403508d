import { z } from 'zod'
import type { Front } from '../../text/index.ts'
import { dueFieldIn } from './review-due.ts'

/** The field that says when a page is to be looked at again, and its day; empty where it has none, or says it otherwise. */
export const shownReview = z.object({ field: z.string(), day: z.string() })

/** Reads it from what a page says of itself: in a field by whichever name it has one, else in `reviewBy`. */
export function reviewField(front: Pick<Front, 'get' | 'names'>): z.output<typeof shownReview> {
  const field = dueFieldIn(front.names()) ?? 'reviewBy'
  const value = front.get(field)
  const said = value instanceof Date ? value.toISOString() : String(value ?? '')
  return { field, day: /^\d{4}-\d\d-\d\d/.exec(said)?.[0] ?? '' }
}
