import { DatabaseSync } from 'node:sqlite'

/**
 * Holds a file for this process alone until it lets go or ends, even by `kill -9`: the lock is the operating system's,
 * by way of SQLite. Gives how to let go, or null when another process holds the file.
 */
export function holdFile(file: string): (() => void) | null {
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    database.exec('pragma locking_mode = exclusive; begin exclusive')
    return () => database.close()
  } catch {
    database.close()
    return null
  }
}
