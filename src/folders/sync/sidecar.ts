import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { appendInside, dropInside, placeFault, placeIn, putInside, readInside } from './put-inside.ts'

const path = z.string().refine((one) => placeFault(one) === null)
const short = z.string().max(200)

const inStep = z.object({
  path,
  id: z.string().min(1).max(100),
  as: z.enum(['page', 'source']),
  /** The space's mark of the state that was in step; empty where the space has moved on. */
  mark: short,
  /** The hash of the file's text. */
  hash: short,
  /** Somebody took the file away: it stays away until the page changes. */
  out: z.literal(true).exactOptional(),
})

/** A file that was in step: with which page or source, in which state of each side. */
export type InStep = z.output<typeof inStep>

// Somebody else may have written the sidecar of a folder that came from elsewhere: a line that is none of ours is left.
const heading = z.object({ space: z.string(), area: z.string() })
const logged = z.union([z.object({ path, gone: z.literal(true) }), inStep])

/** What a folder keeps beside its pages: with what it is in step, the texts that were, and the compiler's bases. */
export interface Sidecar {
  all: () => InStep[]
  at: (path: string) => InStep | undefined
  textOf: (path: string) => string | undefined
  baseOf: (path: string) => string | undefined
  /** Keeps that a file is in step, with its text as it was; the text comes first, so that a kill leaves no older one. */
  keep: (one: InStep, text?: string) => void
  keepBase: (path: string, base: string) => void
  forget: (path: string) => void
  /** Whether nobody else has written in it since. */
  isAsKept: () => boolean
}

const LOG = '.whorl/sync.jsonl'
const [TEXTS, BASES] = ['.whorl/last/', '.whorl/base/']

/** Opens a folder's sidecar, or throws a sentence: it may be in step with another space. Nothing is written before `keep`. */
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
    // A line that a kill cut off is ended, so that the next stands by itself.
    else appendInside(root, LOG, `\n${JSON.stringify(line)}\n`)
    written++
    kept = state()
  }
  return {
    all: () => [...entries.values()],
    at: (path) => entries.get(path),
    textOf: (path) => within(readInside(root, TEXTS + path), MOST_TEXT),
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

/** What an act takes of each. */
const [MOST_TEXT, MOST_BASE] = [2_000_000, 500_000]
const within = (text: string | undefined, most: number) =>
  text !== undefined && text.length <= most ? text : undefined

/** The lines that are whole: a kill may have cut off the last. */
function linesOf(root: string, file: string): unknown[] {
  return (readInside(root, file) ?? '').split('\n').flatMap((line) => {
    try {
      return line ? [JSON.parse(line)] : []
    } catch {
      return []
    }
  })
}

/** The compiler's base of a page, as an export or `whorl scan` left it beside the pages of a vault. */
export function basesBeside(root: string): (path: string) => string | undefined {
  const bases = basesOfTurn(root)
  return (path) => within(readInside(root, BASES + path) ?? bases.get(path), MOST_BASE)
}

const ofTurn = z.object({ bases: z.record(z.string(), z.unknown()) })

function basesOfTurn(root: string): Map<string, string> {
  const bases = ofTurn.safeParse(linesOf(root, '.whorl/vault.json')[0]).data?.bases ?? {}
  return new Map(Object.entries(bases).flatMap(([at, base]) => (typeof base === 'string' ? [[at, base]] : [])))
}
