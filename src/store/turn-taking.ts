import { setImmediate as nextTurn } from 'node:timers/promises'

/**
 * SQLite answers at once, so a transaction of many statements would keep the event loop to itself.
 * After this long it lets whatever else waits have a turn.
 */
const MOST_MS = 15

let lastTurn = 0

/** Whether a transaction has had the event loop for long. */
export const isTurnOver = (): boolean => performance.now() - lastTurn > MOST_MS

/** Lets the event loop go round once. */
export async function letOthersTurn(): Promise<void> {
  await nextTurn()
  lastTurn = performance.now()
}
