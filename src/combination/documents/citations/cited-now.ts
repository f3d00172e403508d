import { changesSince, earlierVersion, sourceById } from '../../../knowledge/index.ts'
import type { Tx } from '../../../store/index.ts'
import { type Span, spansBetween } from '../markdown/changes.ts'
import { type Change, followed, linesOf, type Range } from '../sources/line-changes.ts'

/** A stored citation: its lines, and the version of the source that they refer to. */
export interface Kept {
  source: string | null
  from_line: number | null
  to_line: number | null
  source_version: number | null
  /** The present version of the source. */
  version: number | null
}

/** The present place of cited lines and, if they changed, their old and new text. */
export interface CitedNow {
  fromLine: number | null
  toLine: number | null
  changed: { was: string; now: string; spans: Span[] } | null
}

const MOST_SHOWN = 4000

/**
 * Returns a function that maps citations to the newest versions of their sources; a source with one
 * version costs no query.
 */
export function openCitedNow(tx: Tx, space: string): (kept: Kept) => Promise<CitedNow> {
  const steps = new Map<string, Promise<{ version: number; changes: string }[]>>()
  const texts = new Map<string, Promise<string[]>>()
  const once = <T>(map: Map<string, Promise<T>>, key: string, read: () => Promise<T>) => {
    const there = map.get(key) ?? read()
    map.set(key, there)
    return there
  }
  return async ({ source, from_line: from, to_line: to, source_version, version }) => {
    const since = source_version ?? 1
    const same = { fromLine: from, toLine: to, changed: null }
    if (source === null || from === null || to === null || since >= (version ?? 1)) return same
    const passed = await once(steps, `${source} ${since}`, () => changesSince(tx, space, source, since))
    const now = followVersions({ from, to }, passed)
    if (!now.touched) return { fromLine: now.from, toLine: now.to, changed: null }
    const old = await once(texts, `${source} ${since}`, () => linesThen(tx, space, source, since))
    const current = await once(texts, source, () => linesNow(tx, space, source))
    const [said, says] = [textOfRange(old, { from, to }), textOfRange(current, now)]
    const changed = { was: said, now: says, spans: spansBetween(said, says) }
    const last = Math.max(1, current.length)
    const fromLine = Math.min(Math.max(1, now.from), last)
    return { fromLine, toLine: Math.min(Math.max(fromLine, now.to), last), changed }
  }
}

function followVersions(range: Range, steps: readonly { changes: string }[]) {
  let at = { ...range, touched: false }
  for (const { changes } of steps) {
    const { from, to, touched } = followed(at, JSON.parse(changes) as Change[])
    at = { from, to, touched: at.touched || touched }
  }
  return at
}

const textOfRange = (lines: readonly string[], { from, to }: Range) =>
  lines
    .slice(from - 1, Math.max(from - 1, to))
    .join('\n')
    .trim()
    .slice(0, MOST_SHOWN)

const linesThen = async (tx: Tx, space: string, source: string, version: number) =>
  linesOf((await earlierVersion(tx, space, source, version))?.text ?? '')

const linesNow = async (tx: Tx, space: string, source: string) =>
  linesOf((await sourceById(tx, space, source))?.text ?? '')
