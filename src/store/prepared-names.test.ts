import { expect, test } from 'vitest'
import { nameOf } from './prepared-names.ts'

test('A statement has a name once it was used often, its own, and keeps it', () => {
  const named = (sql: string) => Array.from({ length: 6 }, () => nameOf(sql))
  const [one, other] = [named('select 1'), named('select 2')]
  expect(one.slice(0, 3)).toEqual([undefined, undefined, undefined])
  expect(new Set(one.slice(3)).size).toBe(1)
  expect(one[5]).toMatch(/^whorl_\d+$/)
  expect(other[5]).not.toBe(one[5])
})

test('There are so many names and no more', () => {
  const names = new Set<string>()
  for (let n = 0; n < 1000; n++) for (let use = 0; use < 5; use++) names.add(nameOf(`select ${n}, 'x'`) ?? '')
  names.delete('')
  expect(names.size).toBeGreaterThan(200)
  expect(names.size).toBeLessThanOrEqual(300)
})
