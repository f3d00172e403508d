import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { holdFile } from '../../store/index.ts'
import { placeIn } from './put-inside.ts'

const [TRIES, PAUSE_MS] = [200, 50]
const LOCK = '.whorl/lock'

/** Locks a folder against other writers; waits a while for the lock. */
export async function holdFolder(root: string): Promise<() => void> {
  for (let n = 0; n < TRIES; n++) {
    const letGo = held(root)
    if (letGo) return letGo
    await pause(PAUSE_MS)
  }
  throw new Error(`Another whorl is at work on ${root}. Let it end, or take ${LOCK} away if there is none.`)
}

function held(root: string): (() => void) | null {
  const lock = placeIn(root, LOCK)
  try {
    mkdirSync(join(root, '.whorl'), { recursive: true })
    return holdFile(lock)
  } catch {
    throw new Error(`${join(root, '.whorl')} cannot be written to, and what is in step is kept there.`)
  }
}
