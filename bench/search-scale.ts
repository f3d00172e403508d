/** How long a search takes among very many pages of made words, a few of which are common and most of which are rare. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Place } from '../src/store/index.ts'
import { startPostgres } from '../test/postgres.ts'
import { type Bench, say } from './figures.ts'
import { inDatabase, inFolder } from './in-place.ts'

/** Measures with PATH (100,000) pages on SQLite, and on PostgreSQL where one can be had, each in a process of its own. */
export const bench: Bench = async (path) => {
  const pages = Number(path?.split(/[\\/]/).at(-1) ?? 100_000)
  if (!Number.isInteger(pages) || pages < 1) throw new Error('Say how many pages: npm run bench -- search-scale 100000')
  say(`${pages} pages on SQLite…`)
  const figures = await inFolder(tmpdir(), (folder) =>
    inProcess(pages, { kind: 'sqlite', file: join(folder, 'whorl.db') }),
  )
  return { pages, ...figures, postgres: await onPostgres(pages), peers: {} }
}

async function onPostgres(pages: number) {
  const server = await startPostgres()
  if ('why' in server) return server.why
  try {
    say(`${pages} pages on PostgreSQL…`)
    return await inDatabase(server.url, (url) => inProcess(pages, { kind: 'postgres', url }))
  } finally {
    await server.stop()
  }
}

async function inProcess(pages: number, place: Place) {
  const script = join(import.meta.dirname, 'search-scale-run.ts')
  const child = spawn(process.execPath, [script, String(pages), JSON.stringify(place)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`It ended with ${code}.`)
  return JSON.parse(said)
}
