import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Checked, checkVault, type Unread } from '../combination/index.ts'
import { walkFolder } from './walk-folder.ts'

/** What a check of a folder found, and what of it was not read. */
export interface FolderChecked extends Checked {
  unread: Unread[]
}

/** Checks a folder of pages on this machine: nothing is kept, nothing is sent. */
export function checkFolder({ path, now }: { path: string; now: string }): FolderChecked {
  const root = resolve(path)
  if (!existsSync(root) || !statSync(root).isDirectory())
    throw new Error(`${root} is not a folder. Name one that is there.`)
  const { paths, unread } = walkFolder(root)
  const exists = (one: string) => existsSync(join(root, one))
  return { ...checkVault({ files: filesOf(), now, exists }), unread }

  function* filesOf() {
    for (const one of paths) {
      try {
        yield { path: one, bytes: readFileSync(join(root, one)) }
      } catch {
        unread.push({ path: one, reason: 'It could not be read.' })
      }
    }
  }
}
