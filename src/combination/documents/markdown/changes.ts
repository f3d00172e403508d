import { diffArrays } from 'diff'
import { z } from 'zod'
import { ANY_MARK, frontChunks, splitFront, wordSegments } from '../../../text/index.ts'
import { blocksOf } from './merge-blocks.ts'

/** A run of words that is unchanged, added or removed. */
const shownSpan = z.object({ kind: z.enum(['same', 'added', 'taken-out']), text: z.string() })

/** The diff's edit limit; beyond it the whole text counts as replaced. */
const MOST_EDITS = 2_000

/** The diff of one text, word by word. */
export const shownSpans = z.array(shownSpan).max(2 * MOST_EDITS + 2)

/** One run of a diff. */
export type Span = z.output<typeof shownSpan>

/** The limits of one piece: spans, and characters in them. */
const [SPANS, LETTERS] = [200, 20_000]

/** A change in its output form. */
export const shownChange = z.object({
  kind: z.enum(['same', 'added', 'taken-out', 'changed']),
  field: z.string().nullable(),
  spans: z.array(shownSpan).max(SPANS),
})

/** A block of a page, or a front-matter field, and how it changed between two versions. */
export interface Change {
  kind: 'same' | 'added' | 'taken-out' | 'changed'
  /** The field's name, or null for a block. */
  field: string | null
  spans: Span[]
}

/**
 * Compares two texts of a page: fields that differ, then every block, word by word where it was
 * reworded.
 */
export function changesBetween(before: string, after: string): Change[] {
  const [old, now] = [splitFront(before), splitFront(after)]
  return [...fieldChanges(old.front, now.front), ...blockChanges(blocksOf(old.body), blocksOf(now.body))]
}

/** Splits very long changes into several pieces, between words if possible. */
export const inPieces = (changes: readonly Change[]): Change[] =>
  changes.flatMap((change) => {
    const pieces: Change[] = []
    let letters = Number.POSITIVE_INFINITY
    for (const span of change.spans.flatMap(shortSpans)) {
      const last = pieces.at(-1)
      letters += span.text.length
      if (last && last.spans.length < SPANS && letters <= LETTERS) last.spans.push(span)
      else {
        pieces.push({ ...change, spans: [span] })
        letters = span.text.length
      }
    }
    return pieces.length ? pieces : [change]
  })

const SHORT = new RegExp(`[\\s\\S]{1,${LETTERS}}(?=\\s|$)|[\\s\\S]{1,${LETTERS}}`, 'gu')
const shortSpans = ({ kind, text }: Span): Span[] =>
  text.length <= LETTERS ? [{ kind, text }] : (text.match(SHORT) ?? []).map((part) => ({ kind, text: part }))

/** Fields that are not compared, since every compile sets them. */
const DATES = ['createdAt', 'updatedAt']

function fieldChanges(before: string, after: string): Change[] {
  const [old, now] = [before, after].map(
    (front) => new Map(frontChunks(front).map(({ name, text }) => [name, text.slice(text.indexOf(':') + 1).trim()])),
  ) as [Map<string, string>, Map<string, string>]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((field) => {
    const [was, is] = [old.get(field), now.get(field)]
    return !field || was === is || DATES.includes(field) ? [] : [change(was, is, field)]
  })
}

function change(was: string | undefined, is: string | undefined, field: string | null): Change {
  if (was === undefined) return { kind: 'added', field, spans: [{ kind: 'added', text: is ?? '' }] }
  if (is === undefined) return { kind: 'taken-out', field, spans: [{ kind: 'taken-out', text: was }] }
  if (was === is) return { kind: 'same', field, spans: [{ kind: 'same', text: is }] }
  return { kind: 'changed', field, spans: spansBetween(was, is) }
}

function blockChanges(before: string[], after: string[]): Change[] {
  const runs = diffArrays(before, after, { maxEditLength: MOST_EDITS }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ]
  const changes: Change[] = []
  for (let n = 0; n < runs.length; n++) {
    const [run, next] = [runs[n], runs[n + 1]]
    if (!run) continue
    if (run.removed && next?.added) {
      changes.push(...pairReworded(run.value, next.value))
      n++
    } else
      for (const text of run.value)
        changes.push(change(run.added ? undefined : text, run.removed ? undefined : text, null))
  }
  return changes
}

/**
 * Pairs removed and added blocks at one place: two that share most of their words are one reworded
 * block.
 */
function pairReworded(went: string[], came: string[]): Change[] {
  const changes: Change[] = []
  let from = 0
  for (const is of came) {
    const at = went.findIndex((was, n) => n >= from && isReworded(was, is))
    if (at < 0) {
      changes.push(change(undefined, is, null))
      continue
    }
    for (const was of went.slice(from, at)) changes.push(change(was, undefined, null))
    changes.push(change(went[at], is, null))
    from = at + 1
  }
  return [...changes, ...went.slice(from).map((was) => change(was, undefined, null))]
}

function isReworded(was: string, is: string): boolean {
  const [one, other] = [new Set(tokensOf(was)), new Set(tokensOf(is))]
  const shared = [...one].filter((token) => token.trim() && other.has(token)).length
  return shared * 2.5 > Math.min(one.size, other.size)
}

const MARK = new RegExp(`(${ANY_MARK.source})`)

/**
 * Splits a text of any script into words and the characters between them; a link or a citation is
 * one token.
 */
const tokensOf = (text: string): string[] =>
  text
    .split(MARK)
    .flatMap((part) => (MARK.test(part) ? part : [...wordSegments(part)].map(({ segment }) => segment)))
    .filter(Boolean)

/** Compares two texts word by word. */
export function spansBetween(was: string, is: string): Span[] {
  const runs = diffArrays(tokensOf(was), tokensOf(is), { maxEditLength: MOST_EDITS })
  if (!runs)
    return [
      { kind: 'taken-out', text: was },
      { kind: 'added', text: is },
    ]
  return joinNeighbours(
    runs.map(({ value, added, removed }) => ({
      kind: added ? 'added' : removed ? 'taken-out' : 'same',
      text: value.join(''),
    })),
  )
}

/** Joins neighbouring changed words to one change, including the unchanged spaces between them. */
function joinNeighbours(spans: Span[]): Span[] {
  const read: Span[] = []
  let [went, came] = ['', '']
  const close = () => {
    if (went) read.push({ kind: 'taken-out', text: went })
    if (came) read.push({ kind: 'added', text: came })
    went = came = ''
  }
  for (const [n, { kind, text }] of spans.entries()) {
    if (kind === 'taken-out') went += text
    else if (kind === 'added') came += text
    else if (went && came && !text.trim() && n < spans.length - 1) {
      went += text
      came += text
    } else {
      close()
      read.push({ kind, text })
    }
  }
  close()
  return read
}
