/** What `npm run bench -- NAME PATH` does: runs one bench and prints its figures as one line of JSON. */
import { resolve } from 'node:path'
import type { Bench } from './figures.ts'

const benches: Record<string, () => Promise<{ bench: Bench }>> = {
  absence: () => import('./absence.ts'),
  'already-answered': () => import('./already-answered.ts'),
  cases: () => import('./cases.ts'),
  check: () => import('./check.ts'),
  crowd: () => import('./crowd.ts'),
  fair: () => import('./fair.ts'),
  fuzz: () => import('./fuzz.ts'),
  definitions: () => import('./definitions.ts'),
  keyphrases: () => import('./keyphrases.ts'),
  ledger: () => import('./ledger.ts'),
  load: () => import('./load.ts'),
  meetings: () => import('./meetings.ts'),
  'pg-restart': () => import('./pg-restart.ts'),
  recompile: () => import('./recompile.ts'),
  'search-scale': () => import('./search-scale.ts'),
  'search-act': () => import('./search-act.ts'),
  search: () => import('./search.ts'),
  stall: () => import('./stall.ts'),
  start: () => import('./start.ts'),
  support: () => import('./support.ts'),
  turn: () => import('./turn.ts'),
  vault: () => import('./vault.ts'),
}

const [name = '', path] = process.argv.slice(2)
const open = benches[name]
if (!open) {
  console.error(`Say which bench: npm run bench -- NAME [PATH], with NAME one of ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}
const { bench } = await open()
const figures = await bench(path === undefined ? undefined : resolve(path))
console.log(JSON.stringify({ bench: name, path: path ?? null, ...figures }))
