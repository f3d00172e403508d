import { expect, test } from 'vitest'
import { stageOf } from './stage-of.ts'

const [one, two, three, four] = ['09:00', '09:01', '09:02', '09:03'].map((time) => `2026-05-04T${time}:00.000Z`) as [
  string,
  string,
  string,
  string,
]

test('a story goes on where it was left', () => {
  expect(stageOf({ toldAt: null, retoldAt: null, correctedAt: null })).toBe('telling')
  expect(stageOf({ toldAt: one, retoldAt: null, correctedAt: null })).toBe('telling')
  expect(stageOf({ toldAt: one, retoldAt: two, correctedAt: null })).toBe('retelling')
  expect(stageOf({ toldAt: one, retoldAt: two, correctedAt: three })).toBe('deepening')
})

test('what was told later is retold and put right too', () => {
  expect(stageOf({ toldAt: four, retoldAt: two, correctedAt: three })).toBe('telling')
  expect(stageOf({ toldAt: three, retoldAt: four, correctedAt: two })).toBe('retelling')
})
