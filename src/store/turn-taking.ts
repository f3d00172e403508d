import { setImmediate as nextTurn } from 'node:timers/promises'

/**
 * SQLite answers at once, and small work is done at once: many such steps after each other would
 * keep the event loop to themselves. After this long whatever else waits has a turn.
 */
const MOST_MS = 15

let lastTurn = 0

/** Whether it is time to let others have a turn. */
export const isTurnOver = (): boolean => performance.now() - lastTurn > MOST_MS

/** Lets the event loop go round once. */
export async function letOthersTurn(): Promise<void> {
  await nextTurn()
  lastTurn = performance.now()
}
