import { randomBytes, randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { uuidv7 } from 'uuidv7'
import { acts } from './acts.ts'
import { anybodyHere, boundsSaid, makeFounding, unfit } from './ba/index.ts'
import { runCommand } from './cli/index.ts'
import { checkAndMend, clearScanning, exportTo, importPath, keepInStep, scanPath } from './folders/index.ts'
import { backUp, type DataFolder, mustHaveBegun, openDataFolder, recount, restore, serverOf } from './house/index.ts'
import { modelSaidBy } from './model/index.ts'
import { type Place, Unavailable } from './store/index.ts'
import { openWhorl, type Whorl } from './whorl.ts'

// Files in the data folder are readable by their owner only.
process.umask(0o077)

const root = fileURLToPath(new URL('..', import.meta.url))
const environment = {
  port: Number(process.env.PORT ?? 4747),
  host: process.env.HOST ?? 'localhost',
  data: process.env.WHORL_DATA ?? `${root}data`,
  database: process.env.DATABASE_URL,
  secret: process.env.WHORL_SECRET,
  /** The public origin, if it is not this machine's: behind a proxy, for links and cookies. */
  get url() {
    return originSaid(process.env.WHORL_URL)
  },
  /** The proxies that may name a client's address; with WHORL_URL, one on this machine may. */
  proxies: process.env.WHORL_PROXIES ?? (process.env.WHORL_URL ? 'loopback' : ''),
}
const now = () => new Date().toISOString()
/** This machine's time zone, which TZ may set. */
const zoneHere = Intl.DateTimeFormat().resolvedOptions().timeZone
const newId = (order?: 'unordered') => (order === 'unordered' ? randomUUID() : uuidv7())
const LOOK_MS = 5000
/** A server that is told to stop ends within this time, whatever does not end. */
const MOST_STOP_MS = 20_000
const TIDY_MS = 3_600_000

const place = (database: string): Place =>
  environment.database ? { kind: 'postgres', url: environment.database } : { kind: 'sqlite', file: database }

const open = (folder: DataFolder, { apart }: { apart: boolean }) =>
  openWhorl({
    place: place(folder.database),
    secret: folder.secret,
    secure: environment.url?.startsWith('https:') ?? false,
    root,
    scratch: environment.data,
    apart,
    model: modelSaidBy(process.env),
    bounds: boundsSaid(process.env.WHORL_BOUNDS),
    zone: zoneHere,
    now,
    newId,
    log: faults,
  })

/** Runs the server until it is told to stop. */
async function serve(): Promise<void> {
  const { port } = environment
  if (!(Number.isInteger(port) && port >= 0 && port < 65_536)) {
    throw new Error(
      `PORT is ${process.env.PORT}, which is no port. Give a number up to 65535; 0 takes one that is free.`,
    )
  }
  const folder = openDataFolder(environment.data, environment.secret)
  // Commands do not need the server's doors, and start sooner without them.
  const [{ listen, openDoor, proxiesOf }, { agentsByHttp }] = await Promise.all([
    import('./http/index.ts'),
    import('./mcp/index.ts'),
  ])
  clearScanning(environment.data)
  const whorl = await open(folder, { apart: true })
  const ownerToken = randomBytes(32).toString('base64url')
  const agents = agentsByHttp({
    ...whorl,
    agent: whorl.signIn.agent,
    url: environment.url,
    names: ownNames(),
    newId,
    log: faults,
  })
  const network = { site: environment.url, proxies: proxiesOf(environment.proxies) }
  const door = openDoor({ ...whorl, ...network, agents, web: `${root}dist/web`, ownerToken, newId, log: faults })
  const listening = await listen(door, environment)
  const url =
    environment.url ??
    `http://${environment.host.includes(':') ? `[${environment.host}]` : environment.host}:${listening.port}`
  const timers: NodeJS.Timeout[] = []
  const stop = async (code: number): Promise<never> => {
    setTimeout(() => process.exit(1), MOST_STOP_MS).unref()
    try {
      for (const timer of timers) clearInterval(timer)
      whorl.stopLive()
      await listening.stop()
      await whorl.close()
      folder.close()
    } catch (error) {
      faults({ id: newId(), what: 'stopping', error })
      process.exit(1)
    }
    process.exit(code)
  }
  // Installed before the address is printed, since a reader of it may stop the server at once.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(0))
  try {
    folder.noteServer({
      pid: process.pid,
      url: `http://${reachable(environment.host)}:${listening.port}`,
      token: ownerToken,
    })
    console.log(`Whorl is open at ${url}`)
    await inviteFirst(whorl, url)
  } catch (error) {
    // Half a start is none.
    console.error(sentenceOf(error))
    await stop(1)
  }
  const tidy = () => whorl.tidy().catch((error) => faults({ id: newId(), what: 'tidying', error }))
  void tidy()
  timers.push(setInterval(tidy, TIDY_MS))
  if (environment.database) timers.push(setInterval(whorl.lookAround, LOOK_MS))
}

/** Logs a fault; where only the store is missing, in a line. */
function faults({ id, what, error }: { id: string; what: string; error: unknown }): void {
  console.error(`${now()} fault ${id} in ${what}:`, error instanceof Unavailable ? error.inFull : error)
}

/**
 * The host by which this machine reaches the server, for addresses that listen on all interfaces.
 */
const reachable = (host: string) =>
  host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host

/**
 * The host names of a server that only this machine reaches; null for one that others reach, or
 * that stands behind a proxy, which may call it by any.
 */
function ownNames(): string[] | null {
  const own = ['localhost', '127.0.0.1', '[::1]']
  return environment.url || ![...own, '::1'].includes(environment.host) ? null : own
}

/** The origin of the public address; throws where it says more than an origin. */
function originSaid(url: string | undefined): string | undefined {
  if (!url) return undefined
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed && /^https?:$/.test(parsed.protocol) && parsed.href === `${parsed.origin}/`) return parsed.origin
  const example = 'Give its scheme and name, as https://whorl.example.org.'
  throw new Error(`WHORL_URL is ${url}, which is no address of a site. ${example}`)
}

/** Scans a folder for an agent on this machine. */
async function scanForAgent(path: string) {
  const quiet = { progress: () => {}, found: () => {} }
  try {
    return { ...(await scanPath({ path, data: environment.data, now: now(), ...quiet })) }
  } catch (error) {
    throw unfit(
      'path',
      error instanceof Error ? error.message : String(error),
      'Send the path of a folder that can be read.',
    )
  }
}

/** While there are no members, each start prints a link that makes its first visitor the owner. */
async function inviteFirst(whorl: Whorl, url: string): Promise<void> {
  const token = await whorl.store.write(async (tx) =>
    (await anybodyHere(tx)) ? null : makeFounding(tx, { now: now(), newId }),
  )
  if (token) console.log(`Open this link to begin; it works once, within 24 hours:\n\n  ${url}/enter#${token}\n`)
}

/** The sentence of an error, and of a missing store in full. */
const sentenceOf = (error: unknown) =>
  error instanceof Unavailable ? error.inFull : error instanceof Error ? error.message : error

/**
 * A reader that has enough (`| head`) ends a command quietly; a full disk does not. A server goes
 * on, whatever becomes of what it prints.
 */
function printTo(stream: NodeJS.WriteStream, serves: boolean): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (serves) return
    if (error.code === 'EPIPE') process.exit(0)
    console.error(`Nothing could be printed: ${error.message}`)
    process.exit(1)
  })
}

const [command, ...rest] = process.argv.slice(2)
for (const stream of [process.stdout, process.stderr]) printTo(stream, command === undefined || command === 'serve')
try {
  if (command === undefined || command === 'serve') await serve()
  else {
    process.exitCode = await runCommand([command, ...rest], {
      acts,
      server: () => serverOf(environment.data),
      openHere: async () => {
        if (!environment.database) mustHaveBegun(environment.data)
        const folder = openDataFolder(environment.data, environment.secret)
        const whorl = await open(folder, { apart: false })
        return {
          perform: whorl.perform,
          close: async () => {
            await whorl.settle()
            await whorl.close()
            folder.close()
          },
        }
      },
      backUp: (to) => backUp(place(`${environment.data}/whorl.db`), to),
      recount: async (check) => {
        if (!environment.database) mustHaveBegun(environment.data)
        const folder = openDataFolder(environment.data, environment.secret)
        const whorl = await open(folder, { apart: false })
        try {
          return await recount(whorl, check)
        } finally {
          await whorl.close()
          folder.close()
        }
      },
      restore: async (from) => {
        const folder = openDataFolder(environment.data, environment.secret)
        try {
          return await restore(from, place(folder.database), now())
        } finally {
          folder.close()
        }
      },
      scan: (given) => scanPath({ ...given, data: environment.data, now: now() }),
      vaults: {
        importPath: (given) => importPath({ ...given, scratch: `${environment.data}/turn` }),
        exportTo,
        sync: keepInStep,
      },
      check: (given) => checkAndMend({ ...given, now: now() }),
      speak: async (connection) => {
        const { speakByStdio } = await import('./mcp/index.ts')
        return speakByStdio({ ...connection, scan: scanForAgent }, { acts, newId, log: faults })
      },
      url: environment.url ?? `http://localhost:${environment.port}`,
      newKey: newId,
    })
  }
} catch (error) {
  console.error(sentenceOf(error))
  process.exitCode = 1
}
