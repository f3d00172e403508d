import { call, freshKey, Refused } from '../../client.ts'
import type { Out } from '../../contract.ts'
import type { Brought, Sendable, State } from './brought.ts'

type Where = { area?: string; replaces?: string }

const part = 4 * 1024 * 1024
const aMoment = 400

/** Brings a file or an address, part by part, and waits until it has been read; what did not come in says why. */
export async function bringDocument(space: string, one: Brought, where: Where, key: string): Promise<State> {
  const { file, address, name, title } = one
  const given = address ? { address } : { name, ...(title ? { title } : {}) }
  const arrival = file
    ? await sent(space, file, { ...given, ...where }, key)
    : (await call(space, 'bring-source', { ...given, ...where }, key)).arrival
  return came(space, arrival)
}

/** Waits for something on its way. */
export async function came(space: string, arrival: string): Promise<State> {
  for (;;) {
    const { arrivals } = await call(space, 'list-arrivals', {})
    const one = arrivals.find(({ id }) => id === arrival)
    if (one?.state === 'in' && one.source) return { is: 'in', already: one.already, source: one.source }
    if (!one || one.state === 'refused') throw await refusedAs(space, arrival, one)
    await new Promise((resolve) => setTimeout(resolve, aMoment))
  }
}

type Arrival = Out<'list-arrivals'>['arrivals'][number]

/** Once it was said why, it need not stand among what is on the way. */
async function refusedAs(space: string, arrival: string, one: Arrival | undefined): Promise<Refused> {
  if (one) await call(space, 'forget-arrival', { arrival }, freshKey())
  return new Refused({ refusal: 'unfit', field: null, problem: one?.fault ?? '', remedy: '' })
}

async function sent(space: string, file: Sendable, given: object, key: string): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const parts = Math.max(1, Math.ceil(bytes.length / part))
  const nth = (n: number) => base64(bytes.subarray(n * part, (n + 1) * part))
  const { arrival } = await call(space, 'bring-source', { ...given, parts, bytes: nth(0) }, key)
  for (let n = 1; n < parts; n++)
    await call(space, 'send-source-part', { arrival, part: n, bytes: nth(n) }, `${key} ${n}`)
  return arrival
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}
