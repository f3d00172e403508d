import { backup, DatabaseSync } from 'node:sqlite'

/** Copies a SQLite file whole while others read and write it. */
export async function backUpSqlite(file: string, copy: string): Promise<void> {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    await backup(database, copy)
  } finally {
    database.close()
  }
}

/** Folds what a process that was killed left in the log beside a file into the file, as far as it can be read. */
export function foldLogIn(file: string): void {
  try {
    const database = new DatabaseSync(file)
    try {
      database.exec('pragma wal_checkpoint(truncate)')
    } finally {
      database.close()
    }
  } catch {}
}

/** Says whether a file is a sound SQLite database with a store in it. */
export function isSqliteFile(file: string): boolean {
  try {
    const database = new DatabaseSync(file, { readOnly: true })
    try {
      const row = database.prepare('pragma quick_check').get() as { quick_check: string } | undefined
      return row?.quick_check === 'ok' && database.prepare('select number from migration').get() !== undefined
    } finally {
      database.close()
    }
  } catch {
    return false
  }
}
