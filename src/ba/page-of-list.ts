import { z } from 'zod'
import { unfit } from './refusal.ts'
import { canBeKept } from './words.ts'

/** The most rows on one page of a list. */
const MOST_ON_A_PAGE = 200
/** The JSON size of rows that ends a page early, so that a whole answer stays below 256 KB. */
const MOST_BYTES = 160_000
const DEFAULT_MOST = 100

/** The input fields of an act that answers with a list. */
export const byPage = {
  /** `next` of the previous page; omitted for the first page. */
  after: z.string().max(1000).optional(),
  most: z.int().min(1).max(MOST_ON_A_PAGE).default(DEFAULT_MOST),
}

/** The rows of a page, in an act's output. */
export const pageRows = <Row extends z.ZodType>(row: Row) =>
  z.array(row).max(MOST_ON_A_PAGE).meta({ 'x-goes-on': true })

/** The value of `after` for the next page; null at the end. */
export const next = z.string().nullable()

/** The page that is asked for. */
type PageAsked = { after?: string | undefined; most: number }

/** A position in a list: the sort keys of a row, its id last, so that no two rows share one. */
type Place = readonly (string | number)[]

/**
 * The start position of a list in ascending order of a text and an id; and of one in descending
 * order of a time.
 */
export const [UPWARDS, DOWNWARDS]: [from: [string, string], from: [string, string]] = [
  ['', ''],
  ['~', '~'],
]

/** A list that can be read from any position. */
interface Listed<At extends [] | Place, Row, Shown> {
  /** The start position, which also fixes the types of a position's parts. */
  from: At
  /** Reads up to `limit` rows after a position, in order. */
  rows: (after: At, limit: number) => Promise<Row[]>
  place: (row: Row) => At
  /** Makes the public form of a row; undefined for a row to be skipped without a trace. */
  show: (row: Row) => Promise<Shown | undefined> | Shown | undefined
}

/**
 * Reads one page of a list by keyset pagination: from the position of the last shown row, never by
 * offset, so that each row appears once however many are added meanwhile. A page ends at `most`
 * rows, or earlier if these are large.
 */
export async function pageOfList<At extends [] | Place, Row, Shown>(
  { after, most }: PageAsked,
  { from, rows, place, show }: Listed<At, Row, Shown>,
): Promise<{ rows: Shown[]; next: string | null }> {
  const shown: Shown[] = []
  let at: At = after === undefined ? from : readCursor(after, from)
  let [last, bytes] = [at, 0]
  for (;;) {
    const read = await rows(at, most + 1)
    for (const row of read) {
      at = place(row)
      const one = await show(row)
      if (one === undefined) continue
      bytes += Buffer.byteLength(JSON.stringify(one))
      if (shown.length === most || (shown.length > 0 && bytes > MOST_BYTES))
        return { rows: shown, next: cursorAt(last) }
      shown.push(one)
      last = at
    }
    if (read.length <= most) return { rows: shown, next: null }
  }
}

/** Reads rows after a position from a list in memory, sorted by position. */
export function rowsAfter<At extends [] | Place, Row>(all: readonly Row[], place: (row: Row) => At) {
  const sorted = all.map((row) => ({ row, at: place(row) })).sort((a, b) => compare(a.at, b.at))
  return async (after: At, limit: number): Promise<Row[]> =>
    sorted
      .filter(({ at }) => compare(at, after) > 0)
      .slice(0, limit)
      .map(({ row }) => row)
}

/** Compares two positions. */
function compare(a: Place, b: Place): number {
  const n = a.findIndex((part, i) => part !== b[i])
  const [one = '', other = ''] = [a[n], b[n]]
  return n < 0 ? 0 : one < other ? -1 : 1
}

/** Encodes a position as an opaque cursor. */
export const cursorAt = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url')

/** Decodes a cursor; refuses one that does not fit this list. */
export function readCursor<At extends Place>(cursor: string, like: At): At {
  const place = parsed(Buffer.from(cursor, 'base64url').toString())
  const fits = (part: unknown, n: number) =>
    typeof part === typeof like[n] && (typeof part === 'string' ? canBeKept(part) : Number.isSafeInteger(part))
  if (Array.isArray(place) && place.length === like.length && place.every(fits)) return place as unknown as At
  throw unfit('after', 'It is no place in this list.', 'Send `next` as it came, or leave it out to begin.')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
