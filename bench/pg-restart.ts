/** Whether two servers outlive a PostgreSQL that restarts and hangs under load, what is lost, and how soon they answer again. */
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type OwnServer, startOwnPostgres } from '../test/postgres.ts'
import { type Bench, rounded, say } from './figures.ts'
import { inFolder } from './in-place.ts'
import { type Listener, listenerAt, type Person, pause, personAt, type Seen } from './pg-restart-people.ts'
import { enter, type Server, startWhorl, untilSaid, type Visitor } from './server.ts'

const RESTARTS = 20
/** One freeze for every four restarts: short, longer than a connection may take, longer than an answer may. */
const FROZEN_MS = [2000, 8000, 30_000]
const [ASKING, REST_MS] = [4, 1000]

/** Two servers on one PostgreSQL, and people at both. */
interface Site {
  postgres: OwnServer
  servers: Server[]
  owner: Visitor
  topic: string
  seen: Seen
}

/** Restarts PATH times (20), and freezes a quarter as often. */
export const bench: Bench = async (path) => {
  const restarts = Number(path?.split(/[\\/]/).at(-1) ?? RESTARTS)
  if (!Number.isInteger(restarts) || restarts < 1)
    throw new Error('Say how many restarts: npm run bench -- pg-restart 4')
  // Signed in at one server is signed in at the other.
  process.env.WHORL_SECRET = randomBytes(32).toString('hex')
  const postgres = await startOwnPostgres()
  if ('why' in postgres) throw new Error(postgres.why)
  try {
    return await inFolder(tmpdir(), (folder) => measure(postgres, folder, restarts))
  } finally {
    await postgres.stop()
  }
}

async function measure(postgres: OwnServer, folder: string, restarts: number) {
  const servers: Server[] = []
  try {
    for (const name of ['one', 'two']) servers.push(await startWhorl(join(folder, name), postgres.url))
    const site = await opened(postgres, servers)
    const freezes = Math.ceil(restarts / 4)
    const back = await under(site, () => interrupted(site, restarts, freezes))
    const exits = servers.filter(({ pid }) => !isThere(pid)).length
    const { seen } = site
    for (const fault of new Set(seen.faults)) say(fault)
    return {
      restarts,
      freezes,
      exits,
      ...(exits === 0 ? await missed(site) : { lost: 'unknown' }),
      faults: seen.faults.length,
      acknowledged: seen.kept.length,
      refused: seen.refused,
      backSeconds: at(back, 0.95),
      backMedianSeconds: at(back, 0.5),
      backWorstSeconds: at(back, 1),
      longestAnswerSeconds: rounded(seen.longestSeconds),
      peers: {},
    }
  } finally {
    for (const server of servers) if (isThere(server.pid)) await server.stop()
  }
}

async function opened(postgres: OwnServer, servers: Server[]): Promise<Site> {
  // Each that starts while nobody is there prints a link, and only the last is good.
  const newest = servers.at(-1) as Server
  const link = await untilSaid(newest, /http:\S+\/enter#\S+/)
  const owner = await enter(newest, link, { name: 'Mara', spaceName: 'Bench' })
  const { topic } = await owner.does('start-topic', { title: 'Cache purge', area: 'open' })
  return { postgres, servers, owner, topic: topic.id, seen: { kept: [], refused: 0, faults: [], longestSeconds: 0 } }
}

/** Works while people ask and read at both servers. */
async function under<T>({ servers, owner, topic, seen }: Site, work: () => Promise<T>): Promise<T> {
  let over = false
  const people = servers.map((server) => personAt(server, owner, topic, seen))
  const asks = async (person: Person, who: string) => {
    for (let n = 0; !over; n++) await person.asks(`When do we purge, ${n} of ${who}?`)
  }
  const reads = async (person: Person) => {
    while (!over) await person.reads()
  }
  const busy = people.flatMap((person, server) => [
    reads(person),
    ...Array.from({ length: ASKING }, (_, n) => asks(person, `${server}-${n}`)),
  ])
  const done = await work()
  over = true
  await Promise.all(busy)
  return done
}

/** Interrupts the database in every way; gives the seconds until all was well again, of each. */
async function interrupted(site: Site, restarts: number, freezes: number): Promise<number[]> {
  const { postgres, servers, owner } = site
  const listeners = servers.map((server) => listenerAt(server, owner))
  await Promise.all(listeners.map(({ open }) => open))
  const took: number[] = []
  const allWell = async (what: string) => {
    const began = performance.now()
    await Promise.all(servers.map((_, n) => probe(site, n, listeners.at(n - 1) as Listener)))
    took.push((performance.now() - began) / 1000)
    say(`${what}: back after ${rounded(took.at(-1) as number)} s`)
    await pause(REST_MS)
  }
  for (let n = 0; n < Math.max(restarts, freezes); n++) {
    if (n < restarts) {
      const before = await startedAt(postgres)
      postgres.restart(n % 2 ? 'at once' : 'politely')
      while ((await startedAt(postgres)) === before) await pause(10)
      await allWell(`restart ${n + 1} of ${restarts}`)
    }
    if (n % 4 === 3 || n === restarts - 1) {
      const thaw = await postgres.freeze()
      await pause(FROZEN_MS[(took.length >> 2) % FROZEN_MS.length] as number)
      thaw()
      await allWell('freeze')
    }
  }
  for (const listener of listeners) await listener.stop()
  return took
}

/** A question asked at one server is kept, and told of by the other's stream. */
async function probe({ servers, owner, topic, seen }: Site, n: number, other: Listener): Promise<void> {
  const person = personAt(servers[n] as Server, owner, topic, seen)
  await other.hears(() => person.asks(`Is all well, ${seen.kept.length} of ${n}?`))
}

/** When it started, as soon as it takes connections. */
async function startedAt({ url }: OwnServer): Promise<string> {
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
    client.on('error', () => {})
    try {
      await client.connect()
      return (await client.query('select pg_postmaster_start_time()::text as at')).rows[0].at
    } catch (error) {
      if (!(error instanceof Error)) throw error
      await pause(10)
    } finally {
      // Of a connection that was refused the end is not always told.
      await Promise.race([client.end(), pause(100)])
    }
  }
}

/** What of that which was acknowledged is not there or is there twice, and what failed for good. */
async function missed({ owner, topic, seen }: Site) {
  const there = new Map<string, number>()
  for (let after: string | null = null; ; ) {
    const page = await owner.does('list-questions', { topic, most: 200, ...(after && { after }) })
    for (const { words } of page.questions as { words: string }[]) there.set(words, (there.get(words) ?? 0) + 1)
    if (page.next === null) break
    after = page.next
  }
  const { parked } = await owner.does('list-parked', {})
  return {
    lost: seen.kept.filter((words) => !there.has(words)).length,
    twice: [...there.values()].filter((count) => count > 1).length,
    parked: parked.length,
  }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
    throw error
  }
}

function at(took: readonly number[], share: number): number {
  const sorted = [...took].sort((one, other) => one - other)
  return rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN)
}
