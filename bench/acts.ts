/** Writing acts in this process, one after the other, against bare inserts that are synced as they are. */

import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { acts } from '../src/acts.ts'
import type { Act, Perform } from '../src/ba/index.ts'
import { openPerform } from '../src/ledger/index.ts'
import { openStore, type Place } from '../src/store/index.ts'
import { openWhorl } from '../src/whorl.ts'
import { median, rounded, say } from './figures.ts'
import type { Visitor } from './server.ts'

const ROUNDS = 21
const EACH = 100

type Given = {
  folder: string
  data: string
  database: string | undefined
  mara: Visitor
  ben: Visitor
  topics: string[]
}

const now = () => new Date().toISOString()
const newId = () => uuidv7()

/**
 * Measures two acts: `ask` (a row and its entry), and the second `say-shown` (rows, entry and conversion). What follows
 * from them is not begun in the timed part: it waits in the journal, and a whole Whorl settles it afterwards.
 */
export async function actsAgainstInsert(given: Given) {
  say('acts in this process…')
  const place: Place = given.database
    ? { kind: 'postgres', url: given.database }
    : { kind: 'sqlite', file: join(given.data, 'whorl.db') }
  const store = await openStore(place)
  const perform = openPerform(store, { now, newId }, () => {})
  const bare = await bareInserts(given)
  const does = doer(perform)
  const rates: Record<'insert' | 'ask' | 'shown', number[]> = { insert: [], ask: [], shown: [] }
  const ratios: Record<'ask' | 'shown', number[]> = { ask: [], shown: [] }
  try {
    for (let round = -2; round < ROUNDS; round++) {
      const showings = await offered(does, given, round + 2)
      const insert = await perSecond(Array.from({ length: EACH }, (_, n) => () => bare.insert(rowOf(round, n))))
      const shown = await perSecond(showings.map((showing) => () => does(given.ben, 'say-shown', { showing })))
      const ask = await perSecond(
        Array.from(
          { length: EACH },
          (_, n) => () => does(given.ben, 'ask', { topic: topicAt(given, n), words: WORDS }),
        ),
      )
      // The first rounds are there for the machine to warm up.
      if (round < 0) continue
      rates.insert.push(insert)
      rates.shown.push(shown)
      rates.ask.push(ask)
      ratios.shown.push(shown / insert)
      ratios.ask.push(ask / insert)
    }
  } finally {
    await bare.close()
    await store.close()
  }
  return {
    figures: {
      actOverInsert: rounded(median(ratios.shown)),
      askOverInsert: rounded(median(ratios.ask)),
      actsPerSecond: rounded(median(rates.shown)),
      asksPerSecond: rounded(median(rates.ask)),
      settledSeconds: rounded(await settled(place)),
    },
    peers: { insert: { perSecond: rounded(median(rates.insert)) } },
  }
}

const WORDS = 'How do I purge the cache without an outage when the queue bends and the load does not?'
const topicAt = ({ topics }: Given, n: number) => topics[n % topics.length] ?? ''

type Doer = ReturnType<typeof doer>

function doer(perform: Perform) {
  const byName = new Map<string, Act>(acts.map((act) => [act.name, act]))
  return (by: Visitor, name: string, input: Record<string, unknown>) => {
    const act = byName.get(name)
    if (!act) throw new Error(`There is no act ${name}.`)
    return perform({ act, space: by.space, input, by: { id: by.id, name: by.name }, door: 'bench' })
  }
}

/** Showings that one of the two has said happened already: Ben's word makes them count. */
async function offered(does: Doer, given: Given, round: number): Promise<string[]> {
  const { mara, ben } = given
  const showings: string[] = []
  for (let n = 0; n < EACH; n++) {
    const topic = topicAt(given, round * EACH + n)
    const { question } = await does(ben, 'ask', { topic, words: WORDS, of: mara.id })
    const { showing } = await does(mara, 'offer-showing', { question })
    await does(mara, 'say-shown', { showing })
    showings.push(showing as string)
  }
  return showings
}

async function perSecond(steps: (() => unknown)[]): Promise<number> {
  const began = performance.now()
  for (const step of steps) await step()
  return (steps.length * 1000) / (performance.now() - began)
}

/** Follows what the journal holds to its end, as a server does that starts on it; gives the seconds that took. */
async function settled(place: Place): Promise<number> {
  const faults: unknown[] = []
  const began = performance.now()
  const root = fileURLToPath(new URL('..', import.meta.url))
  const log = ({ error }: { error: unknown }) => faults.push(error)
  const whorl = await openWhorl({ place, secret: newId(), secure: false, root, scratch: tmpdir(), now, newId, log })
  await whorl.settle()
  await whorl.close()
  if (faults.length) throw faults[0]
  return (performance.now() - began) / 1000
}

const COLUMNS = ['space_id', 'id', 'area_id', 'topic_id', 'words', 'asked_by', 'asked_at']
const rowOf = (round: number, n: number) => [`space ${round}`, newId(), 'open', `topic ${n}`, WORDS, newId(), now()]

/** One row, like a question's, into a table with a key and nothing else; durable when it returns. */
async function bareInserts({ folder, database }: Given) {
  const table = `create table bare (${COLUMNS.map((name) => `${name} text not null`).join(', ')}, primary key (space_id, id))`
  const marks = (mark: (n: number) => string) => COLUMNS.map((_, n) => mark(n + 1)).join(', ')
  if (database) {
    const client = new pg.Client({ connectionString: database })
    await client.connect()
    await client.query(table)
    const text = `insert into bare values (${marks((n) => `$${n}`)})`
    return {
      insert: (values: string[]) => client.query({ name: 'bare', text, values }),
      close: () => client.end(),
    }
  }
  const sqlite = new DatabaseSync(join(folder, 'bare.db'))
  sqlite.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on')
  sqlite.exec(table)
  const insert = sqlite.prepare(`insert into bare values (${marks(() => '?')})`)
  return { insert: (values: string[]) => insert.run(...values), close: async () => sqlite.close() }
}
