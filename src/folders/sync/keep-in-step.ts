import { resolve } from 'node:path'
import { watch } from 'chokidar'
import type { Reach } from './reach.ts'
import { openSync, type Step } from './sync-folder.ts'

/** A folder to be kept in step, and whom to tell what was done. */
export interface FolderToSync {
  path: string
  /** Looks once, and again as long as that did something; then ends. */
  once: boolean
  /** How the space is reached now: a server may have come or gone since the last time. */
  reach: () => Promise<Reach>
  progress: (words: string) => void
  told: (step: Step) => void
  failed: (error: unknown) => void
  /** Resolves when somebody wants it to end. */
  stopped: Promise<void>
}

const MOST_LOOKS = 6
const LOOK_MS = 2000
const SETTLED_MS = 200

/** Keeps a folder and an area of a space in step: once, or for as long as nobody stops it. */
export async function keepInStep(given: FolderToSync): Promise<void> {
  const look = openSync(given.path)
  if (!given.once) return watching(given, look)
  for (let n = 0; n < MOST_LOOKS; n++) {
    const step = await look(await given.reach(), given.progress)
    given.told(step)
    if (step.done.length === 0) return
  }
}

/** Looks whenever something in the folder has settled, and every few seconds at the space. What fails is tried again. */
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
    // What keeps it from beginning at all is no matter for another try.
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
