import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { unfit } from '../ba/index.ts'
import { holdFile, unwritable } from '../store/index.ts'

/** The address of a server on a data folder, and the token by which the folder's owner calls it. */
export interface ServerNote {
  pid: number
  url: string
  token: string
}

/** A data folder opened and locked by this process. */
export interface DataFolder {
  path: string
  /** Its SQLite file. */
  database: string
  /** The secret that signs sessions, shared by all processes on a store. */
  secret: string
  /** Writes this server's address to a file that only the folder's owner can read. */
  noteServer(note: ServerNote): void
  /** Deletes that file and unlocks the folder. */
  close(): void
}

/** Opens and locks a data folder, or throws a sentence that says what to do. */
export function openDataFolder(folder: string, givenSecret?: string): DataFolder {
  const path = resolve(folder)
  return orUnwritable(path, () => {
    makeFolder(path)
    const unlock = holdFile(join(path, 'lock'))
    if (!unlock) throw new Error(takenSentence(path))
    const note = join(path, 'server.json')
    rmSync(note, { force: true })
    return {
      path,
      database: join(path, 'whorl.db'),
      secret: givenSecret ?? secretIn(path),
      noteServer: (server) => orUnwritable(path, () => writeWhole(note, JSON.stringify(server))),
      close: () => {
        try {
          rmSync(note, { force: true })
        } finally {
          unlock()
        }
      },
    }
  })
}

/** Does something in a folder, or throws a sentence that says why nothing can be written there. */
function orUnwritable<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const no = unwritable(error)
    throw no ? new Error(`${path} (WHORL_DATA): ${no.inFull}`, { cause: error }) : error
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    // Node says this too where nothing can be written; without `recursive` it says why.
    mkdirSync(path, { mode: 0o700 })
  }
}

/** Writes a file at once: on a full disk there is the one before, or none, and never half of one. */
function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/**
 * Refuses a folder without a store: only a server makes one, so that a command in the wrong folder
 * fails.
 */
export function mustHaveBegun(folder: string): void {
  if (existsSync(join(folder, 'whorl.db'))) return
  const remedy = 'Start one with "npm start", or say with WHORL_DATA=… which folder is yours.'
  throw unfit('WHORL_DATA', `There is no Whorl in ${resolve(folder)}.`, remedy)
}

/** The server that has a data folder open; null if there is none. */
export function serverOf(folder: string): ServerNote | null {
  const note = join(resolve(folder), 'server.json')
  if (!existsSync(note)) return null
  const unlock = orUnwritable(resolve(folder), () => holdFile(join(resolve(folder), 'lock')))
  if (unlock) {
    // Its server was killed: nothing listens there any more.
    unlock()
    return null
  }
  return JSON.parse(readFileSync(note, 'utf8')) as ServerNote
}

function takenSentence(path: string): string {
  const server = serverOf(path)
  const where = server ? ` at ${server.url} (process ${server.pid})` : ''
  return (
    `A Whorl is running on ${path} already${where}. ` +
    'Use that one, stop it first, or start this one on another folder with WHORL_DATA=…'
  )
}

function secretIn(path: string): string {
  const file = join(path, 'secret')
  if (!existsSync(file)) writeWhole(file, randomBytes(32).toString('hex'))
  chmodSync(file, 0o600)
  return readFileSync(file, 'utf8').trim()
}
