/** Fresh stores for tests, of the Vitest project's kind (`sqlite` or `postgres`). */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { openStore, type Place, type Store } from '../src/store/index.ts'
import { afterwards } from './afterwards.ts'
import { databaseFrom } from './databases.ts'
import { quickFolder } from './quick-folder.ts'

/** Where stores can be opened, several at once, too; `folder` is empty and the test's own. */
export type TestPlace = { kind: 'sqlite'; folder: string } | { kind: 'postgres'; url: string; folder: string }

/** An empty, migrated store, removed after the test (or after the file, in `beforeAll`). */
export async function freshStore(): Promise<Store> {
  return openUntilOver(await madePlace())
}

/** A place with a migrated store, for a house: quicker than migrating each time. */
export async function madePlace(): Promise<Place> {
  const ground = inject('ground')
  const place = await freshPlace()
  if (place.kind === 'postgres') return { kind: 'postgres', url: place.url }
  const file = join(place.folder, 'whorl.db')
  if (ground.kind === 'sqlite') copyFileSync(ground.template, file)
  return { kind: 'sqlite', file }
}

/** A place without an open store, for two racing connections and for spawned servers. */
export async function freshPlace(): Promise<TestPlace> {
  const ground = inject('ground')
  const folder = freshFolder()
  if (ground.kind === 'none') throw new Error(ground.why)
  if (ground.kind === 'sqlite') return { kind: 'sqlite', folder }
  return { kind: 'postgres', folder, url: await databaseFrom(ground) }
}

/** Opens another store on a place; it is closed when the test is over. */
export function openAt(place: TestPlace): Promise<Store> {
  if (place.kind === 'postgres') return openUntilOver({ kind: 'postgres', url: place.url })
  return openUntilOver({ kind: 'sqlite', file: join(place.folder, 'whorl.db') })
}

/** An empty folder, removed when the test is over. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(quickFolder(), 'test-'))
  afterwards(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

async function openUntilOver(place: Place): Promise<Store> {
  const store = await openStore(place)
  afterwards(() => store.close())
  return store
}
