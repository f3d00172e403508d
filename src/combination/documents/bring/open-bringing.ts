import { createHash } from 'node:crypto'
import { areasSeen, type Here, onlyFor } from '../../../ba/index.ts'
import { addFile, fileById, sourceByContent, sourceById } from '../../../knowledge/index.ts'
import { type Job, type JobHandler, type Moment, recordAs, spaceOf, withPrepared } from '../../../ledger/index.ts'
import type { Store, Tx } from '../../../store/index.ts'
import type { Reach } from '../fetching/fetch-document.ts'
import { keepNewVersion, keepSource } from '../sources/keep-source.ts'
import { type Arrival, arrivalById, arrivalBytes, dropArrivalParts, endArrival } from './arrival-rows.ts'
import { fileName, sourceOf } from './source-of.ts'
import { type Came, mediaTypeOf, whatCame } from './what-came.ts'

/** What the journal calls it when a document is in, or was refused. */
const BROUGHT = 'brought'

/** The bringing in of documents: the job, what becomes of one that never came to an end, and the way to stop. */
export interface Bringing {
  job: JobHandler
  dropped(here: Here, job: Job): Promise<void>
  stop(): void
}

/**
 * Brings a document in: fetches it where it is an address, reads it beside the server's own thread, and records the
 * source with its bytes in one transaction. What cannot be had or read is said to whoever brought it, and not kept.
 */
export function openBringing(store: Store, moment: Moment, reach: Reach): Bringing {
  const stopping = new AbortController()
  return {
    job: async (job, finish) => {
      const { arrival, given } = await store.read((tx) => sentWith(tx, job))
      if (!arrival || arrival.ended_at) return store.write(finish)
      const taken = await whatCame(arrival, given, reach, stopping.signal)
      await withPrepared(moment.prepare, [], (prepared) =>
        store.write(async (tx) => {
          // Whoever brought it may have forgotten it meanwhile.
          const there = await arrivalById(tx, job.space_id, arrival.id)
          const hands = { tx, space: spaceOf(job), newId: moment.newId, prepared }
          const entry = { act: BROUGHT, by: arrival.by_person, door: 'whorl', now: moment.now() }
          if (there) await recordAs(hands, entry, (here) => record(here, there, taken))
          await finish(tx)
        }),
      )
    },
    dropped: async (here, job) => {
      const arrival = await arrivalById(here.tx, job.space_id, job.subject)
      if (arrival) await refuse(here, arrival, 'It was begun three times and never came to an end.')
    },
    stop: () => stopping.abort(),
  }
}

async function sentWith(tx: Tx, { space_id, subject }: Job) {
  const arrival = await arrivalById(tx, space_id, subject)
  return { arrival, given: arrival && !arrival.address ? await arrivalBytes(tx, space_id, subject) : null }
}

async function record(here: Here, arrival: Arrival, taken: Came | { fault: string }): Promise<void> {
  const { tx, now, newId } = here
  if ('fault' in taken) return refuse(here, arrival, taken.fault)
  const sha256 = createHash('sha256').update(taken.given.bytes).digest('hex')
  const { space_id, area_id } = arrival
  const near = (await areasSeen(tx, space_id, arrival.by_person)).map(({ id }) => id)
  if (!near.includes(area_id)) return refuse(here, arrival, 'You are no longer where you brought it to.')
  const same = await sameBytes(tx, arrival, sha256)
  if (same) return came(here, arrival, same, true)
  const file = isItself(taken) ? null : newId()
  const old = arrival.replaces ? await sourceById(tx, space_id, arrival.replaces) : undefined
  const title = arrival.title ?? (taken.read.title ? null : (old?.title ?? null))
  const toKeep = { ...sourceOf({ ...arrival, title }, taken, now), area: area_id, file, near }
  const kept = arrival.replaces ? await keepNewVersion(here, arrival.replaces, toKeep) : await keepSource(here, toKeep)
  if (file && !kept.already) {
    const name = fileName(taken.given)
    await addFile(tx, { space_id, id: file, name, media_type: mediaTypeOf(taken), sha256 }, taken.given.bytes)
  }
  await came(here, arrival, kept.source, kept.already)
}

/** The source that was made of the same bytes: the one that is looked at again, or any of its area. */
async function sameBytes(tx: Tx, { space_id, area_id, replaces }: Arrival, sha256: string): Promise<string | null> {
  if (replaces === null) return (await sourceByContent(tx, space_id, area_id, sha256))?.id ?? null
  const source = await sourceById(tx, space_id, replaces)
  const file = source?.file_id ? await fileById(tx, space_id, source.file_id) : undefined
  return (file?.sha256 ?? source?.hash) === sha256 ? replaces : null
}

const came = (here: Here, arrival: Arrival, source: string, already: boolean) =>
  end(here, arrival, { fault: null, source_id: source, already: Number(already) })

const refuse = (here: Here, arrival: Arrival, fault: string) =>
  end(here, arrival, { fault, source_id: null, already: null })

/** Keeps what became of an arrival, which is its bringer's alone to see. */
async function end({ tx, now, changed }: Here, { space_id, id, by_person }: Arrival, how: End): Promise<void> {
  await dropArrivalParts(tx, space_id, id)
  await endArrival(tx, { space_id, id, ended_at: now, ...how })
  changed({ arrival: id }, onlyFor(by_person))
}

type End = Pick<Parameters<typeof endArrival>[1], 'fault' | 'source_id' | 'already'>

/** A text in UTF-8 is its own bytes: they are not kept twice. */
const isItself = ({ given, read, isText }: Came) => isText && Buffer.from(read.text).equals(given.bytes)
