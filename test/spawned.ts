/** Runs the real program as child processes: servers and commands. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Place } from '../src/store/index.ts'
import { afterwards } from './afterwards.ts'
import type { Said } from './command-line.ts'
import { root } from './source.ts'
import { freshFolder, freshPlace, type TestPlace } from './stores.ts'

type Environment = Record<string, string>

/** The store and folder of a test's servers, and the environment that names them. */
export interface Ground {
  at: TestPlace
  folder: string
  env: Environment
}

/** An empty ground for a server, of the project's kind of store. */
export async function freshGround(): Promise<Ground> {
  const at = await freshPlace()
  return { at, folder: at.folder, env: environmentOf(at.folder, at.kind === 'postgres' ? at.url : undefined) }
}

/** An empty ground with a SQLite file, whatever the project's kind. */
export function freshFile(): Ground {
  const folder = freshFolder()
  return { at: { kind: 'sqlite', folder }, folder, env: environmentOf(folder) }
}

/** The ground of an existing store. */
export function groundOf(place: Place): Ground {
  const folder = place.kind === 'sqlite' ? dirname(place.file) : freshFolder()
  const database = place.kind === 'postgres' ? place.url : undefined
  const at =
    database === undefined ? { kind: 'sqlite' as const, folder } : { kind: 'postgres' as const, folder, url: database }
  return { at, folder, env: environmentOf(folder, database) }
}

/** The environment of a server: its folder, any free port, and its database if it has one. */
export const environmentOf = (folder: string, database?: string): Environment => ({
  WHORL_DATA: folder,
  PORT: '0',
  ...(database && { DATABASE_URL: database }),
})

/** A running server. */
export interface Server {
  url: string
  /** The bearer token of the folder's owner. */
  token: string
  said: () => string
  child: ChildProcess
  /** Sends a signal, if given, awaits the end, and returns the exit code or ending signal. */
  end(signal?: NodeJS.Signals): Promise<number | string | null>
}

/** Starts a server and waits until it listens; `mostKB` bounds every file that it writes. */
export async function startServer({ env, folder }: Ground, mostKB?: number): Promise<Server> {
  const { child, said } = run([join(root, 'bin/whorl.js'), 'serve'], env, root, mostKB)
  afterwards(() => {
    child.kill('SIGKILL')
  })
  const open = /Whorl is open at (http:\S+)/
  while (!open.test(said())) {
    if (child.exitCode !== null) throw new Error(`The server ended at once: ${said()}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const { token } = JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8')) as { token: string }
  const end: Server['end'] = async (signal) => {
    const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : Promise.resolve()
    if (signal) child.kill(signal)
    await ended
    return child.exitCode ?? child.signalCode
  }
  return { url: open.exec(said())?.[1] ?? '', token, said, child, end }
}

/** Runs one command to its end. */
export const command = (ground: Pick<Ground, 'env'>, ...words: string[]) => commandWith(ground, {}, ...words)

/** The same where no file may become larger than `mostKB`, or where nobody reads what it prints. */
export async function commandWith(
  { env }: Pick<Ground, 'env'>,
  { mostKB, unread = false }: { mostKB?: number; unread?: boolean },
  ...words: string[]
): Promise<{ code: number | null; said: string; complained: string }> {
  const { child, said, complained } = run([join(root, 'bin/whorl.js'), ...words], env, root, mostKB)
  if (unread) child.stdout.destroy()
  const [code] = await once(child, 'close')
  return { code, said: said(), complained: complained() }
}

function run(words: string[], env: Environment, cwd = root, mostKB?: number) {
  const { DATABASE_URL: _, ...outer } = process.env
  const node = [process.execPath, '--disable-warning=ExperimentalWarning', ...words]
  // The shell counts in blocks of 512 bytes, as POSIX has it.
  const bounded = ['sh', '-c', `ulimit -f ${(mostKB ?? 0) * 2} && exec "$0" "$@"`, ...node]
  const [program = '', ...given] = mostKB === undefined ? node : bounded
  const child = spawn(program, given, {
    cwd,
    env: { ...outer, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  return { child, printed: () => out, said: () => out + (child.exitCode ? err : ''), complained: () => err }
}

/** Runs one command to its end in a folder; its data go to `data` below that. */
export async function commandIn(folder: string, ...words: string[]): Promise<Said> {
  const env = environmentOf(join(folder, 'data'))
  const { child, printed, complained } = run([join(root, 'bin/whorl.js'), ...words], env, folder)
  const [code] = await once(child, 'close')
  return { code, out: printed(), error: complained() }
}

/** Does an act as the folder's owner, over HTTP. */
export async function ask(server: Server, act: string, input: unknown, space = 'ours') {
  const response = await fetch(`${server.url}/api/${space}/${act}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  const body = await response.json()
  if (!response.ok) throw new Error(JSON.stringify(body))
  // biome-ignore lint/suspicious/noExplicitAny: an act's output, as JSON.
  return body as any
}

/** The founding link that a fresh server prints. */
export async function linkOf(server: Server): Promise<string> {
  for (let tries = 0; tries < 500; tries++) {
    const link = /http:\S+\/enter#\S+(?=\n)/.exec(server.said())
    if (link) return link[0]
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`No link was printed: ${server.said()}`)
}

/** Founds the space `ours` by the founding link, and returns the session cookie. */
export async function found(server: Server): Promise<string> {
  const link = await linkOf(server)
  const body = {
    token: link.split('#')[1],
    name: 'Mara',
    email: 'mara@example.org',
    password: 'correct horse',
    spaceName: 'Ours',
  }
  const headers = { 'content-type': 'application/json', origin: server.url }
  const response = await fetch(`${server.url}/api/auth/enter`, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(await response.text())
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}
