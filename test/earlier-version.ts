/** A store made by version 9d834d4, from `fixtures/`, and notes of what that version read in it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { openToRead, type Place } from '../src/store/index.ts'
import { everyRow, type Row } from './every-row.ts'
import { type House, houseOn, type Somebody } from './house.ts'
import { openStandIn } from './stand-in-model.ts'
import { freshPlace } from './stores.ts'

/** Notes made with the store: its people, and what they did and read. */
interface Notes {
  now: string
  password: string
  space: string
  people: Record<string, { id: string; name: string; email: string }>
  /** Things dismissed from Today, each with its kind there. */
  dismissed: { who: string; kind: string; thing: string }[]
  proposals: { who: string; proposal: string; act: string; input: Row }[]
  /** Acts done with an idempotency key; the space is null for acts of the house. */
  outcomes: { who: string; space: string | null; key: string; act: string; input: Row }[]
  read: Record<string, Summary>
  things: Record<'purge' | 'line' | 'lapsed' | 'unfollowedSource' | 'parkedSource' | 'dredged', string>
}

/** A summary of what a person read in that version. */
interface Summary {
  topics: string[]
  /** The times at which a topic's whorls closed, by topic. */
  whorls: Record<string, string[]>
  /** The kinds of evidence by which people know a topic, by topic. */
  knows: Record<string, string[]>
  wholeWhorls: Record<string, number>
  today: string[]
  record: string[]
}

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name))

/** The notes on the fixture. */
export const notes = JSON.parse(String(fixture('9d834d4.json'))) as Notes

/** A fresh copy of the store, not yet migrated, and all its rows. */
export async function earlierStore(): Promise<{ place: Place; before: Record<string, Row[]> }> {
  const place = await copyFixture()
  const store = await openToRead(place)
  const before = await everyRow(store)
  await store.close()
  return { place, before }
}

async function copyFixture(): Promise<Place> {
  const fresh = await freshPlace()
  if (fresh.kind === 'sqlite') {
    const file = join(fresh.folder, 'whorl.db')
    writeFileSync(file, gunzipSync(fixture('9d834d4.db.gz')))
    return { kind: 'sqlite', file }
  }
  // In a schema of its own, since the database already has the present tables.
  const client = new pg.Client({ connectionString: fresh.url })
  await client.connect()
  await client.query(`create schema earlier; set search_path = earlier; ${fixture('9d834d4.sql')}`)
  await client.end()
  const url = new URL(fresh.url)
  url.searchParams.set('options', '-c search_path=earlier')
  return { kind: 'postgres', url: url.href }
}

/** Opens the house on a store by this version, a day later; `person` gives people by name. */
export async function reopenHouse(place: Place): Promise<{ house: House; person: (name: string) => Somebody }> {
  const standIn = await openStandIn()
  const model = { ...standIn.model(), where: 'model.harbour.example' }
  const at = new Date(Date.parse(notes.now) + 86_400_000).toISOString()
  const house = await houseOn(
    place,
    { space: { id: '', slug: notes.space }, ids: 'later', at },
    { model, passwords: 'real' },
  )
  const person = (name: string) => {
    const found = notes.people[name]
    if (!found) throw new Error(`There was no ${name}.`)
    return house.here(found)
  }
  return { house, person }
}
