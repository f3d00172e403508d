import { z } from 'zod'
import { type HereIAm, orAbsent } from '../../../ba/index.ts'
import { wishJob } from '../../../ledger/index.ts'
import { type Arrival, addArrival, arrivalById, wishArrival } from './arrival-rows.ts'

/** The kind of job that reads an arrival and keeps it as a source. */
export const BRING = 'bring'

/** 4 MiB as base64, which fits into a request body. */
const MOST_CHARACTERS = Math.ceil((4 * 1024 * 1024) / 3) * 4

/** Bytes in base64, as clients send them. */
export const bytesSent = z.base64('is not base64').min(4, 'is empty').max(MOST_CHARACTERS, 'is larger than 4 MiB')

/** An arrival as it is shown to whoever brought it. */
export const shownArrival = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string().nullable(),
  state: z.enum(['sending', 'coming', 'in', 'refused']),
  /** Why it was refused. */
  fault: z.string().nullable(),
  source: z.string().nullable(),
  /** Whether the same text was here already. */
  already: z.boolean(),
  at: z.string(),
})

/** Converts an arrival row to its output form. */
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

/** Inserts an arrival of the caller and returns its id. */
export async function beginArrival(
  { tx, space, me, now, newId }: HereIAm,
  brought: Pick<Arrival, 'area_id' | 'name' | 'title' | 'address' | 'replaces' | 'parts'>,
): Promise<string> {
  const id = newId()
  const toCome = { file_id: null, wished_at: null, ended_at: null, fault: null, source_id: null, already: null }
  await addArrival(tx, { space_id: space.id, id, by_person: me.id, begun_at: now, ...brought, ...toCome })
  return id
}

/** Finds an arrival of the caller; others' arrivals are refused as absent. */
export async function arrivalNamed({ tx, space, me, areas }: HereIAm, id: string): Promise<Arrival> {
  const found = await arrivalById(tx, space.id, id)
  return orAbsent(found?.by_person === me.id && areas.has(found.area_id) ? found : undefined, 'arrival', 'arrival')
}

/** Wishes the job that brings in a complete arrival. */
export async function wishToBring({ tx, space, me, now, newId }: HereIAm, arrival: string): Promise<void> {
  await wishArrival(tx, space.id, arrival, now)
  const wish = { space_id: space.id, id: newId(), kind: BRING, subject: arrival, wished_at: now }
  await wishJob(tx, { ...wish, wished_by: me.id })
}
