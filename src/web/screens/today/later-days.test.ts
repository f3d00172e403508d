import { expect, test } from 'vitest'
import { nextMonday, tomorrow } from './later-days.ts'

test('tomorrow is the day after today, also over the end of a month', () => {
  expect(tomorrow(new Date(2026, 0, 31, 12))).toBe('2026-02-01')
})

test('next week begins on Monday', () => {
  const on = (day: number) => nextMonday(new Date(2026, 10, day, 12))
  expect(on(16)).toBe('2026-11-23')
  expect(on(20)).toBe('2026-11-23')
  expect(on(22)).toBe('2026-11-23')
})
