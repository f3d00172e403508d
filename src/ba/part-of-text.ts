import { z } from 'zod'
import { cursorAt, readCursor } from './page-of-list.ts'
import { clash } from './refusal.ts'

/** The most UTF-16 units in one part of a text, and the most bytes of it as JSON. */
const [MOST_LETTERS, MOST_BYTES] = [100_000, 120_000]
/** A part that has little room beside other fields is not made smaller than this. */
const FEWEST_LETTERS = 1000
/** The most bytes of a part with the fields beside it, so that an answer stays below 256 KB. */
const MOST_BYTES_OF_ALL = 200_000

/** A text returned in parts, in an act's output; joined in order, the parts are the whole. */
export const textInParts = z.string().max(MOST_LETTERS).meta({ 'x-goes-on': true })

/**
 * The input fields of an act that answers with a text in parts: `next` of the previous part, and how
 * many UTF-16 units a part may have.
 */
export const byPart = {
  after: z.string().max(1000).optional(),
  most: z.int().min(FEWEST_LETTERS).max(MOST_LETTERS).optional(),
}

/** How a text is split. */
interface SplitOptions {
  /** The state of the text: a version or a hash. */
  mark: string | number
  after: string | undefined
  /** A smaller limit than usual. */
  most?: number | undefined
  /** Where to cut the longest possible part; by default after its last whole line. */
  cut?: (fits: string) => number
}

/**
 * Reads one part of a text and the cursor of the next. Refuses with `clash` if the text has changed
 * since the previous part.
 */
export function partOfText(text: string, { mark, after, most = MOST_LETTERS, cut = afterLastLine }: SplitOptions) {
  const start: [string | number, number] = [mark, 0]
  const [marked, from] = after === undefined ? start : readCursor(after, start)
  if (marked !== mark) throw clash('text')
  const end = endOf(text, from, most, cut)
  return { text: text.slice(from, end), next: end < text.length ? cursorAt([mark, end]) : null }
}

/** Reads a part with the fields beside it; a smaller part if those are large. */
export async function partWithAll<Part>(
  read: (most: number) => Promise<Part>,
  first: number = MOST_LETTERS,
): Promise<Part> {
  for (let most = first; ; most = Math.floor(most / 4)) {
    const part = await read(most)
    if (most < FEWEST_LETTERS || isWithin(part, MOST_BYTES_OF_ALL)) return part
  }
}

/** Whether a value is at most so many bytes as JSON. */
const isWithin = (part: unknown, bytes: number) => Buffer.byteLength(JSON.stringify(part)) <= bytes

function endOf(text: string, from: number, most: number, cut: (fits: string) => number): number {
  let fits = text.slice(from, from + most)
  // A character takes six bytes at most, as an escape.
  while (6 * fits.length > MOST_BYTES && !isWithin(fits, MOST_BYTES)) fits = fits.slice(0, fits.length / 2)
  if (from + fits.length >= text.length) return text.length
  const at = cut(fits)
  // A cut too early would make many small parts; one inside a surrogate pair would make malformed
  // ones.
  if (at > fits.length / 2) return from + at
  return from + (fits.isWellFormed() ? fits.length : fits.length - 1)
}

const afterLastLine = (text: string) => text.lastIndexOf('\n') + 1
