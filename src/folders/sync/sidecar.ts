import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { MOST_PAGE, MOST_SOURCE } from '../../text/index.ts'
import { appendInside, dropInside, placeFault, placeIn, putInside, readInside } from './put-inside.ts'

const path = z.string().refine((one) => placeFault(one) === null)
const short = z.string().max(200)

const inStep = z.object({
  path,
  id: z.string().min(1).max(100),
  as: z.enum(['page', 'source']),
  /** The space's mark of the synced state; empty if the space has changed since. */
  mark: short,
  /** The hash of the file's text when synced. */
  hash: short,
  /** The file was deleted by a person; it stays deleted until the page changes. */
  out: z.literal(true).exactOptional(),
})

/** A synced file: its page or source, and the state of both sides. */
export type InStep = z.output<typeof inStep>

// The sidecar of a received folder may be forged; lines that do not fit the schema are ignored.
const heading = z.object({ space: z.string(), area: z.string() })
const logged = z.union([z.object({ path, gone: z.literal(true) }), inStep])

/**
 * A folder's sidecar: the synced state of its files, their texts then, and the compiler's bases.
 */
export interface Sidecar {
  all: () => InStep[]
  at: (path: string) => InStep | undefined
  textOf: (path: string) => string | undefined
  baseOf: (path: string) => string | undefined
  /**
   * Records a file as synced, with its text; the text is written first, so that a kill leaves no
   * older one.
   */
  keep: (one: InStep, text?: string) => void
  keepBase: (path: string, base: string) => void
  forget: (path: string) => void
  /** Whether no other process has written to it since. */
  isAsKept: () => boolean
}

const LOG = '.whorl/sync.jsonl'
const [TEXTS, BASES] = ['.whorl/last/', '.whorl/base/']

/**
 * Opens a folder's sidecar; throws if it is synced with another space. Nothing is written before
 * `keep`.
 */
export function openSidecar(root: string, of: { space: string; area: string }): Sidecar {
  const entries = new Map<string, InStep>()
  placeIn(root, LOG)
  const lines = linesOf(root, LOG)
  const first = heading.safeParse(lines[0]).data
  if (lines.length > 0 && (first?.space !== of.space || first.area !== of.area))
    throw new Error(
      `This folder is in step with another space or area. Give that one, or take ${LOG} away to begin anew: no page of yours is lost by it.`,
    )
  for (const line of lines.slice(1)) {
    const one = logged.safeParse(line).data
    if (one && 'gone' in one) entries.delete(one.path)
    else if (one) entries.set(one.path, one)
  }
  let written = lines.length
  const baseOf = basesBeside(root)
  const state = () => {
    const stat = statSync(join(root, LOG), { throwIfNoEntry: false })
    return `${stat?.size} ${stat?.mtimeMs} ${stat?.ino}`
  }
  let kept = state()
  const log = (line: object) => {
    if (written === 0 || written > MOST_LINES + 4 * entries.size) rewrite()
    // Ends a line that a kill cut off.
    else appendInside(root, LOG, `\n${JSON.stringify(line)}\n`)
    written++
    kept = state()
  }
  return {
    all: () => [...entries.values()],
    at: (path) => entries.get(path),
    textOf: (path) => within(readInside(root, TEXTS + path), MOST_SOURCE),
    baseOf,
    keep: (one, text) => {
      if (text !== undefined) putInside(root, TEXTS + one.path, text)
      entries.set(one.path, one)
      log(one)
    },
    keepBase: (path, base) => {
      if (base === '') dropInside(root, BASES + path)
      else if (readInside(root, BASES + path) !== base) putInside(root, BASES + path, base)
    },
    forget: (path) => {
      entries.delete(path)
      log({ path, gone: true })
      dropInside(root, TEXTS + path)
      dropInside(root, BASES + path)
    },
    isAsKept: () => state() === kept,
  }

  function rewrite(): void {
    mkdirSync(join(root, '.whorl'), { recursive: true })
    putInside(root, LOG, [of, ...entries.values()].map((line) => `${JSON.stringify(line)}\n`).join(''))
    written = entries.size
  }
}

const MOST_LINES = 1000

/** The most that an act accepts of each. */
const within = (text: string | undefined, most: number) =>
  text !== undefined && text.length <= most ? text : undefined

/** The complete lines; a kill may have cut off the last. */
function linesOf(root: string, file: string): unknown[] {
  return (readInside(root, file) ?? '').split('\n').flatMap((line) => {
    try {
      return line ? [JSON.parse(line)] : []
    } catch {
      return []
    }
  })
}

/** The compiler's bases in the sidecar that an export or `whorl scan` wrote. */
export function basesBeside(root: string): (path: string) => string | undefined {
  const bases = basesOfTurn(root)
  return (path) => within(readInside(root, BASES + path) ?? bases.get(path), MOST_PAGE)
}

const ofTurn = z.object({ bases: z.record(z.string(), z.unknown()) })

function basesOfTurn(root: string): Map<string, string> {
  const bases = ofTurn.safeParse(linesOf(root, '.whorl/vault.json')[0]).data?.bases ?? {}
  return new Map(Object.entries(bases).flatMap(([at, base]) => (typeof base === 'string' ? [[at, base]] : [])))
}
