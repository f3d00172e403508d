/** Restoring a file over the one that is there. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openStore, type Place, type Store } from '../src/store/index.ts'
import { afterwards } from './afterwards.ts'
import { commandLineIn } from './command-line.ts'
import { commandIn } from './spawned.ts'
import { freshFolder } from './stores.ts'

const open = async (place: Place): Promise<Store> => {
  const store = await openStore(place)
  afterwards(() => store.close())
  return store
}

/** A place with a data folder and a store in that, and a backup of another. */
async function standing() {
  const place = freshFolder()
  const folder = join(place, 'data')
  mkdirSync(folder)
  const store = await open({ kind: 'sqlite', file: join(folder, 'whorl.db') })
  await sql`insert into invitation (id, token_hash, role, areas, made_at, expires_at) values ('mine', 'x', 'owner', '[]', '', '')`.execute(
    store.db,
  )
  await store.close()
  const backup = join(freshFolder(), 'backup.db')
  const other = await open({ kind: 'sqlite', file: backup })
  await other.close()
  const kept = async () => {
    const one = await openStore({ kind: 'sqlite', file: join(folder, 'whorl.db') })
    const rows = await one.db.selectFrom('invitation').select('id').execute()
    await one.close()
    return rows.map(({ id }) => id)
  }
  return { place, folder, backup, kept }
}

test('A restore puts what was there aside, whole', async () => {
  const { place, folder, backup, kept } = await standing()
  const { code, out } = await commandIn(place, 'restore', backup)
  expect(code).toBe(0)
  const aside = /kept as (\S+)\n$/.exec(out)?.[1] ?? ''
  expect(aside.startsWith(join(folder, 'whorl.db.before-'))).toBe(true)
  expect(await kept()).toEqual([])
  copyFileSync(aside, join(folder, 'whorl.db'))
  expect(await kept()).toEqual(['mine'])
})

test('A backup that is damaged, cut short, or none is refused, and nothing is changed', async () => {
  const { place, folder, backup, kept } = await standing()
  const before = readdirSync(folder).sort()
  const half = `${backup}.half`
  const files = [half, `${backup}.text`, `${backup}.none`, `${backup}.torn`]
  copyFileSync(backup, half)
  truncateSync(half, 20_000)
  writeFileSync(`${backup}.text`, 'This is no database.')
  writeFileSync(`${backup}.none`, '')
  const torn = readFileSync(backup)
  torn.fill(0x5a, 4096, 60_000)
  writeFileSync(`${backup}.torn`, torn)
  for (const file of files) {
    const { code, error } = await commandLineIn(place)('restore', file)
    expect([file, code, error]).toEqual([file, 1, `${file} is not a backup, or is damaged. Nothing was changed.\n`])
    expect(await kept()).toEqual(['mine'])
  }
  expect(
    readdirSync(folder)
      .filter((name) => !/^(lock|secret)|-(wal|shm)$/.test(name))
      .sort(),
  ).toEqual(before.filter((name) => !/-(wal|shm)$/.test(name)))
})

test('A backup that a newer Whorl has made is refused, and nothing is changed', async () => {
  const { place, folder, backup, kept } = await standing()
  const newer = await open({ kind: 'sqlite', file: backup })
  await sql`insert into migration (number, name) values (999, 'from later')`.execute(newer.db)
  await newer.close()
  const refused = await commandLineIn(place)('restore', backup)
  expect([refused.code, refused.error]).toEqual([1, expect.stringContaining('version 999')])
  expect(await kept()).toEqual(['mine'])
  expect(existsSync(join(folder, 'whorl.db.half'))).toBe(false)
})
