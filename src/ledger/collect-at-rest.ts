import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const REST_MS = 10_000

/**
 * Collects garbage once when nothing was done for a while; what is given is called at each thing done. V8 collects as it
 * allocates, so that a thread at rest would keep what a busy minute took, which is several times what it needs.
 */
export function collectingAtRest(afterMs = REST_MS): () => void {
  let timer: NodeJS.Timeout | undefined
  return () => {
    timer = timer?.refresh() ?? setTimeout(collect, afterMs).unref()
  }
}

/** The flag is taken back at once: what V8 compiled under other flags is not found in the compile cache. */
function collect(): void {
  setFlagsFromString('--expose-gc')
  const collectAll = runInNewContext('gc') as () => void
  setFlagsFromString('--no-expose-gc')
  collectAll()
}
