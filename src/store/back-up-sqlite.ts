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

/** Says whether a file is a sound SQLite database. */
export function isSqliteFile(file: string): boolean {
  try {
    const database = new DatabaseSync(file, { readOnly: true })
    try {
      const row = database.prepare('pragma quick_check').get() as { quick_check: string } | undefined
      return row?.quick_check === 'ok'
    } finally {
      database.close()
    }
  } catch {
    return false
  }
}
