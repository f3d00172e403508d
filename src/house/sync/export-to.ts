import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathFault, putInside } from './put-inside.ts'
import { exported, type Reach } from './reach.ts'
import { writeZip } from './write-zip.ts'

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
  for await (const part of exported(reach, as)) {
    for (const file of part)
      if (!pathFault(file.path)) files.set(file.path, [...(files.get(file.path) ?? []), file.text])
    progress(`${files.size} files…`)
  }
  if (zipped) {
    writeZip(`${path}.new`, files)
    renameSync(`${path}.new`, path)
  } else {
    mkdirSync(path, { recursive: true })
    for (const [one, texts] of files) putInside(path, one, texts.join(''))
  }
  return { path, files: files.size }
}
