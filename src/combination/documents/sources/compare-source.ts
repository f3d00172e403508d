import { z } from 'zod'
import { byPage, line, next, pageOfList, pageRows, readingAct, rowsAfter } from '../../../ba/index.ts'
import { linesOfFront, textWithoutComments } from '../../../text/index.ts'
import { comparingLines } from './comparing-lines.ts'
import { documentNamed } from './import-source.ts'
import { type Change, linesOf } from './line-changes.ts'
import { isMarkdown } from './read-document.ts'
import { versionMeant } from './source-file.ts'

/** The number of unchanged lines shown around a change. */
const AROUND = 2
/** The number of characters shown of a very long line. */
const LETTERS = 10_000

const row = z.object({
  /**
   * A line of both versions, a removed one, an added one, or unchanged lines that are not shown.
   */
  is: z.enum(['same', 'gone', 'new', 'gap']),
  /** Its number in its version; for an unchanged line, in the newer one. */
  n: z.number(),
  text: z.string(),
})

/** The act `compare-source`: the line diff of two versions, with a little context. */
export const compareSource = readingAct({
  name: 'compare-source',
  says: 'Compares an earlier version of a document with a later one, line by line.',
  may: 'reader',
  shows: ['source'],
  input: z.object({ source: line(100), from: z.int().min(1), to: z.int().min(1).optional(), ...byPage }),
  output: z.object({ rows: pageRows(row), next }),
  run: async (here, { source: ref, from, to, ...asked }) => {
    const source = await documentNamed(here, ref)
    const before = (await versionMeant(here, source, from)).text
    const after = (await versionMeant(here, source, to)).text
    const changes = here.prepared(comparingLines, { before, after })
    // Versions never change, so the index of a row is a stable cursor.
    const readable = isMarkdown(source.name) ? textWithoutComments : (text: string) => text
    const rows = compared(readable(before), readable(after), changes).map((row, at) => ({ row, at }))
    const place = ({ at }: (typeof rows)[number]): [number] => [at]
    const show = ({ row: { is, n, text } }: (typeof rows)[number]) => ({ is, n, text: cut(text) })
    const page = await pageOfList(asked, { from: [-1] as [number], rows: rowsAfter(rows, place), place, show })
    return { rows: page.rows, next: page.next }
  },
})

type ComparedLine = z.output<typeof row>

const cut = (text: string) => (text.length > LETTERS ? `${text.slice(0, LETTERS).toWellFormed()}…` : text)

function compared(before: string, after: string, changes: readonly Change[]): ComparedLine[] {
  const [old, now] = [linesOf(before), linesOf(after)]
  const rows: ComparedLine[] = []
  // The time of import in the front matter differs each time, so changes within front matter only
  // are skipped.
  const [front, toFront] = [linesOfFront(before), linesOfFront(after)]
  const start = toFront
  let done = start
  for (const [from, count, toFrom, toCount] of changes) {
    if (from + count - 1 <= front && toFrom + toCount - 1 <= toFront) continue
    same(toFrom - 1)
    for (let n = from; n < from + count; n++) rows.push({ is: 'gone', n, text: old[n - 1] ?? '' })
    for (let n = toFrom; n < toFrom + toCount; n++) rows.push({ is: 'new', n, text: now[n - 1] ?? '' })
    done = Math.max(start, toFrom + toCount - 1)
  }
  if (rows.length > 0) same(now.length)
  return rows

  /** Adds unchanged lines up to `last`; of a long run only those next to a change. */
  function same(last: number) {
    const [head, tail] = [done === start ? 0 : AROUND, last === now.length ? 0 : AROUND]
    const gap = last - done > head + tail
    for (let n = done + 1; n <= last; n++) {
      if (!gap || n <= done + head || n > last - tail) rows.push({ is: 'same', n, text: now[n - 1] ?? '' })
      else if (n === done + head + 1) rows.push({ is: 'gap', n, text: '' })
    }
  }
}
