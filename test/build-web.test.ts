import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { buildOnce, stampOf } from '../build-web.ts'
import { freshFolder } from './stores.ts'

/** Stands in for Vite: one page out of one source. */
function places() {
  const folder = freshFolder()
  const from = join(folder, 'web')
  mkdirSync(from)
  const [source, lock] = [join(from, 'main.tsx'), join(folder, 'lock.json')]
  writeFileSync(source, 'one')
  writeFileSync(lock, '{}')
  return { from, with: [lock], to: join(folder, 'dist', 'web'), source, lock, dist: join(folder, 'dist') }
}

const copy = (source: string) =>
  vi.fn(async (folder: string) => {
    await pause(20)
    writeFileSync(join(folder, 'index.html'), readFileSync(source))
  })

test('Pages are built when they are missing or stale, and not again while nothing changed', async () => {
  const where = places()
  const build = copy(where.source)
  for (let round = 0; round < 2; round++) await buildOnce(where, build)
  expect(build).toHaveBeenCalledTimes(1)

  writeFileSync(where.source, 'two')
  await buildOnce(where, build)
  expect(readFileSync(join(where.to, 'index.html'), 'utf8')).toBe('two')

  writeFileSync(where.lock, '{ "changed": true }')
  await buildOnce(where, build)
  expect(build).toHaveBeenCalledTimes(3)
})

test('A file that is renamed or added is a change', () => {
  const where = places()
  const before = stampOf(where)
  writeFileSync(join(where.from, 'other.tsx'), '')
  expect(stampOf(where)).not.toBe(before)
})

test('Starts at the same time leave whole pages and nothing beside them', async () => {
  const where = places()
  await Promise.all(Array.from({ length: 5 }, () => buildOnce(where, copy(where.source))))
  expect(readFileSync(join(where.to, 'index.html'), 'utf8')).toBe('one')
  expect(readdirSync(where.dist)).toEqual(['web'])
})

test('A build that fails leaves the pages there were', async () => {
  const where = places()
  await buildOnce(where, copy(where.source))
  writeFileSync(where.source, 'broken')
  const broken = buildOnce(where, async (folder) => {
    writeFileSync(join(folder, 'index.html'), 'half')
    throw new Error('No such word')
  })
  await expect(broken).rejects.toThrow('No such word')
  expect(readFileSync(join(where.to, 'index.html'), 'utf8')).toBe('one')
  expect(readdirSync(where.dist)).toEqual(['web'])
  expect(existsSync(join(where.to, '.stamp'))).toBe(true)
})
