import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Grade, grades, nextSchedule } from './schedule.ts'

const START = Date.parse('2026-05-04T09:00:00.000Z')

/** Recalls on these days with these grades; returns each due time. */
function history(steps: readonly [Grade, number][]) {
  let kept: string | undefined
  let clock = START
  return steps.map(([grade, days]) => {
    clock += days * 86_400_000
    const now = new Date(clock).toISOString()
    const { schedule, dueAt } = nextSchedule(kept, grade, now, 'UTC')
    kept = schedule
    return { now, dueAt }
  })
}

const steps = fc.array(fc.tuple(fc.constantFrom(...grades), fc.nat(90)), { minLength: 1, maxLength: 8 })

test('The next time is always later than now', () => {
  fc.assert(
    fc.property(steps, (given) => {
      for (const { now, dueAt } of history(given)) expect(dueAt > now).toBe(true)
    }),
  )
})

test('The same history gives the same schedule', () => {
  fc.assert(
    fc.property(steps, (given) => {
      expect(history(given)).toEqual(history(given))
    }),
  )
})

test('Who had it is asked later than who nearly had it, and who missed it soonest', () => {
  const after = (grade: Grade) =>
    history([
      ['had-it', 0],
      ['had-it', 3],
      [grade, 10],
    ]).at(-1)?.dueAt ?? ''
  expect(after('missed') < after('nearly')).toBe(true)
  expect(after('nearly') < after('had-it')).toBe(true)
})

test('Recalled again and again, the pauses grow', () => {
  const [, second, third] = history([
    ['had-it', 0],
    ['had-it', 2],
    ['had-it', 12],
  ])
  const pause = (one?: { now: string; dueAt: string }) => Date.parse(one?.dueAt ?? '') - Date.parse(one?.now ?? '')
  expect(pause(third)).toBeGreaterThan(pause(second))
})

test('A schedule that was never begun begins', () => {
  const now = new Date(START).toISOString()
  expect(nextSchedule('{}', 'had-it', now, 'UTC')).toEqual(nextSchedule(undefined, 'had-it', now, 'UTC'))
})
