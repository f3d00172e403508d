import { freshKey } from '../../client.ts'
import type { Story } from '../../contract.ts'

type Line = Story['timeline'][number]

/** A line being corrected; `line` is the retold one, undefined for an added line. */
export type Wished = { key: string; line?: string; words: string }

/** Converts the retold timeline for correction. */
export const asRetold = (lines: readonly Line[]): Wished[] =>
  lines.map(({ id, words }) => ({ key: id, line: id, words }))

/** Moves a line one place up or down. */
export function moved(lines: readonly Wished[], at: number, by: -1 | 1): Wished[] {
  const next = [...lines]
  const [line] = next.splice(at, 1)
  if (line) next.splice(Math.max(0, at + by), 0, line)
  return next
}

/** Splits a line into parts; an empty part becomes an added line. */
export function split(lines: readonly Wished[], at: number, parts: readonly string[]): Wished[] {
  const line = lines[at]
  if (!line) return [...lines]
  const fresh = parts.map((part, k): Wished => {
    const key = k === 0 ? line.key : freshKey()
    return part.trim() ? { ...line, key, words: part.trim() } : { key, words: '' }
  })
  return lines.toSpliced(at, 1, ...fresh)
}

/** Inserts a new line after this one. */
export const added = (lines: readonly Wished[], at: number): Wished[] => [
  ...lines.slice(0, at + 1),
  { key: freshKey(), words: '' },
  ...lines.slice(at + 1),
]

/** Restores a removed line at its place. */
export function putBack(lines: readonly Wished[], retold: readonly Line[], line: Line): Wished[] {
  const before = new Set(retold.slice(0, retold.indexOf(line)).map(({ id }) => id))
  const at = lines.findLastIndex((one) => one.line !== undefined && before.has(one.line))
  return [...lines.slice(0, at + 1), { key: line.id, line: line.id, words: line.words }, ...lines.slice(at + 1)]
}
