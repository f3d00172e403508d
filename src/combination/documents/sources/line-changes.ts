import { diffArrays } from 'diff'

/** A changed range of lines, and the range of the newer version that replaces it. */
export type Change = readonly [from: number, count: number, toFrom: number, toCount: number]

/** Lines of a source. */
export interface Range {
  from: number
  to: number
}

/**
 * The diff's edit limit; beyond it everything from the first differing line to the last is one
 * change.
 */
const MOST_EDITS = 3000

/** A text's lines, as citations count them. */
export const linesOf = (text: string): string[] => text.replace(/\r?\n$/, '').split(/\r?\n/)

/** Compares two texts by line, ignoring white space. */
export function changesBetween(before: string, after: string): Change[] {
  const [old, now] = [before, after].map((text) => linesOf(text).map(normalised)) as [string[], string[]]
  const parts = diffArrays(old, now, { maxEditLength: MOST_EDITS })
  if (!parts) return oneChange(old, now)
  const changes: [number, number, number, number][] = []
  let [line, toLine, open] = [1, 1, false]
  for (const { added, removed, value } of parts) {
    const last = changes.at(-1)
    if (added || removed) {
      const change: [number, number, number, number] = open && last ? last : [line, 0, toLine, 0]
      if (change !== last) changes.push(change)
      change[added ? 3 : 1] += value.length
    }
    open = Boolean(added || removed)
    if (!added) line += value.length
    if (!removed) toLine += value.length
  }
  return joinAdjacent(changes, old).flatMap((change) => splitSimilar(change, old, now))
}

const normalised = (line: string) => line.replace(/\s+/g, ' ').trim()

/** Joins changes with only empty lines between them, since an empty line matches any other. */
function joinAdjacent(changes: readonly Change[], old: readonly string[]): Change[] {
  const all: Change[] = []
  for (const change of changes) {
    const last = all.at(-1)
    const end = last ? last[0] + last[1] : 0
    if (last && old.slice(end - 1, change[0] - 1).every((line) => line === '')) {
      const [from, , toFrom] = last
      all[all.length - 1] = [from, change[0] + change[1] - from, toFrom, change[2] + change[3] - toFrom]
    } else all.push(change)
  }
  return all
}

const MOST_PAIRED = 10_000
const ALIKE = 0.5

/**
 * Splits a change so that lines similar to a newer line (Dice coefficient of words from ALIKE on)
 * map to that line.
 */
function splitSimilar(change: Change, old: readonly string[], now: readonly string[]): Change[] {
  const [from, count, toFrom, toCount] = change
  if (count === 0 || toCount === 0 || count * toCount > MOST_PAIRED || count * toCount === 1) return [change]
  const newer = now.slice(toFrom - 1, toFrom - 1 + toCount).map(wordsOf)
  const parts: Change[] = []
  let [line, to] = [from, toFrom]
  for (let at = from; at < from + count; at++) {
    const own = wordsOf(old[at - 1] ?? '')
    const alike = newer.map((words, n) => (n < to - toFrom ? 0 : overlap(own, words)))
    const best = Math.max(...alike)
    if (best < ALIKE) continue
    const twin = toFrom + alike.indexOf(best)
    if (at > line || twin > to) parts.push([line, at - line, to, twin - to])
    parts.push([at, 1, twin, 1])
    line = at + 1
    to = twin + 1
  }
  const [left, toLeft] = [from + count - line, toFrom + toCount - to]
  if (left > 0 || toLeft > 0) parts.push([line, left, to, toLeft])
  return parts
}

const wordsOf = (line: string) => new Set(line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return one.size + other.size === 0 ? 0 : (2 * one.intersection(other).size) / (one.size + other.size)
}

function oneChange(old: readonly string[], now: readonly string[]): Change[] {
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start++
  let end = 0
  const most = Math.min(old.length, now.length) - start
  while (end < most && old[old.length - 1 - end] === now[now.length - 1 - end]) end++
  return [[start + 1, old.length - start - end, start + 1, now.length - start - end]]
}

/**
 * Maps a range of lines to a newer version. It is touched if any of its lines changed or was
 * removed, or lines were inserted between them. A `to` before `from` means that nothing is left.
 */
export function followed({ from, to }: Range, changes: readonly Change[]): Range & { touched: boolean } {
  const touched = changes.some(([at, count]) => (count > 0 ? at <= to && from < at + count : from < at && at <= to))
  return { from: placeOf(from, changes, 'first'), to: placeOf(to, changes, 'last'), touched }
}

/**
 * Maps one line; a changed one maps to its counterpart, or to an end of the range that replaces it.
 */
function placeOf(line: number, changes: readonly Change[], end: 'first' | 'last'): number {
  let moved = 0
  for (const [at, count, toFrom, toCount] of changes) {
    if (line < at) break
    if (line >= at + count) moved = toFrom + toCount - (at + count)
    else if (count === toCount) return toFrom + line - at
    else return end === 'first' ? toFrom : toFrom + toCount - 1
  }
  return line + moved
}
