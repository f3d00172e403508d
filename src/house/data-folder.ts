import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { unfit } from '../ba/index.ts'
import { holdFile } from '../store/index.ts'

/** Where a server on a data folder listens, and the word by which the folder's owner speaks to it. */
export interface ServerNote {
  pid: number
  url: string
  token: string
}

/** A data folder that this process alone has open. */
export interface DataFolder {
  path: string
  /** The SQLite file in it. */
  database: string
  /** The secret that signs sessions: one for all processes that share a store. */
  secret: string
  /** Leaves a note where this process listens; only the folder's owner can read it. */
  noteServer(note: ServerNote): void
  /** Takes the note back and lets go of the folder. */
  close(): void
}

/** Opens a data folder for this process alone, or throws a sentence that says what to do. */
export function openDataFolder(folder: string, givenSecret?: string): DataFolder {
  const path = resolve(folder)
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const letGo = holdFile(join(path, 'lock'))
  if (!letGo) throw new Error(takenSentence(path))
  const note = join(path, 'server.json')
  rmSync(note, { force: true })
  return {
    path,
    database: join(path, 'whorl.db'),
    secret: givenSecret ?? secretIn(path),
    noteServer: (server) => {
      writeFileSync(`${note}.new`, JSON.stringify(server), { mode: 0o600 })
      renameSync(`${note}.new`, note)
    },
    close: () => {
      rmSync(note, { force: true })
      letGo()
    },
  }
}

/** Refuses a folder where no Whorl has begun: only a server begins one, a command that looks in the wrong place does not. */
export function mustHaveBegun(folder: string): void {
  if (existsSync(join(folder, 'whorl.db'))) return
  const remedy = 'Start one with "npm start", or say with WHORL_DATA=… which folder is yours.'
  throw unfit('WHORL_DATA', `There is no Whorl in ${resolve(folder)}.`, remedy)
}

/** The server that has a data folder open, or null when none does. */
export function serverOf(folder: string): ServerNote | null {
  const note = join(resolve(folder), 'server.json')
  if (!existsSync(note)) return null
  const letGo = holdFile(join(resolve(folder), 'lock'))
  if (letGo) {
    // Its server was killed: nobody listens there any more.
    letGo()
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
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  chmodSync(file, 0o600)
  return readFileSync(file, 'utf8').trim()
}
