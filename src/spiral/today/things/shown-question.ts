import { z } from 'zod'
import { shownTopic } from '../../../knowledge/index.ts'

/** A question as Today shows it. */
export const shownQuestion = z.object({ id: z.string(), words: z.string(), topic: shownTopic })
