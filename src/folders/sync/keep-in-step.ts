import { resolve } from 'node:path'
import { watch } from 'chokidar'
import type { Reach } from './reach.ts'
import { openSync, type Step } from './sync-folder.ts'

/** A folder to sync, and a callback for what was done. */
export interface FolderToSync {
  path: string
  /** Syncs until nothing is left to do, then ends. */
  once: boolean
  /** How the space is reached now; a server may have started or stopped since. */
  reach: () => Promise<Reach>
  progress: (words: string) => void
  told: (step: Step) => void
  failed: (error: unknown) => void
  /** Resolves when it should stop. */
  stopped: Promise<void>
}

const MOST_LOOKS = 6
const LOOK_MS = 2000
const SETTLED_MS = 200

/** Syncs a folder with an area of a space, once or until stopped. */
export async function keepInStep(given: FolderToSync): Promise<void> {
  const look = openSync(given.path)
  if (!given.once) return watching(given, look)
  for (let n = 0; n < MOST_LOOKS; n++) {
    const step = await look(await given.reach(), given.progress)
    given.told(step)
    if (step.done.length === 0) return
  }
}

/** Syncs when changes in the folder have settled, and every few seconds; failures are retried. */
async function watching({ path, reach, told, failed, progress, stopped }: FolderToSync, look: Look): Promise<void> {
  let ended = false
  let poke = () => {}
  const watcher = watch(resolve(path), {
    ignored: (one) => /(?:^|[\\/])(?:\.[^\\/]+|node_modules)$/.test(one) && one !== resolve(path),
    followSymlinks: false,
    ignoreInitial: true,
    atomic: true,
    awaitWriteFinish: { stabilityThreshold: SETTLED_MS, pollInterval: SETTLED_MS / 4 },
  }).on('all', () => poke())
  watcher.on('error', failed)
  const end = stopped.then(() => {
    ended = true
    poke()
  })
  try {
    // A failure to start at all is not retried.
    told(await look(await reach(), progress))
    while (!ended) {
      await rest()
      if (!ended) await look(await reach(), progress).then(told, failed)
    }
  } finally {
    await watcher.close()
  }
  await end

  function rest(): Promise<void> {
    return new Promise((resolved) => {
      const timer = setTimeout(done, LOOK_MS)
      poke = done
      function done() {
        clearTimeout(timer)
        poke = () => {}
        resolved()
      }
    })
  }
}

type Look = ReturnType<typeof openSync>
