import { z } from 'zod'
import { type HereIAm, orAbsent } from '../../../ba/index.ts'
import { wishJob } from '../../../ledger/index.ts'
import { type Arrival, addArrival, arrivalById, wishArrival } from './arrival-rows.ts'

/** The kind of job that brings a document in. */
export const BRING = 'bring'

/** Four MiB, as base64: a body of a request holds it. */
const MOST_CHARACTERS = Math.ceil((4 * 1024 * 1024) / 3) * 4

/** Bytes as they are sent. */
export const bytesSent = z.base64('is not base64').min(4, 'is empty').max(MOST_CHARACTERS, 'is larger than 4 MiB')

/** How an arrival is shown to whoever brings it. */
export const shownArrival = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string().nullable(),
  state: z.enum(['sending', 'coming', 'in', 'refused']),
  /** Why it did not come in. */
  fault: z.string().nullable(),
  source: z.string().nullable(),
  /** Whether it was here already, word for word. */
  already: z.boolean(),
  at: z.string(),
})

/** An arrival, as it is shown. */
export const showArrival = (one: Arrival): z.output<typeof shownArrival> => ({
  id: one.id,
  name: one.name,
  address: one.address,
  state: one.fault !== null ? 'refused' : one.source_id ? 'in' : one.wished_at ? 'coming' : 'sending',
  fault: one.fault,
  source: one.source_id,
  already: one.already === 1,
  at: one.begun_at,
})

/** Begins an arrival: a document that I bring and that is not in yet. Gives its id. */
export async function beginArrival(
  { tx, space, me, now, newId }: HereIAm,
  brought: Pick<Arrival, 'area_id' | 'name' | 'title' | 'address' | 'replaces' | 'parts'>,
): Promise<string> {
  const id = newId()
  const toCome = { file_id: null, wished_at: null, ended_at: null, fault: null, source_id: null, already: null }
  await addArrival(tx, { space_id: space.id, id, by_person: me.id, begun_at: now, ...brought, ...toCome })
  return id
}

/** An arrival of mine; those of others are as if they were not there. */
export async function arrivalNamed({ tx, space, me, areas }: HereIAm, id: string): Promise<Arrival> {
  const found = await arrivalById(tx, space.id, id)
  return orAbsent(found?.by_person === me.id && areas.has(found.area_id) ? found : undefined, 'arrival', 'arrival')
}

/** Wishes that an arrival be brought in, now that all of it is there. */
export async function wishToBring({ tx, space, now, newId }: HereIAm, arrival: string): Promise<void> {
  await wishArrival(tx, space.id, arrival, now)
  await wishJob(tx, { space_id: space.id, id: newId(), kind: BRING, subject: arrival, wished_at: now })
}
