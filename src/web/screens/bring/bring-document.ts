import { Refused } from '../../client.ts'
import type { Out } from '../../contract.ts'
import type { Acts } from '../../use-act.ts'
import type { Brought, Sendable, State } from './brought.ts'

type Where = { area?: string; replaces?: string }

const partBytes = 4 * 1024 * 1024

/** Uploads a file in parts, or sends an address, and waits until it has been read or refused. */
export async function bringDocument(acts: Acts, one: Brought, where: Where, key: string): Promise<State> {
  const { file, address, name, title } = one
  const description = address ? { address } : { name, ...(title ? { title } : {}) }
  const arrival = file
    ? await upload(acts, file, { ...description, ...where }, key)
    : (await acts.write('bring-source', { ...description, ...where }, key)).arrival
  return came(acts, arrival)
}

/** Arrivals of this tab, which shows their outcome itself. */
const broughtHere = new Set<string>()

/** Whether an arrival was brought on this tab. */
export const isBroughtHere = (arrival: string): boolean => broughtHere.has(arrival)

/** Waits for an arrival to be read or refused. */
export async function came(acts: Acts, arrival: string): Promise<State> {
  broughtHere.add(arrival)
  for (;;) {
    const news = acts.nextNewsOf('arrival')
    const { arrivals } = await acts.read('list-arrivals', {})
    const one = arrivals.find(({ id }) => id === arrival)
    if (one?.state === 'in' && one.source) return { is: 'in', already: one.already, source: one.source }
    if (!one || one.state === 'refused') throw await refusalOf(acts, arrival, one)
    await news
  }
}

type Arrival = Out<'list-arrivals'>['arrivals'][number]

/** Deletes a refused arrival once its reason is shown. */
async function refusalOf(acts: Acts, arrival: string, one: Arrival | undefined): Promise<Refused> {
  if (one) await acts.write('forget-arrival', { arrival })
  return new Refused({ refusal: 'unfit', field: null, problem: one?.fault ?? '', remedy: '' })
}

async function upload(acts: Acts, file: Sendable, description: object, key: string): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const parts = Math.max(1, Math.ceil(bytes.length / partBytes))
  const partAt = (n: number) => base64(bytes.subarray(n * partBytes, (n + 1) * partBytes))
  const { arrival } = await acts.write('bring-source', { ...description, parts, bytes: partAt(0) }, key)
  for (let n = 1; n < parts; n++)
    await acts.write('send-source-part', { arrival, part: n, bytes: partAt(n) }, `${key} ${n}`)
  return arrival
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}
