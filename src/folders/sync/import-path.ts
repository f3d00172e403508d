import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { becomes, type Unread } from '../../combination/index.ts'
import { unpackZip } from '../zip/unpack-zip.ts'
import { importing, type Reach } from './reach.ts'
import { openFolder } from './read-folder.ts'
import { basesBeside } from './sidecar.ts'

/** The result of an import. */
export interface Imported {
  pages: number
  sources: number
  /** The number of files that existed already. */
  already: number
  unread: Unread[]
}

/** A folder or zip to import, and a folder to unpack it in. */
export interface PathToImport {
  path: string
  reach: Reach
  scratch: string
  progress: (words: string) => void
}

/**
 * Imports a vault, a folder of documents, or a zip of either into a space; the folder is not
 * written to.
 */
export async function importPath({ path, reach, scratch, progress }: PathToImport): Promise<Imported> {
  const root = resolve(path)
  if (!existsSync(root)) throw new Error(`${root} is not there. Name a folder or a zip.`)
  if (statSync(root).isDirectory()) return importFolder(root, basename(root), reach, progress, [])
  mkdirSync(scratch, { recursive: true })
  const into = mkdtempSync(join(scratch, 'import-'))
  try {
    const unread = await unpackZip(root, into, { progress })
    return await importFolder(into, basename(root).replace(/\.zip$/i, ''), reach, progress, unread)
  } finally {
    rmSync(into, { recursive: true, force: true })
  }
}

async function importFolder(
  root: string,
  from: string,
  reach: Reach,
  progress: (words: string) => void,
  before: readonly Unread[],
): Promise<Imported> {
  const { files, unread } = openFolder(root).read()
  const bases = basesBeside(root)
  const imported: Imported = { pages: 0, sources: 0, already: 0, unread: [...before, ...unread] }
  const sorted = [...files.values()].sort(
    (a, b) => Number(becomes(b.path) === 'source') - Number(becomes(a.path) === 'source') || (a.path < b.path ? -1 : 1),
  )
  let n = 0
  const all = sorted.map(({ path, text, bytes }) => ({ path, text, base: bases(path) ?? '', ...(bytes && { bytes }) }))
  for await (const [{ path }, came] of importing(reach, from, all)) {
    if (n++ % 25 === 0) progress(`Importing ${n} of ${all.length}…`)
    if (came.is === 'refused') imported.unread.push({ path, reason: came.problem ?? 'It was refused.' })
    else if (came.as !== 'nothing') imported[came.as === 'page' ? 'pages' : 'sources']++
    if (came.is === 'same' && came.as !== 'nothing') imported.already++
  }
  return imported
}
