/**
 * Runs commands in this process and captures output and exit code: milliseconds instead of the
 * second that a process takes. `spawned.ts` runs each command as the real program at least once.
 */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acts } from '../src/acts.ts'
import { runCommand } from '../src/cli/index.ts'
import { checkAndMend, exportTo, importPath, keepInStep, scanPath } from '../src/folders/index.ts'
import { openDataFolder, restore } from '../src/house/index.ts'
import { listen, openDoor } from '../src/http/index.ts'
import { afterwards } from './afterwards.ts'
import type { House } from './house.ts'
import { root } from './source.ts'

type Hands = Parameters<typeof runCommand>[1]

const notAvailable = () => {
  throw new Error('The command line of a test operates nothing.')
}
const defaults: Hands = {
  acts,
  server: () => null,
  openHere: notAvailable,
  backUp: notAvailable,
  restore: notAvailable,
  recount: notAvailable,
  scan: notAvailable,
  check: notAvailable,
  vaults: { importPath: notAvailable, exportTo: notAvailable, sync: notAvailable },
  speak: notAvailable,
  url: 'http://whorl.test',
  newKey: notAvailable,
}

/** The exit code and output of a command. */
export interface Said {
  code: number
  out: string
  error: string
}

/** Starts an HTTP server for a house, for commands that talk to a server. */
export async function serverOf(house: House): Promise<{ url: string; token: string }> {
  const token = 'the owner of the folder'
  const log = (fault: House['faults'][number]) => house.faults.push(fault)
  const agents = async () => new Response(null, { status: 404 })
  const hands = { agents, web: join(root, 'dist/web'), ownerToken: token, newId: () => 'fault', log }
  const door = openDoor({ ...house.whorl, ...hands })
  const listening = await listen(door, { host: 'localhost', port: 0 })
  afterwards(() => listening.stop())
  return { url: `http://localhost:${listening.port}`, token }
}

/** Returns a command runner on a house's store, or on the given server. */
export function commandLineOf(house: House, server: { url: string; token: string } | null = null) {
  let keys = 0
  const hands: Hands = {
    ...defaults,
    server: () => server,
    openHere: async () => ({ perform: house.whorl.perform, close: async () => {} }),
    vaults: {
      importPath: (given) => importPath({ ...given, scratch: tmpdir() }),
      exportTo,
      sync: keepInStep,
    },
    newKey: () => `key-${server ? 'remote' : 'here'}-${++keys}`,
  }
  return (...words: string[]): Promise<Said> => captureOutput(() => runCommand(words, hands))
}

/** Returns a command runner in a folder without a house, for `scan`, `check` and `restore`. */
export function commandLineIn(folder: string) {
  const now = () => new Date().toISOString()
  const data = join(folder, 'data')
  const hands: Hands = {
    ...defaults,
    scan: (given) => scanPath({ ...given, data, now: now() }),
    check: (given) => checkAndMend({ ...given, now: now() }),
    restore: async (from) => {
      const opened = openDataFolder(data, undefined)
      try {
        return await restore(from, { kind: 'sqlite', file: opened.database }, now())
      } finally {
        opened.close()
      }
    },
  }
  return async (...words: string[]): Promise<Said> => {
    const before = process.cwd()
    process.chdir(folder)
    try {
      return await captureOutput(() => runCommand(words, hands).catch(reportError))
    } finally {
      process.chdir(before)
    }
  }
}

/** Reports an error as `main` does. */
function reportError(error: unknown): number {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  return 1
}

async function captureOutput(run: () => Promise<number>): Promise<Said> {
  const { write: out } = process.stdout
  const { write: error } = process.stderr
  const output: Said = { code: 0, out: '', error: '' }
  const appendTo = (where: 'out' | 'error') => (chunk: unknown) => {
    output[where] += String(chunk)
    return true
  }
  process.stdout.write = appendTo('out') as typeof out
  process.stderr.write = appendTo('error') as typeof error
  try {
    output.code = await run()
    return output
  } finally {
    process.stdout.write = out
    process.stderr.write = error
  }
}
