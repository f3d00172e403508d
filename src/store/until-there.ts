import { setTimeout as pause } from 'node:timers/promises'
import { passes } from './unavailable.ts'

const AGAIN_MS = 1000

/**
 * Does work once, and again each second while the store is not there; gives undefined where it is to
 * stop.
 */
export async function untilThere<T>(work: () => Promise<T>, stopped: () => boolean): Promise<T | undefined> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!passes(error)) throw error
    }
    if (stopped()) return undefined
    await pause(AGAIN_MS, undefined, { ref: false })
  }
}
