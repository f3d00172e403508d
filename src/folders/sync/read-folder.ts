import { createHash } from 'node:crypto'
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { becomes, isHtml, readBytes, type Unread } from '../../combination/index.ts'
import { MOST_SOURCE } from '../../text/index.ts'
import { walkFolder } from '../walk-folder.ts'
import { sameName } from '../zip/zip-names.ts'
import { placeFault } from './put-inside.ts'

/** A file of a folder, read. */
export interface FolderFile {
  path: string
  text: string
  hash: string
  /** Its bytes, if it is not kept as text. */
  bytes?: Uint8Array
}

/** The files of a folder that can be imported, read again only where they changed; and what cannot, with the reason. */
export interface FolderRead {
  files: Map<string, FolderFile>
  unread: Unread[]
  /** Every existing path, read or not. */
  there: Set<string>
}

/** Opens a folder for repeated reading, with a cache. */
export function openFolder(root: string): { read: () => FolderRead; readOne: (path: string) => FolderFile | Unread } {
  const known = new Map<string, { as: string; file: FolderFile | Unread }>()
  const readOne = (path: string) => readFile(root, path)
  return {
    readOne,
    read: () => {
      const { paths, unread } = walkFolder(root)
      const files = new Map<string, FolderFile>()
      const names = new Map<string, string>()
      const there = new Set([...paths, ...unread.map(({ path }) => path)])
      for (const path of paths) {
        if (becomes(path) === 'nothing') continue
        const taken = names.get(sameName(path))
        if (taken) {
          unread.push({ path, reason: `It has the name of ${taken}, but for case or accents.` })
          continue
        }
        names.set(sameName(path), path)
        const file = lastRead(path)
        if ('reason' in file) unread.push(file)
        else files.set(path, file)
      }
      return { files, unread, there }
    },
  }

  function lastRead(path: string): FolderFile | Unread {
    const stat = statSync(join(root, path), { throwIfNoEntry: false })
    // A tool can restore a file's mtime but not its ctime.
    const as = `${stat?.size} ${stat?.mtimeMs} ${stat?.ctimeMs} ${stat?.ino}`
    const before = known.get(path)
    if (before?.as === as) return before.file
    const file = readOne(path)
    known.set(path, { as, file })
    return file
  }
}

/** The SHA-256 of a text. */
export const textHash = (text: string): string => createHash('sha256').update(text).digest('base64url')

function readFile(root: string, path: string): FolderFile | Unread {
  const fault = placeFault(path)
  if (fault) return { path, reason: fault }
  try {
    const bytes = readFileSync(join(root, path))
    // The file may have become a link since the walk; checking after the read judges what was read.
    if (isElsewhere(root, path)) return { path, reason: 'It is a link out of the folder: not followed.' }
    const words = readBytes(bytes)
    if ('fault' in words) return { path, reason: words.fault }
    if (words.text.length > MOST_SOURCE) return { path, reason: `It is longer than ${MOST_SOURCE} characters.` }
    // An empty file is skipped, since an editor may be about to write it.
    if (words.text.trim() === '') return { path, reason: 'It is empty.' }
    return { path, text: words.text, hash: textHash(words.text), ...(isHtml(path) && { bytes }) }
  } catch (error) {
    return { path, reason: `It cannot be opened: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}.` }
  }
}

/** Whether a path leads elsewhere through a link, ignoring case and accents. */
function isElsewhere(root: string, path: string): boolean {
  const there = relative(realpathSync(root), realpathSync(join(root, path)))
  return sameName(there.split(sep).join('/')) !== sameName(path)
}
