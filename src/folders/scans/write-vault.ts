import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import type { MadeFile } from '../../combination/index.ts'

/** A folder that a vault may be written to: new, empty, or made by Whorl. */
export interface VaultFolder {
  path: string
  standing: (path: string) => string | null
  base: (path: string) => string
  write(files: readonly MadeFile[], bases: Record<string, string>): void
}

/** Opens a folder to write a vault to; throws with the reason if it may not be used. */
export function openVaultFolder(folder: string): VaultFolder {
  const root = resolve(folder)
  const mark = join(root, '.whorl', 'vault.json')
  if (existsSync(root) && readdirSync(root).length > 0 && !existsSync(mark))
    throw new Error(`${root} is not empty, and Whorl did not make it. Name a folder that is new or empty.`)
  const before: Record<string, string> = existsSync(mark) ? JSON.parse(readFileSync(mark, 'utf8')).bases : {}
  const standing = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null)
  return {
    path: root,
    standing,
    base: (path) => before[path] ?? '',
    write: (files, bases) => {
      // The mark is written first, so that an interrupted export can continue.
      const put = putterIn(root)
      put(mark, `${JSON.stringify({ madeBy: 'whorl scan', bases: { ...before, ...bases } })}\n`)
      for (const { path, text } of files) if (standing(path) !== text) put(join(root, path), text)
    },
  }
}

/** Writes only below a folder, even if it contains links that lead out. */
function putterIn(root: string) {
  mkdirSync(root, { recursive: true })
  const inside = realpathSync(root)
  return (path: string, text: string): void => {
    mkdirSync(dirname(path), { recursive: true })
    const place = realpathSync(dirname(path))
    if (place !== inside && !place.startsWith(inside + sep))
      throw new Error(`${dirname(path)} leads out of ${root}. Take the link away.`)
    rmSync(`${path}.new`, { force: true })
    writeFileSync(`${path}.new`, text, { flag: 'wx' })
    renameSync(`${path}.new`, path)
  }
}
