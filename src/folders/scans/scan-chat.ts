import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isTooLarge, readBytes, tooLarge } from '../../combination/index.ts'
import {
  askedTwice,
  type ExportFiles,
  isExportFile,
  isSlackExport,
  readSlackExport,
} from '../../externalisation/index.ts'
import { askedTwiceFindings } from '../../spiral/index.ts'
import { type FolderToScan, hashOf, type LocalScan } from './scan-folder.ts'
import { openMemory } from './scan-memory.ts'

/** Whether a folder is an unpacked chat export. */
export const isChatExport = (folder: string): boolean => isSlackExport(exportPaths(folder))

const FIVE = 5

/** Scans a chat export for at most five questions that were asked and answered more than once. */
export function scanChat({ path, data, now, out, standsFor, progress, found }: FolderToScan): LocalScan {
  if (out !== undefined) throw new Error('Pages are not made of a chat. Leave --out away.')
  const name = standsFor?.path ?? path
  const memory = openMemory(join(data, 'turn'), name)
  const paths = exportPaths(path)
  const whole = standsFor?.whole ?? hashOfAll(now, path, paths)
  const known = memory.outcome(whole)
  const result = known ? { ...known, fresh: 0 } : { ...chatIn(path, paths, progress), path: name }
  if (!known) {
    result.unread.push(...(standsFor?.unread ?? []))
    memory.keepOutcome(whole, result)
  }
  found(result)
  return result
}

function chatIn(folder: string, paths: string[], progress: (words: string) => void): LocalScan {
  const { messages, channels, unread, leftOut } = readSlackExport({
    paths,
    read: (path) => textOf(join(folder, path)),
    progress,
  })
  progress(`Looking for what was asked twice in ${messages.length} messages…`)
  const findings = askedTwiceFindings(askedTwice(messages)).slice(0, FIVE)
  const chat = { messages: messages.length, channels }
  return {
    path: folder,
    documents: 0,
    commits: 0,
    fresh: messages.length,
    chat,
    unread,
    notes: leftOut,
    topics: [],
    findings,
    vault: null,
  }
}

function textOf(file: string): ReturnType<ExportFiles['read']> {
  try {
    const { size } = statSync(file)
    return isTooLarge(size) ? { fault: tooLarge(size) } : readBytes(readFileSync(file))
  } catch {
    return { fault: 'It could not be read.' }
  }
}

/**
 * The paths of an export's files: its lists, and a file per day in each channel's folder. Links are
 * not followed.
 */
function exportPaths(folder: string): string[] {
  const entries = (at: string) => {
    try {
      return readdirSync(at, { withFileTypes: true })
    } catch {
      return []
    }
  }
  const root = entries(folder)
  if (!root.some((one) => one.isFile() && isExportFile(one.name))) return []
  const days = root
    .filter((one) => one.isDirectory() && !one.name.startsWith('.'))
    .flatMap(({ name }) => entries(join(folder, name)).flatMap((one) => (one.isFile() ? `${name}/${one.name}` : [])))
  return [...root.flatMap((one) => (one.isFile() ? one.name : [])), ...days].filter(isExportFile).sort()
}

function hashOfAll(now: string, folder: string, paths: readonly string[]): string {
  const hashes = paths.map((path) => {
    const file = join(realpathSync(folder), path)
    return [path, isTooLarge(statSync(file).size) ? '' : hashOf(path, readFileSync(file))]
  })
  return hashOf(`chat ${now.slice(0, 10)}`, Buffer.from(JSON.stringify(hashes)))
}
