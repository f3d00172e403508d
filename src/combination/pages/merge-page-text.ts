import { z } from 'zod'
import {
  byPage,
  clash,
  next,
  orAbsent,
  pageOfList,
  pageRows,
  person,
  personOf,
  readCursor,
  readingAct,
  rowsAfter,
  text,
} from '../../ba/index.ts'
import { pageOf, topicNamed, topicRef, versionOf } from '../../knowledge/index.ts'
import { MOST_PAGE } from '../../text/index.ts'
import type { MergedPart } from './merge-edits.ts'
import { mergingEdits } from './merging-edits.ts'

/**
 * The act `merge-page-text`: merges the caller's edit of an earlier version with the present page.
 */
export const mergePageText = readingAct({
  name: 'merge-page-text',
  says: 'Puts your edit of an earlier version together with what the page says now, and shows what both changed.',
  may: 'member',
  shows: ['topic', 'claim', 'source', 'page of topic'],
  input: z.object({ topic: topicRef, version: z.int(), markdown: text(MOST_PAGE), ...byPage }),
  output: z.object({
    /** The version to name when saving the result. */
    version: z.number(),
    by: person.nullable(),
    /** Whether it came from a folder in step. */
    fromFolder: z.boolean(),
    at: z.string(),
    parts: pageRows(
      z.object({
        kind: z.enum(['same', 'mine', 'theirs', 'both']),
        text: z.string(),
        theirs: z.string().nullable(),
        field: z.string().nullable(),
        /** Whether the part is continued in the next one. */
        goesOn: z.boolean(),
      }),
    ),
    next,
  }),
  run: async (here, { topic: ref, version, markdown, ...asked }) => {
    const { tx, space } = here
    const topic = await topicNamed(here, ref)
    const page = orAbsent(await pageOf(tx, space.id, topic.id), 'topic', 'page')
    const base = orAbsent(await versionOf(tx, space.id, topic.id, version), 'version', 'version')
    const now = orAbsent(await versionOf(tx, space.id, topic.id, page.version), 'topic', 'page')
    const from: [number, number] = [page.version, -1]
    if (asked.after !== undefined && readCursor(asked.after, from)[0] !== page.version) throw clash('page')
    const parts = here
      .prepared(mergingEdits, { base: base.markdown, mine: markdown, theirs: page.markdown })
      .flatMap(inPieces)
      .map((part, n) => ({ part, n }))
    const place = ({ n }: (typeof parts)[number]): [number, number] => [page.version, n]
    const read = await pageOfList(asked, { from, rows: rowsAfter(parts, place), place, show: ({ part }) => part })
    return {
      version: page.version,
      by: personOf(now.by, now.byName),
      fromFolder: now.came_from === 'folder',
      at: now.made_at,
      parts: read.rows,
      next: read.next,
    }
  },
})

const LETTERS = 20_000

/** Splits a part into pieces of at most LETTERS characters a side. */
function inPieces({ kind, text, theirs, field }: MergedPart) {
  const [mine, other] = [piecesOf(text), theirs === null ? [] : piecesOf(theirs)]
  const count = Math.max(1, mine.length, other.length)
  return Array.from({ length: count }, (_, n) => ({
    kind,
    text: mine[n] ?? '',
    theirs: theirs === null ? null : (other[n] ?? ''),
    field,
    goesOn: n < count - 1,
  }))
}

/** Splits a text without cutting a character. */
const piecesOf = (text: string): string[] => text.match(PIECE) ?? []
const PIECE = new RegExp(`[\\s\\S]{1,${LETTERS / 2}}`, 'gu')
