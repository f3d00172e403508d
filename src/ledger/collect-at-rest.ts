import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { threadId } from 'node:worker_threads'

const [REST_MS, APART_MS] = [10_000, 300]

/** After the first pause, and again once threads that ended since have left theirs. */
const PAUSES = [1, 2.5]

/**
 * Returns a function to call at each activity; it collects garbage after a pause, and once more
 * later. V8 collects only as it allocates, so an idle thread would keep several times the memory it
 * needs.
 */
export function collectingAtRest(afterMs = REST_MS): () => void {
  const timers: NodeJS.Timeout[] = []
  // Threads that rest together take turns, since the flag is set for the whole process.
  const pauses = PAUSES.map((times) => times * afterMs + threadId * APART_MS)
  return () => {
    for (const [n, ms] of pauses.entries()) timers[n] = timers[n]?.refresh() ?? setTimeout(collect, ms).unref()
  }
}

/** The flag is reset at once: V8 does not use compile-cache entries made under other flags. */
function collect(): void {
  setFlagsFromString('--expose-gc')
  // Another thread may have reset the flag at this moment: then it is left to the next pause.
  const collectAll: unknown = runInNewContext('globalThis.gc')
  setFlagsFromString('--no-expose-gc')
  if (typeof collectAll === 'function') collectAll()
}
