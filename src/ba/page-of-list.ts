import { z } from 'zod'
import { unfit } from './refusal.ts'
import { canBeKept } from './words.ts'

/** The most rows on one page of a list. */
const MOST_ON_A_PAGE = 200
/** So many bytes of rows, as JSON, end a page early: with what stands around them an answer stays below 256 KB. */
const MOST_BYTES = 160_000
const BY_ITSELF = 100

/** The fields of an act whose answer is a list: where the page before ended, and how many rows at most. */
export const byPage = {
  /** `next` of the page before; left out, the first page. */
  after: z.string().max(1000).optional(),
  most: z.int().min(1).max(MOST_ON_A_PAGE).default(BY_ITSELF),
}

/** The rows of a page, in an act's output. */
export const pageRows = <Row extends z.ZodType>(row: Row) =>
  z.array(row).max(MOST_ON_A_PAGE).meta({ 'x-goes-on': true })

/** What to send as `after` for the next page; null at the end. */
export const next = z.string().nullable()

/** Which page is asked for. */
type PageAsked = { after?: string | undefined; most: number }

/** A place in a list: what its rows are sorted by, the row's id last, so that no two rows share one. */
type Place = readonly (string | number)[]

/** Before the first row of a list that goes upwards by a text and an id; and of one that goes downwards by a moment. */
export const [UPWARDS, DOWNWARDS]: [from: [string, string], from: [string, string]] = [
  ['', ''],
  ['~', '~'],
]

/** A list as its rows can be read from any place on. */
interface Listed<At extends [] | Place, Row, Shown> {
  /** A place before every row: it says also of what kinds a place is made. */
  from: At
  /** So many rows after a place, in order. */
  rows: (after: At, limit: number) => Promise<Row[]>
  place: (row: Row) => At
  /** A row as it is shown; undefined for one that is not to be seen, which then leaves no trace. */
  show: (row: Row) => Promise<Shown | undefined> | Shown | undefined
}

/**
 * Reads one page of a list by keyset: from the place of the last row that was shown, never by counting, so that every
 * row comes once however many are added meanwhile. A page ends at `most` rows, or earlier where these are large.
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

/** The rows after a place of a list that is in memory, in order of their places. */
export function rowsAfter<At extends [] | Place, Row>(all: readonly Row[], place: (row: Row) => At) {
  const sorted = all.map((row) => ({ row, at: place(row) })).sort((a, b) => compared(a.at, b.at))
  return async (after: At, limit: number): Promise<Row[]> =>
    sorted
      .filter(({ at }) => compared(at, after) > 0)
      .slice(0, limit)
      .map(({ row }) => row)
}

/** Which of two places comes first. */
function compared(a: Place, b: Place): number {
  const n = a.findIndex((part, i) => part !== b[i])
  const [one = '', other = ''] = [a[n], b[n]]
  return n < 0 ? 0 : one < other ? -1 : 1
}

/** A place as it is handed out, to be given back unread. */
export const cursorAt = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url')

/** The place that a cursor names; refuses one that is of no list like this. */
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
