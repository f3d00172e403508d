import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Change, type Checked, checkVault, rules, type Unread } from '../../combination/index.ts'
import { walkFolder } from '../walk-folder.ts'
import { mendFolder } from './mend-folder.ts'

/** The result of a check: its problems, and the files that could not be read. */
export interface FolderChecked extends Checked {
  unread: Unread[]
}

/** The result of a check with repairs: the problems that remain. */
export interface FolderMended extends FolderChecked {
  rules: typeof rules
  /** The changes made, or that `dryRun` would make. */
  mended: Change[]
}

/** Checks a folder, makes safe repairs if asked, and checks again. */
export function checkAndMend(given: { path: string; now: string; mend: boolean; dryRun: boolean }): FolderMended {
  const { path, mend, dryRun } = given
  const checked = checkFolder(given)
  const mended = mend || dryRun ? mendFolder(path, checked.problems, { dryRun }) : []
  return { ...(mended.length > 0 && !dryRun ? checkFolder(given) : checked), rules, mended }
}

/** Checks a folder of pages on this machine; stores and sends nothing. */
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
