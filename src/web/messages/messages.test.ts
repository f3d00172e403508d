import { expect, test } from 'vitest'
import { en } from './en.ts'
import { ja } from './ja.ts'
import { day, todayHere } from './messages.ts'

const placesIn = (text: unknown) => (typeof text === 'string' ? (text.match(/\{\w+\}/g) ?? []).sort() : [])

function pairs(a: object, b: object, path = ''): [string, unknown, unknown][] {
  return Object.entries(a).flatMap(([key, value]): [string, unknown, unknown][] => {
    const other = (b as Record<string, unknown>)[key]
    const here = `${path}${key}`
    if (value && typeof value === 'object') return pairs(value, (other ?? {}) as object, `${here}.`)
    return [[here, value, other]]
  })
}

test('every message is there in both languages, with the same places to fill', () => {
  for (const [name, english, japanese] of pairs(en, ja)) {
    expect(typeof japanese, name).toBe(typeof english)
    expect(placesIn(japanese), name).toEqual(placesIn(english))
  }
})

test('numbers are written as words where a sentence has them', () => {
  expect(en.whole.sentences['words-not-tried'](1)).toBe('One page says how; nobody has a record of trying it.')
  expect(en.whole.sentences['words-not-tried'](14)).toBe('Fourteen pages say how; nobody has a record of trying them.')
  expect(en.thing.lines(40)).toBe('40 lines')
})

test('a day of this year is written without it', () => {
  const year = new Date().getFullYear()
  expect(day(`${year}-05-04`)).toBe('4 May')
  expect(day('2019-05-04')).toBe('4 May 2019')
})

test('today is the day where the person is', () => {
  expect(todayHere(new Date(2026, 0, 2, 23, 30))).toBe('2026-01-02')
})
