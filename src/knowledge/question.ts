import type { Person } from '../ba/index.ts'

/** The mark of an anonymous question: others read only that somebody new asks. */
export const SOMEBODY_NEW = 'somebody-new'

/** The asker of a question as others see them; null if it was asked anonymously. */
export const askerOf = (question: { asked_by: string; askedByName: string; asked_as: string | null }): Person | null =>
  question.asked_as === null ? { id: question.asked_by, name: question.askedByName } : null
