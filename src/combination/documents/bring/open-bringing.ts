import { createHash } from 'node:crypto'
import { areasSeen, type Here, onlyFor, Refusal } from '../../../ba/index.ts'
import { addFile, fileById, sourceByContent, sourceById } from '../../../knowledge/index.ts'
import { type Job, type JobHandler, type Moment, recordAs, spaceOf, withPrepared } from '../../../ledger/index.ts'
import type { Store, Tx } from '../../../store/index.ts'
import type { Reach } from '../fetching/fetch-document.ts'
import { keepNewVersion, keepSource } from '../sources/keep-source.ts'
import { type Arrival, arrivalById, arrivalBytes, dropArrivalParts, endArrival } from './arrival-rows.ts'
import { mediaTypeOf, type ReadDocument, readArrival } from './read-arrival.ts'
import { fileName, sourceOf } from './source-of.ts'

/** The act name of the journal entry for a document brought in. */
const BROUGHT = 'brought'

/** The job that brings in arrivals, its handler for jobs given up, and a way to stop it. */
export interface Bringing {
  job: JobHandler
  dropped(here: Here, job: Job): Promise<void>
  stop(): void
}

/**
 * Opens the job that brings in arrivals: it fetches addresses, reads documents outside the server's
 * thread, and records the source with its bytes in one transaction. A document that cannot be
 * fetched or read is refused with a reason, and not kept.
 */
export function openBringing(store: Store, moment: Moment, reach: Reach): Bringing {
  const stopping = new AbortController()
  return {
    job: async (job, finish) => {
      const { arrival, given } = await store.read((tx) => sentWith(tx, job))
      if (!arrival || arrival.ended_at) return store.write(finish)
      const taken = await readArrival(arrival, given, reach, stopping.signal)
      const keep = (taken: ReadDocument | { fault: string }) =>
        withPrepared({ prepare: moment.prepare, person: () => arrival.by_person }, [], (prepared) =>
          store.write(async (tx) => {
            // Its bringer may have deleted it meanwhile.
            const there = await arrivalById(tx, job.space_id, arrival.id)
            const hands = { tx, space: spaceOf(job), newId: moment.newId, prepared }
            const entry = { act: BROUGHT, by: arrival.by_person, door: 'whorl', now: moment.now() }
            if (there) await recordAs(hands, entry, (here) => record(here, there, taken))
            await finish(tx)
          }),
        )
      await keep(taken).catch((error) => {
        if (!(error instanceof Refusal) || error.kind !== 'too-many') throw error
        return keep({ fault: error.message })
      })
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

async function record(here: Here, arrival: Arrival, taken: ReadDocument | { fault: string }): Promise<void> {
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
    const brought_by = arrival.by_person
    await addFile(
      tx,
      { space_id, id: file, name, media_type: mediaTypeOf(taken), sha256, brought_by },
      taken.given.bytes,
    )
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

/** Whether the bytes are exactly the UTF-8 text, so that no file is stored beside it. */
const isItself = ({ given, read, isText }: ReadDocument) => isText && Buffer.from(read.text).equals(given.bytes)
