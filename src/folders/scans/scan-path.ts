import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { unpackZip } from '../zip/unpack-zip.ts'
import { isChatExport, scanChat } from './scan-chat.ts'
import { type FolderToScan, type LocalScan, scanFolder } from './scan-folder.ts'
import { openMemory } from './scan-memory.ts'

/**
 * Scans a folder of documents, a chat export, or a zip of either, which is unpacked into a
 * temporary folder.
 */
export async function scanPath(given: FolderToScan): Promise<LocalScan> {
  const file = resolve(given.path)
  if (!existsSync(file) || !statSync(file).isFile()) return scanUnpacked(given)
  const { data, now, out, progress, found } = given
  const whole = `zip ${now.slice(0, 10)} ${await hashOf(file)}`
  const known = out === undefined ? openMemory(join(data, 'turn'), file).outcome(whole) : null
  if (known) {
    const again = { ...known, fresh: 0 }
    found(again)
    return again
  }
  return inFolderOfOurs(join(data, 'turn'), async (folder) => {
    const unread = await unpackZip(file, folder, { progress })
    const [first] = unread
    if (first?.path === basename(file) && readdirSync(folder).length === 0)
      throw new Error(`${file} cannot be read. ${first.reason}`)
    return scanUnpacked({ ...given, path: folder, standsFor: { path: file, unread, whole } })
  })
}

const scanUnpacked = (given: FolderToScan): LocalScan =>
  isChatExport(given.path) ? scanChat({ ...given, path: resolve(given.path) }) : scanFolder(given)

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('base64url')
}

const OURS = 'unpacked-'

async function inFolderOfOurs<T>(place: string, work: (folder: string) => Promise<T>): Promise<T> {
  mkdirSync(place, { recursive: true, mode: 0o700 })
  clearUp(place)
  const folder = mkdtempSync(join(place, `${OURS}${process.pid}-`))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Deletes temporary folders of killed scans. */
function clearUp(place: string): void {
  for (const name of readdirSync(place)) {
    const pid = name.startsWith(OURS) ? Number.parseInt(name.slice(OURS.length), 10) : Number.NaN
    if (pid && !isRunning(pid)) rmSync(join(place, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
