import {
  appendFileSync,
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** Why a path may not be written below a folder, or null. */
function pathFault(path: string): string | null {
  const parts = path.split('/')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused.
  if (/[\x00-\x1f\\]/.test(path)) return 'Its name holds signs that not every system can hold.'
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return 'Its name leads out of the folder.'
  if (parts.some((part) => Buffer.byteLength(part) > MOST_BYTES_OF_NAME)) return 'Its name is too long for a file.'
  return path.length > MOST_LETTERS ? `Its path is longer than ${MOST_LETTERS} letters.` : null
}

const [MOST_LETTERS, MOST_BYTES_OF_NAME] = [1000, 255]

/**
 * Why a path may not hold a page or source, or null; hidden paths belong to other programs, which
 * may execute them.
 */
export const placeFault = (path: string): string | null =>
  pathFault(path) ?? (/(?:^|\/)\./.test(path) ? 'Its name is that of a hidden file, which other programs trust.' : null)

/** Writes a file below a folder atomically, and never through a link. */
export function putInside(root: string, path: string, text: string): void {
  const place = placeIn(root, path)
  const draft = placeIn(root, '.whorl/draft')
  mkdirSync(dirname(place), { recursive: true })
  mkdirSync(dirname(draft), { recursive: true })
  rmSync(draft, { force: true })
  writeFileSync(draft, text, { flag: 'wx' })
  const there = statSync(place, { throwIfNoEntry: false })
  if (there) chmodSync(draft, there.mode)
  renameSync(draft, place)
}

/** Appends to a file of ours. */
export const appendInside = (root: string, path: string, text: string): void =>
  appendFileSync(placeIn(root, path), text)

/** Reads a file of ours; undefined if it is missing, a link, or larger than what we write. */
export function readInside(root: string, path: string): string | undefined {
  if (pathFault(path) || linkOnTheWay(root, path)) return undefined
  try {
    const there = lstatSync(join(root, path))
    return there.isFile() && there.size <= MOST_BYTES ? readFileSync(join(root, path), 'utf8') : undefined
  } catch {
    return undefined
  }
}

const MOST_BYTES = 100_000_000

/** Moves a file within a folder. */
export function moveInside(root: string, from: string, to: string): void {
  const [there, place] = [placeIn(root, from), placeIn(root, to)]
  mkdirSync(dirname(place), { recursive: true })
  renameSync(there, place)
}

/** Deletes a file of ours. */
export const dropInside = (root: string, path: string): void => rmSync(placeIn(root, path), { force: true })

/** Resolves a path below a folder; throws with the reason if it leads out. */
export function placeIn(root: string, path: string): string {
  const fault = pathFault(path)
  if (fault) throw new Error(fault)
  const link = linkOnTheWay(root, path)
  if (link) throw new Error(`${link} is a link. Take it away, or give the folder that it leads to.`)
  return join(root, path)
}

function linkOnTheWay(root: string, path: string): string | undefined {
  const parts = path.split('/')
  return parts.map((_, n) => parts.slice(0, n + 1).join('/')).find((part) => isLink(join(root, part)))
}

function isLink(place: string): boolean {
  try {
    return lstatSync(place).isSymbolicLink()
  } catch {
    // Nothing is there, or a file in place of a folder.
    return false
  }
}
