import { z } from 'zod'
import { MOST_ANSWER } from '../text/index.ts'

const LINE = 200

/** Whether a store can keep a text: no U+0000, no half of a surrogate pair. */
export const canBeKept = (text: string) => !text.includes('\0') && text.isWellFormed()

/** One line of words, trimmed, never empty. */
export const line = (most = LINE) =>
  z
    .string()
    .trim()
    .min(1, 'is empty')
    .max(most, `is longer than ${most} characters`)
    .refine((text) => !/[\r\n]/.test(text), 'has more than one line')

/** Words of any number of lines, never only white space. */
export const text = (most = MOST_ANSWER) =>
  z
    .string()
    .max(most, `is longer than ${most} characters`)
    .refine((words) => words.trim() !== '', 'is empty')

/** An id as Whorl gives them. */
export const id = z.string().min(1, 'is empty').max(100, 'is too long to be an id')

/** A day, as `2026-05-04`. */
export const day = z.iso.date('is not a day like 2026-05-04')

/** A person as others see them. */
export const person = z.object({ id: z.string(), name: z.string() })

/** The person of an id and a name, as rows have them; nobody, where there is none. */
export const personOf = (id: string | null | undefined, name: string | null | undefined) =>
  id && name ? { id, name } : null

/** An area as its people see it. */
export const areaName = z.object({ slug: z.string(), name: z.string(), closed: z.boolean() })
