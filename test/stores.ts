/** Fresh stores for tests, of the kind that the project at hand runs on (`sqlite` or `postgres`). */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { openStore, type Place, type Store } from '../src/store/index.ts'
import { afterwards } from './afterwards.ts'
import { databaseFrom } from './databases.ts'

/** Where a store can be opened, as often as wanted; `folder` is an empty one of the test's own. */
export type TestPlace = { kind: 'sqlite'; folder: string } | { kind: 'postgres'; url: string; folder: string }

/** An empty store with its tables made; it is closed and gone when the test (or the file, in `beforeAll`) is over. */
export async function freshStore(): Promise<Store> {
  const ground = inject('ground')
  if (ground.kind === 'sqlite') {
    const file = join(freshFolder(), 'whorl.db')
    copyFileSync(ground.template, file)
    return openUntilOver({ kind: 'sqlite', file })
  }
  const place = await freshPlace()
  return openAt(place)
}

/** A place with no store open on it yet: for two connections that race, and for servers that are spawned. */
export async function freshPlace(): Promise<TestPlace> {
  const ground = inject('ground')
  const folder = freshFolder()
  if (ground.kind === 'none') throw new Error(ground.why)
  if (ground.kind === 'sqlite') return { kind: 'sqlite', folder }
  return { kind: 'postgres', folder, url: await databaseFrom(ground) }
}

/** Opens one more store on a place; it is closed when the test is over. */
export function openAt(place: TestPlace): Promise<Store> {
  if (place.kind === 'postgres') return openUntilOver({ kind: 'postgres', url: place.url })
  return openUntilOver({ kind: 'sqlite', file: join(place.folder, 'whorl.db') })
}

/** An empty folder that goes when the test is over. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'test-'))
  afterwards(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

async function openUntilOver(place: Place): Promise<Store> {
  const store = await openStore(place)
  afterwards(() => store.close())
  return store
}
