/** A store as version 9d834d4 left it, opened from what is kept of it in `fixtures/`, and what was noted of it then. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { openToRead, type Place } from '../src/store/index.ts'
import { everyRow, type Row } from './every-row.ts'
import { type House, houseOn, type Somebody } from './house.ts'
import { openStandIn } from './stand-in-model.ts'
import { freshPlace } from './stores.ts'

/** What was noted as the store was made: who is in it, and what they did and read. */
interface Notes {
  now: string
  password: string
  space: string
  people: Record<string, { id: string; name: string; email: string }>
  /** What somebody took off their Today, by the kind of thing that it was there. */
  dismissed: { who: string; kind: string; thing: string }[]
  proposals: { who: string; proposal: string; act: string; input: Row }[]
  /** Acts that were done with a key; a space is null where the act is the house's. */
  outcomes: { who: string; space: string | null; key: string; act: string; input: Row }[]
  read: Record<string, Read>
  things: Record<'purge' | 'line' | 'lapsed' | 'unfollowedSource' | 'parkedSource' | 'dredged', string>
}

/** What somebody read then, in short. */
interface Read {
  topics: string[]
  /** When each round of a topic closed. */
  whorls: Record<string, string[]>
  /** Who knows, and by which kinds of evidence. */
  knows: Record<string, string[]>
  wholeWhorls: Record<string, number>
  today: string[]
  record: string[]
}

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name))

/** The notes. */
export const notes = JSON.parse(String(fixture('9d834d4.json'))) as Notes

/** A copy of the store that no later version has opened yet, and every row of it. */
export async function asItWas(): Promise<{ place: Place; before: Record<string, Row[]> }> {
  const place = await copied()
  const store = await openToRead(place)
  const before = await everyRow(store)
  await store.close()
  return { place, before }
}

async function copied(): Promise<Place> {
  const fresh = await freshPlace()
  if (fresh.kind === 'sqlite') {
    const file = join(fresh.folder, 'whorl.db')
    writeFileSync(file, gunzipSync(fixture('9d834d4.db.gz')))
    return { kind: 'sqlite', file }
  }
  // In a schema of its own: the database has the tables of today already.
  const client = new pg.Client({ connectionString: fresh.url })
  await client.connect()
  await client.query(`create schema earlier; set search_path = earlier; ${fixture('9d834d4.sql')}`)
  await client.end()
  const url = new URL(fresh.url)
  url.searchParams.set('options', '-c search_path=earlier')
  return { kind: 'postgres', url: url.href }
}

/** The house on a store, opened by this version a day after; its people come by name. */
export async function reopened(place: Place): Promise<{ house: House; person: (name: string) => Somebody }> {
  const standIn = await openStandIn()
  const model = { ...standIn.model(), where: 'model.harbour.example' }
  const at = new Date(Date.parse(notes.now) + 86_400_000).toISOString()
  const house = await houseOn(place, { space: { id: '', slug: notes.space }, ids: 'later', at }, { model })
  const person = (name: string) => {
    const found = notes.people[name]
    if (!found) throw new Error(`There was no ${name}.`)
    return house.here(found)
  }
  return { house, person }
}
