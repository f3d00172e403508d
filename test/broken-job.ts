/** A job to compile a page, after three attempts without an end: the next worker gives it up. */
import type { Tables } from '../src/store/index.ts'

export const brokenJob = (space: string, topic: string, now: string): Tables['job'] => ({
  space_id: space,
  id: 'broken',
  kind: 'compile',
  subject: topic,
  wished_at: now,
  taken_by: null,
  taken_until: null,
  attempts: 3,
  done_at: null,
  fault: null,
  wished_by: null,
})
