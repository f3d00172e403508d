/** One store of the bench `ledger`, in a process of its own: made, counted by the live reaction, read by acts. */
import { loadavg } from 'node:os'
import { uuidv7 } from 'uuidv7'
import { acts } from '../src/acts.ts'
import { makeSpace, type Perform } from '../src/ba/index.ts'
import { openPerform, openReactions } from '../src/ledger/index.ts'
import { findableReactions } from '../src/search/index.ts'
import { reactions, recount } from '../src/spiral/index.ts'
import { openStore, type Place, type Store } from '../src/store/index.ts'
import { type Bulk, openBulk } from './bulk.ts'
import { median, rounded, say } from './figures.ts'
import { ids, makeGround, makeLedger, type Size } from './made-ledger.ts'

const [conversions, place] = [Number(process.argv[2]), JSON.parse(process.argv[3] ?? '') as Place]
const AT = '2020-01-01T00:00:00.000Z'
const NOW = '2026-11-30T12:00:00.000Z'
const PEOPLE = 5000
const ROUNDS = 60

const size: Size = { conversions, people: PEOPLE, areas: 20, topics: 20_000, largest: 0.05, entry: 200 }
const CATCH_UP: Size = { ...size, conversions: 20_000, entry: 1 }

const now = () => NOW

async function space(store: Store, name: string): Promise<{ id: string; slug: string }> {
  const id = uuidv7()
  const slug = await store.write((tx) => makeSpace(tx, { id, name, owner: ids.person(0), now: AT }))
  await store.write((tx) => tx.db.deleteFrom('membership').where('space_id', '=', id).execute())
  return { id, slug }
}

async function filled(store: Store, bulk: Bulk, name: string, of: Size) {
  const made = await space(store, name)
  await makeGround(bulk, made.id, AT, of)
  await makeLedger(bulk, made.id, of)
  const seq = Math.ceil(of.conversions / of.entry)
  await store.write((tx) => tx.db.updateTable('space').set({ seq }).where('id', '=', made.id).execute())
  return made
}

/** Lets the live reactions, all of them, follow what is there; gives the seconds that it took, and of the processor. */
async function followed(store: Store): Promise<{ seconds: number; cpuSeconds: number }> {
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  const faults: unknown[] = []
  const following = openReactions(store, { now, newId: uuidv7 }, [...reactions, ...findableReactions], {
    followed: () => {},
    failed: (error) => faults.push(error),
  })
  await following.settle()
  await following.stop()
  if (faults.length > 0) throw faults[0]
  const { user, system } = process.cpuUsage(cpu)
  return { seconds: (performance.now() - began) / 1000, cpuSeconds: (user + system) / 1_000_000 }
}

async function readings(perform: Perform, slug: string, store: Store, spaceId: string) {
  const does = async (name: string, input: unknown, person: number) => {
    const act = acts.find((one) => one.name === name)
    if (!act) throw new Error(name)
    const by = { id: ids.person(person), name: 'Somebody' }
    const began = performance.now()
    const done = await perform({ act, space: slug, input, by, door: 'bench' })
    const ms = performance.now() - began
    return { ms, bytes: JSON.stringify(done).length }
  }
  const largest = ids.topic(0)
  const lines = await store.read(({ db }) =>
    db
      .selectFrom('claim')
      .select('id')
      .where('space_id', '=', spaceId)
      .where('topic_id', '=', largest)
      .orderBy('id')
      .limit(ROUNDS)
      .execute(),
  )
  const turns: Record<string, (n: number) => ReturnType<typeof does>> = {
    'the-whole': (n) => does('the-whole', {}, n % 20),
    'topic-spiral': (n) => does('topic-spiral', { topic: largest }, n % 20),
    lineage: (n) => does('lineage', { claim: lines[n % lines.length]?.id }, n % 20),
    today: (n) => does('today', {}, n % 20),
    'who-knows': (n) => does('who-knows', { topic: largest }, n % 20),
  }
  const figures: Record<string, { p50Ms: number; p95Ms: number; mostKB: number }> = {}
  for (const [name, turn] of Object.entries(turns)) {
    const took: number[] = []
    let most = 0
    for (let n = -3; n < ROUNDS; n++) {
      const { ms, bytes } = await turn(Math.max(0, n))
      if (n >= 0) took.push(ms)
      most = Math.max(most, bytes)
    }
    const sorted = took.sort((a, b) => a - b)
    const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN
    figures[name] = { p50Ms: rounded(median(took)), p95Ms: rounded(p95), mostKB: rounded(most / 1000) }
    say(`  ${name}: ${JSON.stringify(figures[name])}`)
  }
  return figures
}

const store = await openStore(place)
const bulk = await openBulk(place, { empty: true })
const flag = place.kind === 'sqlite' ? 0 : false
for (let from = 0; from < PEOPLE; from += 500)
  await store.write((tx) =>
    tx.db
      .insertInto('person')
      .values(
        Array.from({ length: 500 }, (_, n) => ({
          id: ids.person(from + n),
          name: `Person ${from + n}`,
          email: `${from + n}@example.org`,
          email_verified: flag,
          image: null,
          created_at: AT,
          updated_at: AT,
        })),
      )
      .execute(),
  )
const began = performance.now()
const large = await filled(store, bulk, 'Large', size)
await bulk.close()
say(`  made in ${rounded((performance.now() - began) / 1000)} s`)
const counted = await followed(store)
say(`  counted by the reactions in ${rounded(counted.seconds)} s, ${rounded(counted.cpuSeconds)} s of the processor`)
const perform = openPerform(store, { now, newId: uuidv7 }, () => {})
const figures = await readings(perform, large.slug, store, large.id)
const again = await openBulk(place)
await filled(store, again, 'Catching up', CATCH_UP)
await again.close()
const caughtUp = await followed(store)
say(`  caught up in ${rounded(caughtUp.seconds)} s, ${rounded(caughtUp.cpuSeconds)} s of the processor`)
const checked = performance.now()
const { topics, differ } = await recount(store, { check: true })
const whorls = await store.read(({ db }) =>
  db
    .selectFrom('whorl')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow(),
)
await store.close()
console.log(
  JSON.stringify({
    p95Ms: Math.max(...Object.values(figures).map(({ p95Ms }) => p95Ms)),
    acts: figures,
    catchUpPerSecond: rounded(CATCH_UP.conversions / caughtUp.seconds),
    catchUpPerCpuSecond: rounded(CATCH_UP.conversions / caughtUp.cpuSeconds),
    loadAverage: rounded(loadavg()[0] ?? Number.NaN),
    recountEqual: differ.length === 0 && Number(whorls.count) > 0 ? 1 : 0,
    topicsCounted: topics,
    whorls: Number(whorls.count),
    countedSeconds: rounded(counted.seconds),
    countedCpuSeconds: rounded(counted.cpuSeconds),
    recountSeconds: rounded((performance.now() - checked) / 1000),
  }),
)
