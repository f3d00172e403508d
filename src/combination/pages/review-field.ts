import { z } from 'zod'
import type { Front } from '../../text/index.ts'
import { dueFieldIn } from './review-due.ts'

/** The review field of a page and its day; the day is empty if unset or not an ISO date. */
export const shownReview = z.object({ field: z.string(), day: z.string() })

/** Reads the review day from front matter: the field it has, else `reviewBy`. */
export function reviewField(front: Pick<Front, 'get' | 'names'>): z.output<typeof shownReview> {
  const field = dueFieldIn(front.names()) ?? 'reviewBy'
  const value = front.get(field)
  const said = value instanceof Date ? value.toISOString() : String(value ?? '')
  return { field, day: /^\d{4}-\d\d-\d\d/.exec(said)?.[0] ?? '' }
}
