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

/** A claim that text of an earlier version may be based on. */
export type Behind = Awaited<ReturnType<typeof claimsBehind>>[number]

/** The claims behind page versions, withdrawn ones included. */
export async function behind(
  tx: Tx,
  space: string,
  topic: { id: string; area_id: string },
  texts: readonly string[],
): Promise<Behind[]> {
  const names = new Set(texts.flatMap((text) => citedIn(text).map(({ name }) => name)))
  return claimsBehind(tx, space, ownAndOpen(topic.area_id), topic.id, [...names])
}

/** An earlier version as it may be shown; `leftOut` if sentences were removed. */
export interface ShownVersion {
  markdown: string
  leftOut: boolean
}

/**
 * Removes sentences from an earlier version that cite a withdrawn line or contain its words. Text
 * that stands on the page now is shown anyway, and stays.
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

/** Whether a citation reaches a withdrawn line without another confirmed claim on it. */
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

/** The words of withdrawn lines that no standing claim contains. */
function saidOnly(out: readonly Behind[], claims: readonly Behind[]): string[] {
  const standing = new Set(claims.filter(stands).map(({ statement }) => bare(statement)))
  return [...new Set(out.flatMap(({ statement, words }) => [bare(statement), bare(words)]))].filter(
    (words) => words.length >= 8 && !standing.has(words),
  )
}

/**
 * Removes the sentences of a block that lead up to a withdrawn citation or contain withdrawn words.
 */
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
  return { text: restoreQuoteMark(block.written, text), gone }
}

/** Splits a text after each citation. */
const segmentsOf = (text: string) => text.split(/(?<=\^\[[^[\]]+\])(?!\s*\^\[)/)

const holds = (text: string, said: readonly string[]) => {
  const words = ` ${bare(text)} `
  return said.some((one) => words.includes(` ${one} `))
}

/** Restores the quote mark of a block whose first sentence was removed. */
function restoreQuoteMark(before: string, after: string): string {
  const mark = /^\s*>\s?/.exec(before)?.[0]
  const text = after.replace(/^\s+/, '')
  return mark && !text.startsWith('>') ? mark + text : text
}

/** The front matter, without a summary based on removed text. */
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

/** Normalises text to lower-case words without marks. */
const bare = (text: string) =>
  plainWords(text.replace(CITATION, ' '))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
