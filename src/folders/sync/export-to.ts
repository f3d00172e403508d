import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { writeZip } from '../zip/write-zip.ts'
import { holdFolder } from './hold-folder.ts'
import { placeFault, putInside } from './put-inside.ts'
import { exported, type Reach } from './reach.ts'

/** Where an export goes, and in which form. */
export interface ExportTo {
  to: string
  as: 'vault' | 'site' | 'json' | 'llms'
  reach: Reach
  progress: (words: string) => void
}

/** Gives an area of a space out as files into a folder that is new, empty or an earlier export, or into one zip. */
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
    // An earlier export may be kept in step by another that writes there now.
    const letGo = existsSync(mark) ? await holdFolder(path) : () => {}
    for (const [one, texts] of files) putInside(path, one, texts.join(''))
    letGo()
    if (![...files.keys()].some((one) => OURS.test(one)) && readdirSync(join(path, '.whorl')).length === 0)
      rmdirSync(join(path, '.whorl'))
  }
  return { path, files: files.size }
}

/** Where a vault's own sidecar is: all else that is hidden is left out. */
const OURS = /^\.whorl\//
