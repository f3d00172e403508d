import { backup, DatabaseSync } from 'node:sqlite'

/** Copies a SQLite file consistently while other connections read and write it. */
export async function backUpSqlite(file: string, copy: string): Promise<void> {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    await backup(database, copy)
  } finally {
    database.close()
  }
}

/**
 * Checkpoints the write-ahead log of a killed process into its file, as far as the log can be read.
 */
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

/** Whether a file is a sound SQLite database that holds a store. */
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
