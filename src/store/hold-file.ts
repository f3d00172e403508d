import { DatabaseSync } from 'node:sqlite'

/**
 * Locks a file for this process until it releases it or ends, even by `kill -9`: the lock is the
 * operating system's, taken through SQLite. Returns the release function, or null if another
 * process holds the lock.
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
