import { z } from 'zod'
import { byPage, cursorAt, next, orAbsent, pageRows, person, personOf, readCursor, readingAct } from '../../ba/index.ts'
import {
  pageOf,
  plainWords,
  shownTopic,
  showTopic,
  topicNamed,
  topicRef,
  versionsBefore,
} from '../../knowledge/index.ts'
import { textWithoutComments } from '../../text/index.ts'
import { type Change, changesBetween } from '../documents/index.ts'
import { behind, withoutTakenOut } from './taken-out.ts'

/** The most versions in one answer, since their texts are compared. */
const AT_ONCE = 20

/** The limits of headings and fields named for a version. */
const [MOST_NAMED, MOST_FIELDS] = [3, 20]

/**
 * The act `page-history`: a page's versions, newest first, with author, time and a summary of
 * changes.
 */
export const pageHistory = readingAct({
  name: 'page-history',
  says: "Lists the versions of a topic's page, newest first: who made each, when, and which parts it changed.",
  may: 'reader',
  heavy: 'long',
  shows: ['topic', 'claim', 'source', 'page of topic'],
  input: z.object({ topic: topicRef, ...byPage }),
  output: z.object({
    topic: shownTopic,
    versions: pageRows(
      z.object({
        version: z.number(),
        /** Null for a version compiled by Whorl. */
        by: person.nullable(),
        /** Whether it came from a folder in step. */
        fromFolder: z.boolean(),
        at: z.string(),
        now: z.boolean(),
        first: z.boolean(),
        /** The earlier version with the same text, if any. */
        backTo: z.object({ version: z.number(), at: z.string() }).nullable(),
        under: z.array(z.string()).max(MOST_NAMED),
        fields: z.array(z.string()).max(MOST_FIELDS),
        did: z.enum(['nothing', 'added', 'took-out', 'changed']),
        /** The first changed words, if short enough. */
        words: z.object({ was: z.string().nullable(), is: z.string().nullable() }).nullable(),
      }),
    ),
    next,
  }),
  run: async (here, { topic: ref, after, most }) => {
    const { tx, space } = here
    const topic = await topicNamed(here, ref)
    const page = orAbsent(await pageOf(tx, space.id, topic.id), 'topic', 'page')
    const [before] = after === undefined ? [page.version + 1] : readCursor(after, [0])
    const atOnce = Math.min(most, AT_ONCE)
    const rows = await versionsBefore(tx, space.id, topic.id, before, atOnce + 1)
    const texts = rows.map(({ markdown }) => markdown)
    const claims = await behind(tx, space.id, topic, texts)
    const read = rows.map((row) => {
      const { markdown } = withoutTakenOut(row.markdown, page.markdown, claims)
      return { ...row, text: textWithoutComments(markdown) }
    })
    return {
      topic: showTopic(here, topic),
      versions: read.slice(0, atOnce).map((row, n) => {
        const earlier = read[n + 1]
        const back = read.slice(n + 2).find(({ text }) => text === row.text)
        return {
          version: row.version,
          by: personOf(row.by, row.byName),
          fromFolder: row.came_from === 'folder',
          at: row.made_at,
          now: row.version === page.version,
          first: earlier === undefined,
          backTo: back && earlier?.text !== row.text ? { version: back.version, at: back.made_at } : null,
          ...sumOf(earlier ? changesBetween(earlier.text, row.text) : []),
        }
      }),
      next: read.length > atOnce ? cursorAt([read[atOnce - 1]?.version ?? 0]) : null,
    }
  },
})

/** Summarises changes: headings, fields, and whether words were added or removed. */
function sumOf(changes: readonly Change[]) {
  const under = new Set<string>()
  let heading = ''
  for (const { kind, field, spans } of changes) {
    const text = spans.map((span) => (span.kind === 'taken-out' && kind !== 'taken-out' ? '' : span.text)).join('')
    const own = field === null && /^#{1,6}\s+(.+)$/.exec(text)?.[1]?.trim()
    if (own) heading = own
    if (kind !== 'same' && field === null && heading) under.add(heading)
  }
  const kinds = new Set(changes.filter(({ kind }) => kind !== 'same').map(({ kind }) => kind))
  const only = kinds.size === 1 ? [...kinds][0] : undefined
  const did = only === 'added' ? 'added' : only === 'taken-out' ? 'took-out' : 'changed'
  return {
    under: [...under].slice(0, MOST_NAMED),
    fields: changes.flatMap(({ field }) => field ?? []).slice(0, MOST_FIELDS),
    did: kinds.size === 0 ? ('nothing' as const) : (did as 'added' | 'took-out' | 'changed'),
    words: firstWords(changes),
  }
}

const MOST_LETTERS = 120

/** The removed and added words of the first changed block. */
function firstWords(changes: readonly Change[]): { was: string | null; is: string | null } | null {
  const first = changes.find(({ kind, field }) => kind !== 'same' && field === null)
  if (!first) return null
  const spans = first.spans.filter(({ kind, text }) => kind !== 'same' && /[\p{L}\p{N}]/u.test(plainWords(text)))
  const [one, next] = spans
  if (!one) return null
  const came = one.kind === 'added' ? one : next?.kind === 'added' ? next : undefined
  const words = { was: one.kind === 'taken-out' ? bare(one.text) : null, is: came ? bare(came.text) : null }
  return [words.was, words.is].every((text) => (text?.length ?? 0) <= MOST_LETTERS) ? words : null
}

/** Trims the punctuation that joined the words to unchanged text. */
const bare = (text: string) => plainWords(text.replace(/^[ \t]*#+\s|^[\s,;:.–—-]+|(?<![\s,;:–—-])[\s,;:–—-]+$/gu, ''))
