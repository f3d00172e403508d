import { DatabaseSync } from 'node:sqlite'

const BUSY = 5

/**
 * Locks a file for this process until it releases it or ends, even by `kill -9`: the lock is the
 * operating system's, taken through SQLite. Returns the release function, or null if another
 * process holds the lock. Throws where the file cannot be written at all.
 */
export function holdFile(file: string): (() => void) | null {
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    database.exec('pragma locking_mode = exclusive; begin exclusive')
    return () => database.close()
  } catch (error) {
    database.close()
    if (((error as { errcode?: number }).errcode ?? 0) % 256 === BUSY) return null
    throw error
  }
}
