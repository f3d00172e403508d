import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { isDocument, isTooLarge, tooLarge, type Unread } from '../combination/index.ts'

/** Lists the documents of a folder by path, sorted, and the files left out, with the reason. */
export function walkFolder(root: string): { paths: string[]; unread: Unread[] } {
  const paths: string[] = []
  const unread: Unread[] = []
  const top = realpathSync(root)
  const queue = ['']
  for (let folder = queue.pop(); folder !== undefined; folder = queue.pop()) {
    for (const entry of entriesOf(folder)) {
      const path = folder ? `${folder}/${entry.name}` : entry.name
      try {
        if (entry.isSymbolicLink()) followed(path)
        else if (entry.isDirectory()) {
          if (!isLeftOut(path, entry.name)) queue.push(path)
        } else if (entry.isFile()) take(path, statSync(join(top, path)).size)
      } catch (error) {
        unread.push({ path, reason: `It cannot be opened: ${reasonOf(error)}.` })
      }
    }
  }
  return { paths: paths.sort(), unread }

  function entriesOf(folder: string) {
    try {
      return readdirSync(join(top, folder), { withFileTypes: true })
    } catch (error) {
      unread.push({ path: folder || '.', reason: `It cannot be opened: ${reasonOf(error)}.` })
      return []
    }
  }

  function take(path: string, size: number) {
    if (!isDocument(path)) return
    if (isTooLarge(size)) unread.push({ path, reason: tooLarge(size) })
    else paths.push(path)
  }

  /** Follows a link to a file inside the folder, but none that leads out. */
  function followed(path: string) {
    const target = relative(top, realpathSync(join(top, path)))
    if (target === '..' || target.startsWith(`..${sep}`) || target === '' || /^[A-Za-z]:/.test(target))
      unread.push({ path, reason: 'It is a link out of the folder: not followed.' })
  }

  function isLeftOut(path: string, name: string): boolean {
    if (name.startsWith('.') || name === 'node_modules') return true
    // A vault that Whorl wrote from this folder is no part of it.
    return lstatSync(join(top, path, '.whorl', 'vault.json'), { throwIfNoEntry: false }) !== undefined
  }
}

const reasonOf = (error: unknown) =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error)
