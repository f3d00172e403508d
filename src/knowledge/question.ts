import type { Person } from '../ba/index.ts'

/** How a question is asked whose asker is not named: the room hears that somebody new asks. */
export const SOMEBODY_NEW = 'somebody-new'

/** Who asked a question, as others see it: nobody where it was asked without a name. */
export const askerOf = (question: { asked_by: string; askedByName: string; asked_as: string | null }): Person | null =>
  question.asked_as === null ? { id: question.asked_by, name: question.askedByName } : null
