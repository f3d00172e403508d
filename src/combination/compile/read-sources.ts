import { allSpaces, inArea, OPEN } from '../../ba/index.ts'
import {
  type Job,
  type JobHandler,
  type Moment,
  prepareNow,
  recordAs,
  spaceOf,
  TookTooLong,
  wishJob,
} from '../../ledger/index.ts'
import type { Store, Tx } from '../../store/index.ts'
import type { Spoken } from '../compose/index.ts'
import { READ_SOURCES, wishReading } from '../documents/index.ts'
import {
  areasToRead,
  forgetSpoken,
  goneSources,
  keepSpoken,
  spokenBefore,
  textsOf,
  unreadSources,
} from './passage-rows.ts'
import { MOST_READ, readingSources } from './reading-sources.ts'
import { topicKeys } from './topic-keys.ts'
import { areasWithTopics } from './topic-name-rows.ts'

/** The version of the reader; a change has every source read again. */
const READING = 2
const AT_ONCE = 10
/** The number of sources whose word statistics stand for an area. */
const SAMPLE = 40

/** Wishes reading jobs for all unread sources, such as those of an older version. */
export async function wishReadingOfAll(store: Store, { now, newId }: Moment): Promise<void> {
  for (const space of await store.read(allSpaces)) {
    const areas = await store.read((tx) => areasToRead(tx, space.id, READING))
    if (areas.length === 0) continue
    await store.write(async (tx) => {
      for (const area of areas) await wishReading({ tx, space, newId, now: now() }, area)
    })
  }
}

/**
 * The job that reads the unread sources of an area in batches, stores their passages, and wishes
 * compiles of the topics whose passages changed.
 */
export function readSources(store: Store, moment: Moment): JobHandler {
  return async (job, finish) => {
    const [space, area] = [job.space_id, job.subject]
    const sample = await store.read((tx) => textsOf(tx, space, area, SAMPLE))
    const sampled = JSON.stringify(sample.map((text) => text.slice(0, MOST_READ / SAMPLE)))
    const place = { space, area }
    for (;;) {
      const sources = await store.read((tx) => unreadSources(tx, space, area, READING, AT_ONCE))
      if (sources.length === 0) break
      for (const some of portionsOf(sources)) {
        const spoken = await spokenInEach(moment, sampled, some)
        await store.write((tx) =>
          record(tx, job, moment, async () => {
            const names = new Set<string>()
            for (const [n, source] of some.entries())
              for (const name of await keep(tx, place, source, spoken[n] ?? [])) names.add(name)
            await wishPages(tx, place, names, moment)
            return some.map(({ id }) => id)
          }),
        )
      }
    }
    await store.write(async (tx) => {
      const gone = await goneSources(tx, space, area)
      if (gone.length > 0)
        await record(tx, job, moment, async () => {
          const names = new Set<string>()
          for (const id of gone) for (const name of await forget(tx, space, id)) names.add(name)
          await wishPages(tx, place, names, moment)
          return gone
        })
      await finish(tx)
    })
  }
}

/** Records a reading; `work` returns the sources concerned. */
const record = (tx: Tx, job: Job, { now, newId }: Moment, work: () => Promise<string[]>) => {
  const entry = { act: READ_SOURCES, by: null, door: 'whorl', now: now() }
  return recordAs({ tx, space: spaceOf(job), newId }, entry, async (here) =>
    here.changed({ passage: await work() }, inArea(job.subject)),
  )
}

/**
 * The passages of each source. One whose reading takes too long has none, so that it holds up no
 * other.
 */
async function spokenInEach(moment: Moment, sample: string, sources: readonly Unread[]): Promise<Spoken[][]> {
  const given = sources.map(({ name, title, text }) => ({ name, title, text: text.slice(0, MOST_READ) }))
  try {
    return await prepareNow(moment.prepare, readingSources, { sample, sources: given }, READ_SOURCES)
  } catch (error) {
    if (!(error instanceof TookTooLong)) throw error
    if (sources.length === 1) return [[]]
    const each: Spoken[][] = []
    for (const source of sources) each.push(...(await spokenInEach(moment, sample, [source])))
    return each
  }
}

type Unread = Awaited<ReturnType<typeof unreadSources>>[number]

/** Portions of sources: a long one is read and recorded by itself. */
function portionsOf(sources: readonly Unread[]): Unread[][] {
  const portions: Unread[][] = []
  let room = 0
  for (const source of sources) {
    if (source.text.length > room || portions.length === 0) {
      portions.push([])
      room = MOST_READ
    }
    portions.at(-1)?.push(source)
    room -= source.text.length
  }
  return portions
}

type Place = { space: string; area: string }

/** Stores a source's passages, and returns the names whose passages changed. */
async function keep(tx: Tx, { space, area }: Place, { id, hash }: { id: string; hash: string }, now: Spoken[]) {
  const before = await spokenBefore(tx, space, id)
  await keepSpoken(tx, { space_id: space, source_id: id, area_id: area, hash, reading: READING }, now)
  return changedNames(before, now)
}

async function forget(tx: Tx, space: string, id: string) {
  const before = await spokenBefore(tx, space, id)
  await forgetSpoken(tx, space, id)
  return changedNames(before, [])
}

/** Wishes compiles of the topics with one of these names. */
async function wishPages(tx: Tx, { space, area }: Place, names: ReadonlySet<string>, { now, newId }: Moment) {
  if (names.size === 0) return
  for (const topic of await topicsSpokenOf(tx, space, area, names))
    await wishJob(tx, { space_id: space, id: newId(), kind: 'compile', subject: topic, wished_at: now() })
}

/** The names whose passages differ in kind, line or text. */
function changedNames(before: readonly Spoken[], now: readonly Spoken[]): Set<string> {
  const written = (all: readonly Spoken[]) =>
    new Map(
      Map.groupBy(all, ({ name }) => name)
        .entries()
        .map(([name, some]) => [name, JSON.stringify(some.map(({ how, fromLine, text }) => [how, fromLine, text]))]),
    )
  const [one, other] = [written(before), written(now)]
  return new Set([...one.keys(), ...other.keys()].filter((name) => one.get(name) !== other.get(name)))
}

/** The topics of an area with one of these names; of all areas if the sources are open. */
async function topicsSpokenOf(tx: Tx, space: string, area: string, names: ReadonlySet<string>): Promise<string[]> {
  const areas = area === OPEN ? await areasWithTopics(tx, space) : [area]
  const topics = await topicKeys(tx, space, areas)
  return topics.filter(({ keys }) => keys.some((key) => names.has(key))).map(({ id }) => id)
}
