import { z } from 'zod'
import { MOST_ANSWER } from '../text/index.ts'

const LINE = 200

/** Whether a store can keep a text: no U+0000, no lone surrogate. */
export const canBeKept = (text: string) => !text.includes('\0') && text.isWellFormed()

/** The schema of one trimmed, non-empty line. */
export const line = (most = LINE) =>
  z
    .string()
    .trim()
    .min(1, 'is empty')
    .max(most, `is longer than ${most} characters`)
    .refine((text) => !/[\r\n]/.test(text), 'has more than one line')

/** The schema of text of any number of lines, not only white space. */
export const text = (most = MOST_ANSWER) =>
  z
    .string()
    .max(most, `is longer than ${most} characters`)
    .refine((words) => words.trim() !== '', 'is empty')

/** The schema of an id. */
export const id = z.string().min(1, 'is empty').max(100, 'is too long to be an id')

/** The schema of a day, as `2026-05-04`. */
export const day = z.iso.date('is not a day like 2026-05-04')

/** The public form of a person. */
export const person = z.object({ id: z.string(), name: z.string() })

/** The person of an id and a name from a row; null if either is missing. */
export const personOf = (id: string | null | undefined, name: string | null | undefined) =>
  id && name ? { id, name } : null

/** The public form of an area. */
export const areaName = z.object({ slug: z.string(), name: z.string(), closed: z.boolean() })
