import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layOut, towards } from './lay-out.ts'

const neighbourhood = fc
  .record({
    sizes: fc.array(fc.record({ width: fc.integer({ min: 30, max: 150 }), height: fc.integer({ min: 18, max: 60 }) }), {
      minLength: 1,
      maxLength: 37,
    }),
    pairs: fc.array(fc.tuple(fc.nat(36), fc.nat(36)), { maxLength: 60 }),
    width: fc.integer({ min: 320, max: 1000 }),
  })
  .map(({ sizes, pairs, width }) => ({
    boxes: sizes.map((size, n) => ({ id: `${n}`, ...size })),
    ties: pairs
      .map(([a, b]) => ({ from: `${a % sizes.length}`, to: `${b % sizes.length}` }))
      .filter(({ from, to }) => from !== to),
    width,
  }))

test('No words lie over others, all are in the picture, and the topic itself half way across', () => {
  fc.assert(
    fc.property(neighbourhood, ({ boxes, ties, width }) => {
      const { at, height } = layOut(boxes, ties, width)
      const placed = boxes.map((box) => ({ ...box, ...(at.get(box.id) ?? { x: Number.NaN, y: Number.NaN }) }))
      expect(at.get('0')?.x).toBe(0)
      for (const [n, one] of placed.entries()) {
        expect(Math.abs(one.x) + one.width / 2).toBeLessThanOrEqual(width / 2 + 0.01)
        expect(Math.abs(one.y) + one.height / 2).toBeLessThanOrEqual(height / 2 + 0.01)
        for (const other of placed.slice(n + 1)) {
          const across = (one.width + other.width) / 2 - Math.abs(one.x - other.x)
          const down = (one.height + other.height) / 2 - Math.abs(one.y - other.y)
          expect(Math.min(across, down)).toBeLessThanOrEqual(0)
        }
      }
      expect(layOut(boxes, ties, width)).toEqual({ at, height })
    }),
    { numRuns: 40 },
  )
})

test('An arrow key leads to the closest that lies that way', () => {
  const at = new Map([
    ['here', { x: 0, y: 0 }],
    ['right', { x: 100, y: 10 }],
    ['far right', { x: 300, y: 0 }],
    ['up', { x: -20, y: -80 }],
  ])
  expect(towards(at, 'here', 'ArrowRight')).toBe('right')
  expect(towards(at, 'right', 'ArrowRight')).toBe('far right')
  expect(towards(at, 'here', 'ArrowUp')).toBe('up')
  expect(towards(at, 'here', 'ArrowDown')).toBeUndefined()
  expect(towards(at, 'right', 'ArrowLeft')).toBe('here')
})
