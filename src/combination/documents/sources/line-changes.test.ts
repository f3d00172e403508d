import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesBetween, followed, linesOf } from './line-changes.ts'

const follow = (before: string[], after: string[], from: number, to = from) =>
  followed({ from, to }, changesBetween(before.join('\n'), after.join('\n')))

test('lines that moved are followed, untouched', () => {
  expect(follow(['a', 'b', 'c'], ['new', 'a', 'b', 'c'], 2, 3)).toEqual({ from: 3, to: 4, touched: false })
  expect(follow(['a', 'b', 'c'], ['a', 'b', 'c', 'new'], 3)).toEqual({ from: 3, to: 3, touched: false })
  expect(follow(['a', 'b', 'c', 'd'], ['c', 'd'], 4)).toEqual({ from: 2, to: 2, touched: false })
})

test('a line that changed in its place is touched, and so are lines between which something came', () => {
  expect(follow(['a', 'b', 'c'], ['a', 'B', 'c'], 2)).toEqual({ from: 2, to: 2, touched: true })
  expect(follow(['a', 'b', 'c'], ['a', 'x', 'b', 'c'], 1, 2)).toEqual({ from: 1, to: 3, touched: true })
  expect(follow(['a', 'b', 'c', 'd'], ['a', 'x', 'y', 'z', 'd'], 2)).toEqual({ from: 2, to: 4, touched: true })
})

test('a line that changed is known again among others that came with it', () => {
  const after = ['a', 'Something else.', 'It takes ninety minutes.', 'More.', 'c']
  expect(follow(['a', 'It takes ten minutes.', 'c'], after, 2)).toEqual({ from: 3, to: 3, touched: true })
})

test('of lines that went nothing is left', () => {
  const { from, to, touched } = follow(['a', 'b', 'c'], ['a', 'c'], 2)
  expect(touched).toBe(true)
  expect(to).toBeLessThan(from)
})

test('white space alone changes nothing', () => {
  expect(changesBetween('a  b\r\nc\r\n', 'a b \nc\n')).toEqual([])
})

test('versions that differ in nearly all are compared as one change', () => {
  const many = (word: string) => ['same', ...Array.from({ length: 4000 }, (_, n) => `${word} ${n}`), 'end']
  expect(changesBetween(many('old').join('\n'), many('new').join('\n'))).toEqual([[2, 4000, 2, 4000]])
})

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 12 })

test('what is not touched says the same where it stands now', () => {
  fc.assert(
    fc.property(lines, lines, fc.nat(), fc.nat(), (before, after, one, other) => {
      const [from = 1, to = 1] = [(one % before.length) + 1, (other % before.length) + 1].sort((a, b) => a - b)
      const now = follow(before, after, from, to)
      if (!now.touched) expect(after.slice(now.from - 1, now.to)).toEqual(before.slice(from - 1, to))
    }),
  )
})

test('what is touched stays within the newer version', () => {
  fc.assert(
    fc.property(lines, lines, fc.nat(), (before, after, one) => {
      const line = (one % before.length) + 1
      const { from, to } = follow(before, after, line)
      expect(from).toBeGreaterThanOrEqual(1)
      expect(to).toBeLessThanOrEqual(linesOf(after.join('\n')).length)
    }),
  )
})
