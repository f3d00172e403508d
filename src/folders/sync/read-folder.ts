import { createHash } from 'node:crypto'
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { becomes, isHtml, readBytes, type Unread } from '../../combination/index.ts'
import { evictedIn, MOST_SOURCE } from '../../text/index.ts'
import { walkFolder } from '../walk-folder.ts'
import { sameName } from '../zip/zip-names.ts'
import { placeFault } from './put-inside.ts'

/** A file of a folder with its content. */
export interface FolderFile {
  path: string
  text: string
  hash: string
  /** Its bytes, if it must be converted. */
  bytes?: Uint8Array
}

/** The importable files of a folder, reread only if changed; and the others, with the reason. */
export interface FolderRead {
  files: Map<string, FolderFile>
  unread: Unread[]
  /** All existing paths, read or not. */
  there: Set<string>
}

/** Opens a folder for repeated reading. */
export function openFolder(root: string): { read: () => FolderRead; readOne: (path: string) => FolderFile | Unread } {
  const known = new Map<string, { as: string; file: FolderFile | Unread }>()
  const readOne = (path: string) => readFile(root, path)
  return {
    readOne,
    read: () => {
      const { paths, unread } = walkFolder(root)
      const files = new Map<string, FolderFile>()
      const names = new Map<string, string>()
      // A file that iCloud keeps elsewhere is there all the same.
      const there = new Set([...paths, ...unread.flatMap(({ path }) => [path, evictedIn(path) ?? []].flat())])
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
    // Tools can reset a file's mtime, but not its ctime.
    const as = `${stat?.size} ${stat?.mtimeMs} ${stat?.ctimeMs} ${stat?.ino}`
    const before = known.get(path)
    if (before?.as === as) return before.file
    const file = readOne(path)
    known.set(path, { as, file })
    return file
  }
}

/** Hashes a text. */
export const textHash = (text: string): string => createHash('sha256').update(text).digest('base64url')

function readFile(root: string, path: string): FolderFile | Unread {
  const fault = placeFault(path)
  if (fault) return { path, reason: fault }
  try {
    const bytes = readFileSync(join(root, path))
    // The file may have become a link since the folder was listed, so this is checked after
    // reading.
    if (isElsewhere(root, path)) return { path, reason: 'It is a link out of the folder: not followed.' }
    const words = readBytes(bytes)
    if ('fault' in words) return { path, reason: words.fault }
    if (words.text.length > MOST_SOURCE) return { path, reason: `It is longer than ${MOST_SOURCE} characters.` }
    // Editors empty a file before they write it, so an empty page is ignored.
    if (words.text.trim() === '') return { path, reason: 'It is empty.' }
    return { path, text: words.text, hash: textHash(words.text), ...(isHtml(path) && { bytes }) }
  } catch (error) {
    return { path, reason: `It cannot be opened: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}.` }
  }
}

/** Whether a path resolves to another place than its names say, apart from case and accents. */
function isElsewhere(root: string, path: string): boolean {
  const there = relative(realpathSync(root), realpathSync(join(root, path)))
  return sameName(there.split(sep).join('/')) !== sameName(path)
}
