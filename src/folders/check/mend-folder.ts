import { chmodSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Change, mendText, type Problem } from '../../combination/index.ts'

/**
 * Makes the safe repairs of a check, file by file, and returns them; with `dryRun` nothing is
 * written.
 */
export function mendFolder(path: string, problems: readonly Problem[], { dryRun }: { dryRun: boolean }): Change[] {
  const byFile = new Map<string, Change[]>()
  for (const change of problems.flatMap(({ changes }) => changes ?? []))
    byFile.set(change.path, [...(byFile.get(change.path) ?? []), change])
  return [...byFile].flatMap(([file, changes]) => mendFile(join(resolve(path), file), changes, dryRun))
}

function mendFile(file: string, changes: readonly Change[], dryRun: boolean): Change[] {
  const bytes = readFileSync(file)
  const before = bytes.toString('utf8')
  // A file that is not UTF-8 would not be written back unchanged.
  if (!Buffer.from(before).equals(bytes)) return []
  const { text, made } = mendText(before, changes)
  if (!dryRun && made.length > 0) {
    rmSync(`${file}.new`, { force: true })
    writeFileSync(`${file}.new`, text, { flag: 'wx' })
    // The file keeps its permissions.
    chmodSync(`${file}.new`, statSync(file).mode)
    renameSync(`${file}.new`, file)
  }
  return made
}
