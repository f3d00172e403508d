import { type Entry, type ExtraField, getFileNameLowLevel } from 'yauzl'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const UNICODE_PATH = 0x7075
const [UTF8_SAID, NONE]: [number, ExtraField[]] = [0x800, []]

/** Decodes an entry's name: UTF-8 if valid, flagged or not; otherwise CP437. */
export function nameIn({ fileNameRaw, extraFields, generalPurposeBitFlag: flags }: Entry): string {
  const given = extraFields.some(({ id }) => id === UNICODE_PATH)
    ? getFileNameLowLevel(flags, fileNameRaw, extraFields, true)
    : null
  return (given ?? strictly(fileNameRaw) ?? getFileNameLowLevel(flags & ~UTF8_SAID, fileNameRaw, NONE, true)).replace(
    /\\/g,
    '/',
  )
}

function strictly(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}

const MOST_LETTERS = 1000
const MOST_FOLDERS = 32

/** Why an entry's name is refused, or null. */
export function nameFault(name: string): string | null {
  if (name.includes('\0')) return 'Its name holds a zero byte.'
  if (name.length > MOST_LETTERS) return `Its name is longer than ${MOST_LETTERS} letters.`
  if (name.split('/').length > MOST_FOLDERS) return `It is more than ${MOST_FOLDERS} folders deep.`
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..'))
    return 'Its name leads out of the zip: not unpacked.'
  return null
}

/** Normalises a path without `.` and empty segments. */
export const plainPath = (name: string): string =>
  name
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/')

/**
 * Whether a path is left out: hidden folders, package folders, and archiver metadata. The
 * compiler's bases of a vault are kept.
 */
export const isLeftOut = (path: string): boolean =>
  path
    .replace(/(?:^|\/)\.whorl\/base\//, '/')
    .split('/')
    .slice(0, -1)
    .some((folder) => folder.startsWith('.') || folder === 'node_modules' || folder === '__MACOSX')

/** The single top folder of all paths, with its slash; empty if there is none. */
export function commonTop(paths: readonly string[]): string {
  const top = /^[^/]+\//.exec(paths[0] ?? '')?.[0] ?? ''
  return top && paths.every((path) => path.startsWith(top)) ? top : ''
}

/** Folds a path as a file system may compare it: without case, in one Unicode form. */
export const sameName = (path: string): string => path.normalize('NFC').toLowerCase().normalize('NFC')
