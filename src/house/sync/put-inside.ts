import { chmodSync, lstatSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Why a path is not one that we would write below a folder, or null. */
export function pathFault(path: string): string | null {
  const parts = path.split('/')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused.
  if (/[\x00-\x1f\\]/.test(path)) return 'Its name holds signs that not every system can hold.'
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return 'Its name leads out of the folder.'
  return path.length > MOST_LETTERS ? `Its path is longer than ${MOST_LETTERS} letters.` : null
}

const MOST_LETTERS = 1000

/** Writes a file below a folder, whole or not at all, and never through a link, wherever one may lead. */
export function putInside(root: string, path: string, text: string): void {
  const fault = pathFault(path)
  if (fault) throw new Error(fault)
  noLinks(root, path)
  const place = join(root, path)
  const draft = join(root, '.whorl', 'draft')
  noLinks(root, '.whorl/draft')
  mkdirSync(dirname(place), { recursive: true })
  mkdirSync(dirname(draft), { recursive: true })
  rmSync(draft, { force: true })
  writeFileSync(draft, text, { flag: 'wx' })
  const there = statSync(place, { throwIfNoEntry: false })
  if (there) chmodSync(draft, there.mode)
  renameSync(draft, place)
}

/** Moves a file of a folder to another place in it. */
export function moveInside(root: string, from: string, to: string): void {
  noLinks(root, from)
  noLinks(root, to)
  mkdirSync(dirname(join(root, to)), { recursive: true })
  renameSync(join(root, from), join(root, to))
}

/** Takes a file of ours away. */
export function dropInside(root: string, path: string): void {
  noLinks(root, path)
  rmSync(join(root, path), { force: true })
}

function noLinks(root: string, path: string): void {
  const parts = path.split('/')
  for (let n = 1; n <= parts.length; n++) {
    const part = parts.slice(0, n).join('/')
    if (lstatSync(join(root, part), { throwIfNoEntry: false })?.isSymbolicLink())
      throw new Error(`${part} is a link. Take it away, or give the folder that it leads to.`)
  }
}
