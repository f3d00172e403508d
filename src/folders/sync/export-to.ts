import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { writeZip } from '../zip/write-zip.ts'
import { holdFolder } from './hold-folder.ts'
import { placeFault, putInside } from './put-inside.ts'
import { exported, type Reach } from './reach.ts'

/** The target and form of an export. */
export interface ExportTo {
  to: string
  as: 'vault' | 'site' | 'json' | 'llms'
  reach: Reach
  progress: (words: string) => void
}

/** Exports an area of a space as files into a new or empty folder, an earlier export, or a zip. */
export async function exportTo({ to, as, reach, progress }: ExportTo): Promise<{ path: string; files: number }> {
  const path = resolve(to)
  const zipped = /\.zip$/i.test(path)
  const mark = join(path, '.whorl', 'vault.json')
  if (zipped ? existsSync(path) : existsSync(path) && readdirSync(path).length > 0 && !existsSync(mark))
    throw new Error(`${path} is there already. Name a ${zipped ? 'file' : 'folder'} that is new or empty.`)
  const files = new Map<string, string[]>()
  for await (const file of exported(reach, as)) {
    if (!placeFault(file.path.replace(OURS, ''))) files.set(file.path, [...(files.get(file.path) ?? []), file.text])
    if (files.size % 100 === 0) progress(`${files.size} files…`)
  }
  if (zipped) {
    rmSync(`${path}.new`, { force: true })
    try {
      writeZip(`${path}.new`, files)
      renameSync(`${path}.new`, path)
    } finally {
      rmSync(`${path}.new`, { force: true })
    }
  } else {
    mkdirSync(path, { recursive: true })
    // Another process may be syncing an earlier export now.
    const letGo = existsSync(mark) ? await holdFolder(path) : () => {}
    for (const [one, texts] of files) putInside(path, one, texts.join(''))
    letGo()
    if (![...files.keys()].some((one) => OURS.test(one)) && readdirSync(join(path, '.whorl')).length === 0)
      rmdirSync(join(path, '.whorl'))
  }
  return { path, files: files.size }
}

/** The vault's own sidecar; all other hidden files are left out. */
const OURS = /^\.whorl\//
