import { allSpaces } from '../ba/index.ts'
import { type Store, untilThere } from '../store/index.ts'
import { ANALYSIS } from './analyse.ts'
import { analysisOf, noteAnalysis, thingsIndexed } from './document-rows.ts'
import { indexThings } from './index-things.ts'
import { kinds } from './thing.ts'
import { allOfKind } from './thing-rows.ts'

/** The indexing of a house's spaces. */
export interface Indexing {
  /** Resolves once every existing space is indexed. */
  settle(): Promise<void>
  /** Waits for the current batch and stops. */
  stop(): Promise<void>
}

const AT_ONCE = 200

/**
 * Indexes every space that has no index or one of an older analysis, as after an upgrade or a
 * restore. Runs in the background in small batches; starts again if killed.
 */
export function openIndex(store: Store, now: () => string, failed: (error: unknown, what: string) => void): Indexing {
  let stopped = false
  const indexSpace = async (space: string) => {
    for (const kind of kinds) {
      const ids = await store.read(async (tx) => [
        ...new Set([...(await allOfKind(tx, space, kind)), ...(await thingsIndexed(tx, space, kind))]),
      ])
      for (let n = 0; n < ids.length; n += AT_ONCE) {
        if (stopped) return
        const some = ids.slice(n, n + AT_ONCE).map((id) => ({ kind, id }))
        await store.write((tx) => indexThings(tx, space, some))
      }
    }
    await store.write((tx) => noteAnalysis(tx, space, ANALYSIS, now()))
  }
  const run = async () => {
    for (const { id } of await store.read(allSpaces)) {
      if (stopped) return
      if ((await store.read((tx) => analysisOf(tx, id))) !== ANALYSIS) await indexSpace(id)
    }
  }
  const running = untilThere(run, () => stopped).catch((error) => failed(error, 'index'))
  return {
    settle: () => running,
    stop: () => {
      stopped = true
      return running
    },
  }
}
