import { ownAndOpen } from '../../ba/index.ts'
import { claimsBehind, plainWords } from '../../knowledge/index.ts'
import type { Tx } from '../../store/index.ts'
import {
  bodyOf,
  CITATION,
  type Citation,
  citedIn,
  Front,
  frontChunks,
  splitFront,
  type TextParts,
  textField,
} from '../../text/index.ts'
import { type Block, blocksIn, readPageText } from '../documents/index.ts'

/** What of a claim tells whether words of an earlier version stood on it. */
export type Behind = Awaited<ReturnType<typeof claimsBehind>>[number]

/** The claims behind a page's versions, those that were taken out among them. */
export async function behind(
  tx: Tx,
  space: string,
  topic: { id: string; area_id: string },
  texts: readonly string[],
): Promise<Behind[]> {
  const names = new Set(texts.flatMap((text) => citedIn(text).map(({ name }) => name)))
  return claimsBehind(tx, space, ownAndOpen(topic.area_id), topic.id, [...names])
}

/** An earlier version as it may be shown, and whether something was left out. */
export interface ShownVersion {
  markdown: string
  leftOut: boolean
}

/**
 * An earlier version without what somebody has taken out since: sentences that cite a line withdrawn, or say its
 * words. What stands on the page now is there for all to see, and stays.
 */
export function withoutTakenOut(markdown: string, now: string, claims: readonly Behind[]): ShownVersion {
  const out = claims.filter(({ withdrawn_at }) => withdrawn_at !== null)
  if (out.length === 0 || markdown === now) return { markdown, leftOut: false }
  const said = saidOnly(out, claims)
  const standsNow = new Set(blocksIn(bodyOf(now)).blocks.map(({ text }) => text))
  const parts = splitFront(markdown)
  const { above, blocks } = blocksIn(parts.body)
  let gone = ''
  const kept = blocks.flatMap((block) => {
    if (standsNow.has(block.text)) return [block]
    const left = withoutSegments(block, (entry) => isOut(entry, out, claims), said)
    gone += left.gone
    return left.text.trim() ? [{ ...block, written: left.text }] : []
  })
  const front = withoutSummary(parts, now, [bare(gone), ...said])
  const body = above + kept.map(({ written, after }) => written + after).join('')
  const hasLost = gone !== '' || front !== parts.open + parts.front + parts.close
  return { markdown: front + body, leftOut: hasLost }
}

/** Whether a citation reaches a line that was taken out, and on which nothing stands besides. */
function isOut(entry: Citation, out: readonly Behind[], claims: readonly Behind[]): boolean {
  const from = entry.from_line ?? 1
  const to = entry.to_line ?? Number.POSITIVE_INFINITY
  return out.some(
    (gone) =>
      gone.name === entry.name &&
      meets(gone, { from_line: from, to_line: to }) &&
      !claims.some((one) => stands(one) && one.source_id === gone.source_id && meets(one, gone)),
  )
}

const stands = ({ confirmed_at, withdrawn_at }: Behind) => confirmed_at !== null && withdrawn_at === null

type Lines = { from_line: number; to_line: number }
const meets = (one: Lines, other: Lines) => one.from_line <= other.to_line && other.from_line <= one.to_line

/** The words of lines taken out that nobody else has said. */
function saidOnly(out: readonly Behind[], claims: readonly Behind[]): string[] {
  const standing = new Set(claims.filter(stands).map(({ statement }) => bare(statement)))
  return [...new Set(out.flatMap(({ statement, words }) => [bare(statement), bare(words)]))].filter(
    (words) => words.length >= 8 && !standing.has(words),
  )
}

/** What is left of a block when the sentences up to a citation that is out, or with words that are, are taken from it. */
function withoutSegments(block: Block, isGone: (entry: Citation) => boolean, said: readonly string[]) {
  let gone = ''
  const text = segmentsOf(block.written)
    .filter((segment) => {
      const out = citedIn(segment).some(isGone) || holds(segment, said)
      if (out) gone += segment
      return !out
    })
    .join('')
  if (gone === '' && !holds(text, said)) return { text: block.written, gone }
  if (holds(text, said)) return { text: '', gone: block.written }
  return { text: mended(block.written, text), gone }
}

/** A text cut behind each of its citations. */
const segmentsOf = (text: string) => text.split(/(?<=\^\[[^[\]]+\])(?!\s*\^\[)/)

const holds = (text: string, said: readonly string[]) => {
  const words = ` ${bare(text)} `
  return said.some((one) => words.includes(` ${one} `))
}

/** A quote whose first sentence went is a quote still. */
function mended(before: string, after: string): string {
  const mark = /^\s*>\s?/.exec(before)?.[0]
  const text = after.replace(/^\s+/, '')
  return mark && !text.startsWith('>') ? mark + text : text
}

/** The front matter with its marks, without a summary that says what was taken out. */
function withoutSummary({ form, open, front, close }: TextParts, now: string, gone: readonly string[]): string {
  const whole = open + front + close
  const summary = bare(summaryOf(whole))
  if (!summary || summary === bare(summaryOf(now))) return whole
  if (!gone.some((words) => words && (words.includes(summary) || summary.includes(words)))) return whole
  if (form !== 'yaml') {
    const fields = new Front({ form, open, text: front, close })
    fields.drop('summary')
    return String(fields)
  }
  const left = frontChunks(front).filter(({ name }) => name !== 'summary')
  return open + left.map(({ text }) => text).join('') + close
}

const summaryOf = (markdown: string) => textField(readPageText(markdown).front, 'summary') ?? ''

/** Words alone: no marks, no case, no stops. */
const bare = (text: string) =>
  plainWords(text.replace(CITATION, ' '))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
