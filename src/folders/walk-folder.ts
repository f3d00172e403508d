import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { isDocument, isTooLarge, tooLarge, type Unread } from '../combination/index.ts'
import { asideOf } from '../text/index.ts'

/**
 * Lists the documents of a folder by path, sorted, and the files left out, with the reason: what a
 * sync program, an editor or a template left, and documents of a kind that is not read.
 */
export function walkFolder(root: string): { paths: string[]; unread: Unread[] } {
  const sizes = new Map<string, number>()
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
        } else if (entry.isFile()) sizes.set(path, statSync(join(top, path)).size)
      } catch (error) {
        unread.push({ path, reason: `It cannot be opened: ${reasonOf(error)}.` })
      }
    }
  }
  const beside = { isRead: isDocument, has: (path: string) => sizes.has(path), text: textOf }
  const paths = [...sizes].flatMap(([path, size]) => {
    const reason = asideOf(path, beside) ?? (isRead(path) && isTooLarge(size) ? tooLarge(size) : null)
    if (reason) unread.push({ path, reason })
    return reason || !isRead(path) ? [] : path
  })
  return { paths: paths.sort(), unread }

  function entriesOf(folder: string) {
    try {
      return readdirSync(join(top, folder), { withFileTypes: true })
    } catch (error) {
      unread.push({ path: folder || '.', reason: `It cannot be opened: ${reasonOf(error)}.` })
      return []
    }
  }

  /** Only few files are judged by their text, by their name or their folder. */
  function textOf(path: string): string | undefined {
    if ((sizes.get(path) ?? MOST_JUDGED) >= MOST_JUDGED) return undefined
    try {
      return readFileSync(join(top, path), 'utf8')
    } catch {
      return undefined
    }
  }

  /** Follows a link to a file inside the folder, but none that leads out. */
  function followed(path: string) {
    const target = relative(top, realpathSync(join(top, path)))
    if (target === '..' || target.startsWith(`..${sep}`) || target === '' || /^[A-Za-z]:/.test(target))
      unread.push({ path, reason: 'It is a link out of the folder: not followed.' })
  }

  function isLeftOut(path: string, name: string): boolean {
    if (name.startsWith('.') || name === 'node_modules') return true
    if (/(?:^|\/)logseq\/(?:bak|version-files)$/.test(path)) {
      unread.push({ path, reason: 'Logseq keeps earlier versions of pages there: the pages themselves are read.' })
      return true
    }
    // A vault that Whorl wrote from this folder is no part of it.
    return lstatSync(join(top, path, '.whorl', 'vault.json'), { throwIfNoEntry: false }) !== undefined
  }
}

/** Hidden files belong to other programs. */
const isRead = (path: string) => isDocument(path) && !/(?:^|\/)\.[^/]*$/.test(path)
const MOST_JUDGED = 1_000_000

const reasonOf = (error: unknown) =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error)
