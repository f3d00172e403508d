/** How long acts take in a space with a long past, and how fast its figures catch up. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Place } from '../src/store/index.ts'
import { startPostgres } from '../test/postgres.ts'
import { type Bench, say } from './figures.ts'
import { inDatabase, inFolder } from './in-place.ts'
import { profiling } from './server.ts'

/** Measures with PATH (1,000,000) conversions on SQLite, and on PostgreSQL where one can be had, each in a process of its own. */
export const bench: Bench = async (path) => {
  const conversions = Number(path?.split(/[\\/]/).at(-1) ?? 1_000_000)
  if (!Number.isInteger(conversions) || conversions < 1)
    throw new Error('Say how many conversions: npm run bench -- ledger 100000')
  const only = process.env.BENCH_STORES
  const sqlite = only === 'postgres' ? 'left out' : await onSqlite(conversions)
  const postgres = only === 'sqlite' ? 'left out' : await onPostgres(conversions)
  const runs = [sqlite, postgres].filter((run) => typeof run !== 'string')
  // What SQLite gave stands in front; of the acts the worse store counts.
  const [first] = runs
  return { conversions, ...first, p95Ms: Math.max(...runs.map(({ p95Ms }) => p95Ms)), sqlite, postgres, peers: {} }
}

function onSqlite(conversions: number) {
  say(`${conversions} conversions on SQLite…`)
  return inFolder(tmpdir(), (folder) => inProcess(conversions, { kind: 'sqlite', file: join(folder, 'whorl.db') }))
}

async function onPostgres(conversions: number) {
  // As servers have it: without statistics of what the reactions write, PostgreSQL would read tables whole.
  const server = await startPostgres({ autovacuum: 'on', autovacuum_naptime: 5 })
  if ('why' in server) return server.why
  try {
    say(`${conversions} conversions on PostgreSQL…`)
    return await inDatabase(server.url, (url) => inProcess(conversions, { kind: 'postgres', url }))
  } finally {
    await server.stop()
  }
}

type Run = { p95Ms: number }

async function inProcess(conversions: number, place: Place): Promise<Run> {
  const script = join(import.meta.dirname, 'ledger-run.ts')
  const given = [...profiling(`ledger-${place.kind}`), script, String(conversions), JSON.stringify(place)]
  const child = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`It ended with ${code}.`)
  return JSON.parse(said) as Run
}
