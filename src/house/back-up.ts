import { existsSync, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { backUpSqlite, copyEverything, foldLogIn, isSqliteFile, openStore, type Place } from '../store/index.ts'

/**
 * Backs a running store up into one new file, a SQLite store of this version whatever the engine,
 * so that it can be restored to either.
 */
export async function backUp(place: Place, to: string): Promise<string> {
  const file = resolve(to)
  if (existsSync(file)) throw new Error(`${file} is there already. Name a file that is not.`)
  const half = `${file}.half`
  rmSync(half, { force: true })
  if (place.kind === 'sqlite') await backUpSqlite(place.file, half)
  else await copyInto({ kind: 'sqlite', file: half }, place)
  for (const ending of ['-wal', '-shm']) rmSync(half + ending, { force: true })
  renameSync(half, file)
  return file
}

/**
 * Restores a backup to a place that no server has open. An existing SQLite file is renamed, and its
 * new name returned; a PostgreSQL database must be empty.
 */
export async function restore(from: string, place: Place, now: string): Promise<string | null> {
  const backup = resolve(from)
  if (!existsSync(backup)) throw new Error(`${backup} is not there. Name a file that "whorl backup" made.`)
  if (!isSqliteFile(backup)) throw new Error(`${backup} is not a backup, or is damaged. Nothing was changed.`)
  if (place.kind === 'postgres') {
    await copyInto(place, { kind: 'sqlite', file: backup })
    return null
  }
  const half = `${place.file}.half`
  rmSync(half, { force: true })
  await backUpSqlite(backup, half)
  // A backup of a newer Whorl is refused here, before anything changes.
  await openStore({ kind: 'sqlite', file: half })
    .then((store) => store.close())
    .catch((error) => {
      rmSync(half, { force: true })
      throw error
    })
  const aside = existsSync(place.file) ? `${place.file}.before-${now.replace(/[:.]/g, '-')}` : null
  if (aside) foldLogIn(place.file)
  for (const ending of ['', '-wal', '-shm']) {
    if (aside && existsSync(place.file + ending)) renameSync(place.file + ending, aside + ending)
  }
  renameSync(half, place.file)
  return aside
}

async function copyInto(to: Place, from: Place): Promise<void> {
  const [source, target] = [await openStore(from), await openStore(to)]
  try {
    await copyEverything(source, target)
  } finally {
    await source.close()
    await target.close()
  }
}
