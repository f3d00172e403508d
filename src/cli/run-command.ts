import { type Act, actNamed, inPresentWords, type Perform, Refusal } from '../ba/index.ts'
import { allPages } from './all-pages.ts'
import { bringCommand } from './bring.ts'
import { type Check, checkCommand } from './check.ts'
import { actHelp, help } from './help.ts'
import { mcpCommand, type Speak } from './mcp.ts'
import { readArguments } from './read-arguments.ts'
import { remotely } from './remotely.ts'
import { type Scan, scanCommand } from './scan.ts'
import { type Vaults, vaultCommand } from './vault.ts'

/** The dependencies of the command line, passed by `main`. */
export interface Hands {
  acts: readonly Act[]
  /** The server on this data folder, if one runs. */
  server: () => { url: string; token: string } | null
  /** Opens the store in this process, if no server holds it. */
  openHere: () => Promise<{ perform: Perform; close: () => Promise<void> }>
  /** Backs up into a new file and returns its path. */
  backUp: (to: string) => Promise<string>
  /** Restores from a file and returns where the previous store was moved. */
  restore: (from: string) => Promise<string | null>
  /** Recounts all figures, or only checks them, and returns a report. */
  recount: (check: boolean) => Promise<{ said: string; right: boolean }>
  /** Scans a folder for findings worth forwarding. */
  scan: Scan
  /** Imports and exports vaults, and keeps a folder in step. */
  vaults: Vaults
  /** Checks a folder of pages, and repairs what can be repaired safely. */
  check: Check
  /** Serves an agent over standard input and output. */
  speak: Speak
  /** The address of the pages, for when no server runs. */
  url: string
  newKey: () => string
}

/** Runs one command and returns the exit code: 0 done, 1 refused or failed, 2 not understood. */
export async function runCommand([command = 'help', ...words]: string[], hands: Hands): Promise<number> {
  if (['help', '--help', '-h'].includes(command)) return say(help(hands.acts))
  if (command === 'backup' || command === 'restore') return operate(command, words, hands)
  if (command === 'recount') return recountCommand(words, hands)
  // `turn` is the former name of this command.
  if (command === 'scan' || command === 'turn') return scanCommand(words, hands.scan)
  if (command === 'check') return checkCommand(words, hands.check)
  if (command === 'bring') return bringCommand(words, { ...reachOf(hands), ...hands })
  if (command === 'import' || command === 'export' || command === 'sync') return inOrOut(command, words, hands)
  if (command === 'mcp') return mcpCommand(words, reachOf(hands))
  const act = actNamed(hands.acts, command)
  if (!act) return complain(`There is no command ${command}. "npx whorl help" lists them.`, 2)
  if (words.includes('--help')) return say(actHelp(act))
  try {
    const { space, key, input } = await readArguments(words, act)
    const door = await doorTo(hands)
    try {
      const place = act.scope === 'house' ? undefined : (space ?? (await onlySpace(door.perform, hands)))
      const given = inPresentWords(act, command, input) as Record<string, unknown>
      const call = { act, space: place, input: given, by: 'folder-owner' as const, door: 'cli' }
      const done = act.reads
        ? await allPages(act, given, (page) => door.perform({ ...call, input: page }))
        : await door.perform({ ...call, key: key ?? hands.newKey() })
      return say(JSON.stringify(done, null, 2))
    } finally {
      await door.close()
    }
  } catch (error) {
    if (error instanceof Refusal)
      return complain(`${error.field ? `${error.field}: ` : ''}${error.problem} ${error.remedy}`, 1)
    throw error
  }
}

const reachOf = (hands: Hands) => ({
  speak: hands.speak,
  openDoor: () => doorTo(hands),
  onlySpace: (perform: Perform) => onlySpace(perform, hands),
  url: () => hands.server()?.url ?? hands.url,
})

async function inOrOut(command: 'import' | 'export' | 'sync', words: string[], hands: Hands): Promise<number> {
  try {
    return await vaultCommand(command, words, hands.vaults, {
      openDoor: () => doorTo(hands),
      serverNow: () => {
        const server = hands.server()
        return server && remotely(server)
      },
      onlySpace: (perform) => onlySpace(perform, hands),
      newKey: hands.newKey,
    })
  } catch (error) {
    if (error instanceof Refusal)
      return complain(`${error.field ? `${error.field}: ` : ''}${error.problem} ${error.remedy}`, 1)
    throw error
  }
}

async function doorTo(hands: Hands) {
  const server = hands.server()
  return server ? { perform: remotely(server), close: async () => {} } : hands.openHere()
}

/** The only space that is no example need not be named. */
async function onlySpace(perform: Perform, { acts }: Hands): Promise<string> {
  const list = acts.find(({ name }) => name === 'list-spaces')
  const { spaces } = (
    list ? await perform({ act: list, input: {}, by: 'folder-owner', door: 'cli' }) : { spaces: [] }
  ) as {
    spaces: { slug: string; example: boolean }[]
  }
  const own = spaces.filter(({ example }) => !example)
  if (own.length === 1 && own[0]) return own[0].slug
  const remedy = spaces.length
    ? `Say which with --space: ${spaces.map(({ slug }) => slug).join(', ')}.`
    : 'Open the link that the server printed.'
  throw new Refusal('unfit', {
    field: 'space',
    problem: own.length ? 'There are several spaces.' : 'There is no space yet.',
    remedy,
  })
}

async function operate(command: 'backup' | 'restore', [file]: string[], hands: Hands): Promise<number> {
  if (!file || file === '--help') return complain(`Say which file: npx whorl ${command} FILE`, 2)
  if (command === 'backup') return say(`Backed up to ${await hands.backUp(file)}`)
  const aside = await hands.restore(file)
  return say(`Restored from ${file}.${aside ? ` What was here before is kept as ${aside}` : ''}`)
}

async function recountCommand(words: string[], hands: Hands): Promise<number> {
  const [option, ...more] = words
  if (more.length > 0 || !(option === undefined || option === '--check'))
    return complain('Counts the figures anew, or only checks them: npx whorl recount [--check]', 2)
  const { said, right } = await hands.recount(option === '--check')
  return right ? say(said) : complain(said, 1)
}

function say(text: string): number {
  process.stdout.write(`${text}\n`)
  return 0
}

function complain(text: string, code: number): number {
  process.stderr.write(`${text}\n`)
  return code
}
