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

/** The act name of the journal entry for a document taken in. */
const TAKEN_IN = 'take-in'

/** The job that takes in arrivals, its handler for jobs given up, and a way to stop it. */
export interface TakingIn {
  job: JobHandler
  dropped(job: Job): Promise<void>
  stop(): void
}

/**
 * Opens the job that takes in arrivals: it fetches addresses, reads documents outside the server's
 * thread, and records the source with its bytes in one transaction. A document that cannot be
 * fetched or read is refused with a reason, and not kept.
 */
export function openTakingIn(store: Store, moment: Moment, reach: Reach): TakingIn {
  const stopping = new AbortController()
  return {
    job: async (job, finish) => {
      const { arrival, given } = await store.read((tx) => sentWith(tx, job))
      if (!arrival || arrival.ended_at) return store.write(finish)
      const taken = await whatCame(arrival, given, reach, stopping.signal)
      await withPrepared({ prepare: moment.prepare, person: () => arrival.by_person }, [], (prepared) =>
        store.write(async (tx) => {
          // Its bringer may have deleted it meanwhile.
          const there = await arrivalById(tx, job.space_id, arrival.id)
          const hands = { tx, space: spaceOf(job), newId: moment.newId, prepared }
          if (there) await recordOf(hands, there, moment.now(), (here) => record(here, there, taken))
          await finish(tx)
        }),
      )
    },
    dropped: (job) =>
      store.write(async (tx) => {
        const arrival = await arrivalById(tx, job.space_id, job.subject)
        const fault = 'It was begun three times and never came to an end.'
        const hands = { tx, space: spaceOf(job), newId: moment.newId }
        if (arrival) await recordOf(hands, arrival, moment.now(), (here) => refuse(here, arrival, fault))
      }),
    stop: () => stopping.abort(),
  }
}

async function sentWith(tx: Tx, { space_id, subject }: Job) {
  const arrival = await arrivalById(tx, space_id, subject)
  return { arrival, given: arrival && !arrival.address ? await arrivalBytes(tx, space_id, subject) : null }
}

/** Records the outcome of an arrival, announced to its bringer only. */
const recordOf = (
  hands: Parameters<typeof recordAs>[0],
  arrival: Arrival,
  now: string,
  work: (here: Here) => Promise<void>,
) => {
  const entry = { act: TAKEN_IN, by: arrival.by_person, door: 'whorl', now }
  return recordAs(hands, entry, async (here) => {
    await work(here)
    here.changed({ arrival: arrival.id }, onlyFor(arrival.by_person))
  })
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

/** Finds a source with the same bytes: the one being renewed, or else any of the area. */
async function sameBytes(tx: Tx, { space_id, area_id, replaces }: Arrival, sha256: string): Promise<string | null> {
  if (replaces === null) return (await sourceByContent(tx, space_id, area_id, sha256))?.id ?? null
  const source = await sourceById(tx, space_id, replaces)
  const file = source?.file_id ? await fileById(tx, space_id, source.file_id) : undefined
  return (file?.sha256 ?? source?.hash) === sha256 ? replaces : null
}

const came = async ({ tx, now }: Here, { space_id, id }: Arrival, source: string, already: boolean) => {
  await dropArrivalParts(tx, space_id, id)
  await endArrival(tx, { space_id, id, ended_at: now, fault: null, source_id: source, already: Number(already) })
}

async function refuse({ tx, now }: Here, { space_id, id }: Arrival, fault: string): Promise<void> {
  await dropArrivalParts(tx, space_id, id)
  await endArrival(tx, { space_id, id, ended_at: now, fault, source_id: null, already: null })
}

/** Whether the bytes are exactly the UTF-8 text, so that no file is stored beside it. */
const isItself = ({ given, read, isText }: Came) => isText && Buffer.from(read.text).equals(given.bytes)
