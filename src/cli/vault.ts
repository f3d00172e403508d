import { type Perform, Refusal } from '../ba/index.ts'

type Reach = { perform: Perform; space: string; area?: string | undefined; newKey: () => string }
type Unread = { path: string; reason: string }
type Form = 'vault' | 'site' | 'json' | 'llms'

/** Imports, exports and syncs vaults; passed by `main`. */
export interface Vaults {
  importPath: (given: {
    path: string
    reach: Reach
    progress: (words: string) => void
  }) => Promise<{ pages: number; sources: number; already: number; unread: Unread[] }>
  exportTo: (given: {
    to: string
    as: Form
    reach: Reach
    progress: (words: string) => void
  }) => Promise<{ path: string; files: number }>
  sync: (given: {
    path: string
    once: boolean
    reach: () => Promise<Reach>
    progress: (words: string) => void
    told: (step: Step) => void
    failed: (error: unknown) => void
    stopped: Promise<void>
  }) => Promise<void>
}

interface Step {
  done: { path: string; what: 'in' | 'out' | 'both' | 'left-out' | 'put-aside' }[]
  unread: Unread[]
  files: number
}

/** The dependencies for reaching a space. */
export interface ToSpace {
  openDoor: () => Promise<{ perform: Perform; close: () => Promise<void> }>
  /** Performs acts at the running server; null if there is none. */
  serverNow: () => Perform | null
  onlySpace: (perform: Perform) => Promise<string>
  newKey: () => string
}

const USAGE = {
  import: 'Say what: npx whorl import FOLDER|FILE.zip [--space SLUG] [--area SLUG]',
  export: 'Say where: npx whorl export FOLDER|FILE.zip [--as vault|site|json|llms] [--space SLUG] [--area SLUG]',
  sync: 'Say which folder: npx whorl sync FOLDER [--space SLUG] [--area SLUG] [--once]',
}

type Asked = { path: string; space?: string; area?: string; as: Form; once: boolean }
const forms: readonly string[] = ['vault', 'site', 'json', 'llms'] satisfies Form[]

/** Runs `whorl import`, `whorl export` or `whorl sync`, and returns the exit code. */
export async function vaultCommand(
  command: keyof typeof USAGE,
  words: readonly string[],
  vaults: Vaults,
  to: ToSpace,
): Promise<number> {
  const asked = readWords(words)
  if (typeof asked === 'string') return complain(`${asked}${USAGE[command]}`, 2)
  let door = await to.openDoor()
  try {
    const space = asked.space ?? (await to.onlySpace(door.perform))
    const reach = (): Reach => ({ ...door, space, area: asked.area, newKey: to.newKey })
    if (command === 'import') return await importing(asked, vaults, reach())
    if (command === 'export') return await exporting(asked, vaults, reach())
    return await syncing(asked, vaults, async () => {
      // A restarted server has a new token.
      const now = to.serverNow()
      if (now) door = { ...door, perform: now }
      return reach()
    })
  } catch (error) {
    if (error instanceof Refusal) throw error
    return complain(error instanceof Error ? error.message : String(error), 1)
  } finally {
    await door.close()
  }
}

function readWords(words: readonly string[]): Asked | string {
  const asked: Asked = { path: '', as: 'vault', once: false }
  for (let at = 0; at < words.length; at++) {
    const [, name, joined] = /^--(space|area|as)(?:=(.*))?$/s.exec(words[at] ?? '') ?? []
    const word = words[at] ?? ''
    if (name) {
      const value = joined ?? words[++at]
      if (!value) return `--${name} has no value. `
      if (name === 'as' && !forms.includes(value)) return `There is no form ${value}. `
      Object.assign(asked, { [name]: value })
    } else if (word === '--once') asked.once = true
    else if (word === '--help') return ''
    else if (word.startsWith('-')) return `There is no option ${word}. `
    else if (asked.path) return ''
    else asked.path = word
  }
  return asked.path ? asked : ''
}

async function importing({ path }: Asked, { importPath }: Vaults, reach: Reach): Promise<number> {
  const { pages, sources, already, unread } = await importPath({ path, reach, progress })
  endProgress()
  for (const one of unread) print(`${one.path} not imported: ${one.reason}`)
  const here = already ? `; ${already} of them were here already` : ''
  print(`${count(pages, 'page')} and ${count(sources, 'source')}${here}. ${unread.length} not imported.`)
  return 0
}

async function exporting({ path, as }: Asked, { exportTo }: Vaults, reach: Reach): Promise<number> {
  const made = await exportTo({ to: path, as, reach, progress })
  endProgress()
  print(`Wrote ${count(made.files, 'file')} to ${made.path}`)
  return 0
}

const WHAT: Record<Step['done'][number]['what'], string> = {
  in: '→ Whorl ',
  out: '← Whorl ',
  both: '↔ merged',
  'left-out': 'taken away here, still in Whorl:',
  'put-aside': 'no longer in Whorl, kept in .whorl/gone:',
}

async function syncing({ path, once }: Asked, { sync }: Vaults, reach: () => Promise<Reach>): Promise<number> {
  const said = new Set<string>()
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  let first = true
  const told = ({ done, unread, files }: Step) => {
    endProgress()
    for (const one of done) print(`${WHAT[one.what]} ${one.path}`)
    for (const one of unread) tellOnce(`${one.path} not in step: ${one.reason}`)
    if (once ? done.length === 0 : first)
      print(`${count(files, 'file')} in step.${once ? '' : ' Watching; end it with Ctrl-C.'}`)
    first = false
  }
  const failed = (error: unknown) => {
    const words = error instanceof Error ? error.message : String(error)
    if (!said.has(words)) complain(`${printable(words)} Trying again.`, 1)
    said.add(words)
  }
  await sync({ path, once, reach, progress, told, failed, stopped })
  return 0

  function tellOnce(line: string): void {
    if (!said.has(line)) print(line)
    said.add(line)
  }
}

const printable = (text: string) => text.replace(/[\p{Cc}\p{Cf}]/gu, '')
const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`
const print = (line: string) => void process.stdout.write(`${printable(line)}\n`)
const progress = (words: string) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${printable(words)}`)
}
const endProgress = () => {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
}

function complain(text: string, code: number): number {
  process.stderr.write(`${printable(text)}\n`)
  return code
}
