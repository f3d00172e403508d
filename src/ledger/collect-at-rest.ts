import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const REST_MS = 10_000

/**
 * Returns a function to call at each activity; it collects garbage once after a pause. V8 collects
 * only as it allocates, so an idle thread would keep several times the memory it needs.
 */
export function collectingAtRest(afterMs = REST_MS): () => void {
  let timer: NodeJS.Timeout | undefined
  return () => {
    timer = timer?.refresh() ?? setTimeout(collect, afterMs).unref()
  }
}

/** The flag is reset at once: V8 does not use compile-cache entries made under other flags. */
function collect(): void {
  setFlagsFromString('--expose-gc')
  const collectAll = runInNewContext('gc') as () => void
  setFlagsFromString('--no-expose-gc')
  collectAll()
}
