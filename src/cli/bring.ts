import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Act, type Perform, Refusal } from '../ba/index.ts'
import { MOST_FILE_BYTES } from '../text/index.ts'

/** The dependencies of `whorl bring`. */
export interface Bringing {
  acts: readonly Act[]
  openDoor: () => Promise<{ perform: Perform; close: () => Promise<void> }>
  onlySpace: (perform: Perform) => Promise<string>
  newKey: () => string
}

const USAGE =
  'Say what to bring: npx whorl bring FILE-OR-ADDRESS … [--area SLUG] [--replaces SOURCE] [--space SLUG] [--json]'
const PART = 4 * 1024 * 1024
const LOOK_MS = 300

type BringArguments = { paths: string[]; options: Record<string, string>; json: boolean }
type BroughtIn = { given: string; source: string | null; already: boolean; fault: string | null }

/** Runs `whorl bring FILE-OR-ADDRESS …` and returns the exit code: 1 if any was refused. */
export async function bringCommand(words: readonly string[], hands: Bringing): Promise<number> {
  const given = readWords(words)
  if (!given) return complain(USAGE, 2)
  const door = await hands.openDoor()
  try {
    const space = given.options.space ?? (await hands.onlySpace(door.perform))
    const does = (name: string, input: object): Promise<Record<string, unknown>> => {
      const act = hands.acts.find((one) => one.name === name)
      if (!act) throw new Error(`There is no act ${name}.`)
      const key = act.reads ? {} : { key: hands.newKey() }
      return door.perform({ act, space, input, by: 'folder-owner', door: 'cli', ...key })
    }
    const came: BroughtIn[] = []
    for (const path of given.paths) {
      came.push(await broughtOrWhy(path, given.options, does))
      if (!given.json) say(came.at(-1) as BroughtIn)
    }
    if (given.json) process.stdout.write(`${JSON.stringify(came, null, 2)}\n`)
    return came.every(({ fault }) => fault === null) ? 0 : 1
  } finally {
    await door.close()
  }
}

type Does = (name: string, input: object) => Promise<Record<string, unknown>>

async function broughtOrWhy(
  path: string,
  { area, replaces }: BringArguments['options'],
  does: Does,
): Promise<BroughtIn> {
  const where = { ...(area && { area }), ...(replaces && { replaces }) }
  try {
    const arrival = /^https?:\/\//i.test(path)
      ? (await does('bring-source', { address: path, ...where })).arrival
      : await sent(path, where, does)
    return { given: path, ...(await untilIn(String(arrival), does)) }
  } catch (error) {
    if (!(error instanceof Refusal) && (error as NodeJS.ErrnoException).code === undefined) throw error
    return { given: path, source: null, already: false, fault: (error as Error).message }
  }
}

async function sent(path: string, where: object, does: Does): Promise<unknown> {
  const { size } = statSync(path)
  if (size > MOST_FILE_BYTES)
    throw new Refusal('unfit', { problem: 'It is larger than 20 MiB.', remedy: 'Bring it in parts.' })
  const bytes = readFileSync(path)
  const parts = Math.max(1, Math.ceil(size / PART))
  const nth = (n: number) => bytes.subarray(n * PART, (n + 1) * PART).toString('base64')
  const { arrival } = await does('bring-source', { name: basename(path), parts, bytes: nth(0), ...where })
  for (let part = 1; part < parts; part++) await does('send-source-part', { arrival, part, bytes: nth(part) })
  return arrival
}

type Arrival = { id: string; state: string; source: string | null; already: boolean; fault: string | null }

async function untilIn(arrival: string, does: Does): Promise<Omit<BroughtIn, 'given'>> {
  for (;;) {
    const { arrivals } = (await does('list-arrivals', {})) as { arrivals: Arrival[] }
    const one = arrivals.find(({ id }) => id === arrival)
    if (!one) return { source: null, already: false, fault: 'It was forgotten meanwhile.' }
    const { state, source, already, fault } = one
    if (state === 'in' || state === 'refused') return { source, already, fault }
    await pause(LOOK_MS)
  }
}

function say({ given, source, already, fault }: BroughtIn): void {
  if (fault !== null) complain(`${given}: not kept. ${fault}`, 1)
  else process.stdout.write(`${given}: ${already ? 'was here already' : 'is in'} (${source})\n`)
}

function readWords(words: readonly string[]): BringArguments | null {
  const paths: string[] = []
  const options: Record<string, string> = {}
  let json = false
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const [, name, joined] = /^--(area|replaces|space)(?:=(.+))?$/.exec(word) ?? []
    const value = name && (joined ?? words[++at])
    if (name && !value) return null
    if (name && value) options[name] = value
    else if (word === '--json') json = true
    else if (word.startsWith('--')) return null
    else paths.push(word)
  }
  return paths.length > 0 ? { paths, options, json } : null
}

function complain(text: string, code: number): number {
  process.stderr.write(`${text}\n`)
  return code
}
