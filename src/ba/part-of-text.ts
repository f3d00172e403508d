import { z } from 'zod'
import { cursorAt, readCursor } from './page-of-list.ts'
import { clash } from './refusal.ts'

/** The most UTF-16 units of a text in one part, and the most bytes that they may be as JSON. */
const [MOST_LETTERS, MOST_BYTES] = [100_000, 120_000]
/** With all that is said beside a text, an answer stays below 256 KB. */
const MOST_BYTES_OF_ALL = 200_000

/** A text that goes on in further parts, in an act's output: put together as they come, they are the whole. */
export const textInParts = z.string().max(MOST_LETTERS).meta({ 'x-goes-on': true })

/** The field of an act whose answer is a text in parts: `next` of the part before. */
export const byPart = { after: z.string().max(1000).optional() }

/** How a text is parted. */
interface Parting {
  /** Which state of the text it is: a version, a hash. */
  mark: string | number
  after: string | undefined
  /** Fewer letters than usual. */
  most?: number
  /** Where what fits into a part is cut; behind its last whole line, if nothing is said. */
  cut?: (fits: string) => number
}

/**
 * Reads one part of a text, with where the next begins. Where the text has changed since the part before, the two do
 * not belong together, and the act refuses `clash`.
 */
export function partOfText(text: string, { mark, after, most = MOST_LETTERS, cut = behindLine }: Parting) {
  const start: [string | number, number] = [mark, 0]
  const [marked, from] = after === undefined ? start : readCursor(after, start)
  if (marked !== mark) throw clash('text')
  const end = endOf(text, from, most, cut)
  return { text: text.slice(from, end), next: end < text.length ? cursorAt([mark, end]) : null }
}

/** Reads a part with what is said beside it, and a smaller one where that is much. */
export async function partWithAll<Part>(read: (most: number) => Promise<Part>): Promise<Part> {
  for (let most = MOST_LETTERS; ; most = Math.floor(most / 4)) {
    const part = await read(most)
    if (most < 1000 || isWithin(part, MOST_BYTES_OF_ALL)) return part
  }
}

/** Whether something is so many bytes of JSON at most. What cannot be more by its lengths is not written to be measured. */
const isWithin = (part: unknown, bytes: number) =>
  mostBytesOf(part) <= bytes || Buffer.byteLength(JSON.stringify(part)) <= bytes

/** A letter takes six bytes where it is escaped, and anything else fewer than thirty with what stands around it. */
function mostBytesOf(value: unknown): number {
  if (typeof value === 'string') return 6 * value.length + 3
  if (typeof value !== 'object' || value === null) return 30
  let bytes = 2
  for (const [key, one] of Object.entries(value)) bytes += 6 * key.length + 4 + mostBytesOf(one)
  return bytes
}

function endOf(text: string, from: number, most: number, cut: (fits: string) => number): number {
  let fits = text.slice(from, from + most)
  while (!isWithin(fits, MOST_BYTES)) fits = fits.slice(0, fits.length / 2)
  if (from + fits.length >= text.length) return text.length
  const at = cut(fits)
  // Cut early, there would be many small parts; cut between the halves of a character, none of them would be whole.
  if (at > fits.length / 2) return from + at
  return from + (fits.isWellFormed() ? fits.length : fits.length - 1)
}

const behindLine = (text: string) => text.lastIndexOf('\n') + 1
