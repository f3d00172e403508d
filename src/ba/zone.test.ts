import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginOf, dayIn, daysAfter, isToCome, morningOf, onTheClock, zoneSaid } from './zone.ts'

const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
const instants = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2045-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())

test('A day begins where its date begins, in any zone and at any time of the year', () => {
  fc.assert(
    fc.property(zones, instants, fc.constantFrom(0, 4), (zone, at, hour) => {
      const day = dayIn(at, zone)
      const begins = beginOf(day, zone, hour)
      expect(dayIn(begins, zone)).toBe(day)
      // A moment before it is not that hour yet.
      expect(onTheClock(Date.parse(begins) - 1000, zone)).toBeLessThan(Date.parse(day) + hour * 3_600_000)
    }),
    { numRuns: 1000 },
  )
})

test('The day that is shown is the day on which it is due', () => {
  fc.assert(
    fc.property(zones, instants, fc.integer({ min: 1, max: 400 }), (zone, at, days) => {
      const due = morningOf(daysAfter(dayIn(at, zone), days), zone)
      expect(due > at).toBe(true)
      const shown = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date(due))
      expect(shown).toBe(daysAfter(dayIn(at, zone), days))
    }),
    { numRuns: 1000 },
  )
})

test('Clocks that are put forward or back move no day', () => {
  expect(morningOf('2026-03-29', 'Europe/Zurich')).toBe('2026-03-29T02:00:00.000Z')
  expect(morningOf('2026-10-25', 'Europe/Zurich')).toBe('2026-10-25T03:00:00.000Z')
  // Where midnight is skipped, the day begins at one.
  expect(beginOf('2026-03-29', 'Asia/Beirut')).toBe('2026-03-28T22:00:00.000Z')
  expect(beginOf('2026-11-01', 'America/Los_Angeles')).toBe('2026-11-01T07:00:00.000Z')
})

test('Tomorrow is yet to come where the caller is, and where nobody knows it, wherever they may be', () => {
  const now = '2026-12-01T03:00:00.000Z'
  const here = (name?: string) => ({ now, zone: zoneSaid(name, 'UTC') })
  expect(isToCome('2026-12-01', here('America/Los_Angeles'))).toBe(true)
  expect(isToCome('2026-11-30', here('America/Los_Angeles'))).toBe(false)
  expect(isToCome('2026-12-01', here('Asia/Tokyo'))).toBe(false)
  expect(isToCome('2026-12-01', here())).toBe(true)
  expect(isToCome('2026-11-30', here())).toBe(false)
})

test('A zone that is none is the server’s', () => {
  for (const none of [undefined, '', 'Mars/Base', '../../etc/passwd', `Europe/${'x'.repeat(1000)}`, 'Europe/Zurich\n'])
    expect(zoneSaid(none, 'Europe/Zurich')).toEqual({ name: 'Europe/Zurich', said: false })
  expect(zoneSaid('Asia/Kathmandu', 'UTC')).toEqual({ name: 'Asia/Kathmandu', said: true })
})
