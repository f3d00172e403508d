import { expect, test } from 'vitest'
import {
  inkPath,
  linePath,
  maxTurns,
  middleOf,
  modes,
  openModes,
  pointAt,
  runsOf,
  type Step,
  shiftOf,
  sizeOf,
  threadOf,
} from './spiral-geometry.ts'

const coil = { inner: 10, pitch: 20 }
const round = (whorl: number | null): Step[] => modes.map((mode) => ({ mode, whorl }))

test('the line starts at the left and turns clockwise: up, right, down', () => {
  const [left, up, right, down] = [0, 0.25, 0.5, 0.75].map((turns) => pointAt(coil, turns))
  expect(left).toEqual([-10, expect.closeTo(0)])
  expect(up).toEqual([expect.closeTo(0), -15])
  expect(right).toEqual([20, expect.closeTo(0)])
  expect(down).toEqual([expect.closeTo(0), 25])
})

test('each mode has its quadrant', () => {
  const corner = (mode: (typeof modes)[number]) => pointAt(coil, middleOf({ turn: 2, mode })).map(Math.sign)
  expect(modes.map(corner)).toEqual([
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ])
})

test('a step that belongs to no round stands in the one that was under way', () => {
  const thread = threadOf([{ mode: 'internalisation', whorl: null }, ...round(1)])
  expect(thread.closed).toBe(1)
  expect(thread.cells.map(({ turn, mode, count }) => [turn, mode, count])).toEqual([
    [0, 'socialisation', 1],
    [0, 'externalisation', 1],
    [0, 'combination', 1],
    [0, 'internalisation', 2],
  ])
})

test('a closed round is one turn, and what is in none is the open turn', () => {
  const thread = threadOf([...round(1), ...round(2), { mode: 'externalisation', whorl: null }])
  expect(thread.closed).toBe(2)
  expect(openModes(thread)).toEqual(['externalisation'])
})

test('steps of one mode in one turn are one mark with its number', () => {
  const asked: Step = { mode: 'externalisation', whorl: null }
  expect(threadOf([asked, asked]).cells).toEqual([{ turn: 0, mode: 'externalisation', count: 2 }])
})

test('only the last rounds are drawn, and the open turn still follows them', () => {
  const thread = threadOf([1, 2, 3, 4, 5, 6, 7].flatMap(round).concat(round(null).slice(0, 1)))
  expect(thread.closed).toBe(maxTurns)
  expect(openModes(thread)).toEqual(['socialisation'])
})

test('nothing has no line', () => {
  expect(runsOf(threadOf([]))).toEqual([])
})

test('a quadrant that was not passed is a gap in the line', () => {
  const thread = threadOf([
    { mode: 'socialisation', whorl: null },
    { mode: 'combination', whorl: null },
  ])
  expect(runsOf(thread).map((run) => run.drawn)).toEqual([true, false, true])
})

test('a line that begins in words begins in the second quadrant', () => {
  expect(runsOf(threadOf([{ mode: 'externalisation', whorl: null }]))[0]?.from).toBe(0.25)
})

test('a closed round runs on into the open turn without a break', () => {
  const [only, ...more] = runsOf(threadOf([...round(1), { mode: 'socialisation', whorl: null }]))
  expect(only).toEqual({ from: 0, to: 1.27, drawn: true })
  expect(more).toEqual([])
})

test('paths hold numbers only, and ink is a closed shape', () => {
  expect(linePath(coil, 0, 2)).toMatch(/^M-10 0C[-\d. C]+$/)
  expect(inkPath(coil, 0, 2, () => 3)).toMatch(/^M[-\d. CL]+Z$/)
})

test('the ink ends in a point on the line', () => {
  const [x, y] = pointAt(coil, 2)
  expect(inkPath(coil, 0, 2, () => 3)).toContain(`${x} ${Math.round(y * 100) / 100 || 0}L`)
})

test('marks grow with their number, but not without end, and are shifted the same each time', () => {
  expect(sizeOf(4, 10)).toBeGreaterThan(sizeOf(1, 10))
  expect(sizeOf(800, 10)).toBe(sizeOf(8, 10))
  const cell = { turn: 1, mode: modes[0] as (typeof modes)[number], count: 1 }
  expect(shiftOf(cell)).toBe(shiftOf(cell))
  expect(Math.abs(shiftOf(cell))).toBeLessThan(0.05)
})
