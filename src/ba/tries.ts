import { createHmac } from 'node:crypto'
import type { Store } from '../store/index.ts'
import { tooMany } from './refusal.ts'
import { countTry, forgetTries, isKnownFrom } from './tries-rows.ts'

const [MINUTE_MS, HOUR_MS] = [60_000, 3_600_000]

/** How many tries an account has from one device or address, and from all where it is a stranger. */
const FROM_ONE = { most: 10, ms: 15 * MINUTE_MS }
const FROM_STRANGERS = { most: 20, ms: HOUR_MS }

/** A try at a password: of which account, from where, when. */
export interface Try {
  email: string
  /** The device by which the account is known, if any. */
  device: string | undefined
  address: string
  now: string
}

/**
 * Counts tries at passwords before each is made, so that many at once get no more: by account and
 * device, or by account and address. A try that succeeds forgets them. Why so: docs/decisions/tries.md.
 */
export function openTries(store: Store, secret: string) {
  const keyOf = (...parts: string[]) =>
    `try ${createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url')}`
  const limitsOf = (email: string, { device, address }: Try, isKnown: boolean) => {
    if (device) return [{ key: keyOf(email, 'device', device), ...FROM_ONE }]
    const here = { key: keyOf(email, address), ...FROM_ONE }
    return isKnown ? [here] : [here, { key: keyOf(email), ...FROM_STRANGERS }]
  }
  return async <T>(one: Try, attempt: () => Promise<T>, succeeded: (done: T) => boolean) => {
    const email = one.email.toLowerCase()
    const limits = await store.write(async (tx) => {
      const all = limitsOf(email, one, await isKnownFrom(tx, email, one.address))
      for (const { key, most, ms } of all) if ((await countTry(tx, key, Date.parse(one.now), ms)) > most) return null
      return all
    })
    if (!limits) throw tooMany('These were many wrong tries.', 'Wait a quarter of an hour, then try again.')
    const done = await attempt()
    if (succeeded(done))
      await store.write(async (tx) => {
        for (const { key } of limits) await forgetTries(tx, key)
      })
    return done
  }
}
