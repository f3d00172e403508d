import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dropInside, putInside } from './put-inside.ts'

/** A file that was in step: with which page or source, in which state of each side. */
export interface InStep {
  path: string
  id: string
  as: 'page' | 'source'
  /** The space's mark of the state that was in step; empty where the space has moved on. */
  mark: string
  /** The hash of the file's text. */
  hash: string
  /** Somebody took the file away: it stays away until the page changes. */
  out?: true
}

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
}

const LOG = '.whorl/sync.jsonl'
const [TEXTS, BASES] = ['.whorl/last/', '.whorl/base/']

/** Opens a folder's sidecar, or throws a sentence: it may be in step with another space. Nothing is written before `keep`. */
export function openSidecar(root: string, of: { space: string; area: string }): Sidecar {
  const entries = new Map<string, InStep>()
  const lines = linesOf(join(root, LOG))
  const first = lines[0] as { space?: string; area?: string } | undefined
  if (first && (first.space !== of.space || first.area !== of.area))
    throw new Error(
      `This folder is in step with another space or area. Give that one, or take ${LOG} away to begin anew: no page of yours is lost by it.`,
    )
  for (const line of lines.slice(1)) {
    const one = line as InStep & { gone?: true }
    if (one.gone) entries.delete(one.path)
    else entries.set(one.path, one)
  }
  let written = lines.length
  const baseOf = basesBeside(root)
  const read = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined)
  const log = (line: object) => {
    if (written === 0 || written > MOST_LINES + 4 * entries.size) return rewrite()
    // A line that a kill cut off is ended, so that the next stands by itself.
    appendFileSync(join(root, LOG), `\n${JSON.stringify(line)}\n`)
    written++
  }
  return {
    all: () => [...entries.values()],
    at: (path) => entries.get(path),
    textOf: (path) => read(TEXTS + path),
    baseOf,
    keep: (one, text) => {
      if (text !== undefined) putInside(root, TEXTS + one.path, text)
      entries.set(one.path, one)
      log(one)
    },
    keepBase: (path, base) => {
      if (base === '') dropInside(root, BASES + path)
      else if (read(BASES + path) !== base) putInside(root, BASES + path, base)
    },
    forget: (path) => {
      entries.delete(path)
      log({ path, gone: true })
      dropInside(root, TEXTS + path)
      dropInside(root, BASES + path)
    },
  }

  function rewrite(): void {
    mkdirSync(join(root, '.whorl'), { recursive: true })
    putInside(root, LOG, [of, ...entries.values()].map((line) => `${JSON.stringify(line)}\n`).join(''))
    written = entries.size + 1
  }
}

const MOST_LINES = 1000

/** The lines that are whole: a kill may have cut off the last. */
function linesOf(file: string): unknown[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return line ? [JSON.parse(line)] : []
      } catch {
        return []
      }
    })
}

/** The compiler's base of a page, as an export or `whorl turn` left it beside the pages of a vault. */
export function basesBeside(root: string): (path: string) => string | undefined {
  const bases = basesOfTurn(root)
  return (path) => (existsSync(join(root, BASES + path)) ? readFileSync(join(root, BASES + path), 'utf8') : bases[path])
}

function basesOfTurn(root: string): Record<string, string> {
  const [mark] = linesOf(join(root, '.whorl', 'vault.json')) as { bases?: unknown }[]
  const bases = mark?.bases && typeof mark.bases === 'object' ? mark.bases : {}
  return Object.fromEntries(Object.entries(bases).filter(([, base]) => typeof base === 'string'))
}
