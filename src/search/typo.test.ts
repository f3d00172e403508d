import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editsAllowed, editsBetween, endingsNear } from './typo.ts'

test('A letter more, one less, another one, and two that changed places are one step each', () => {
  for (const other of ['purrge', 'pure', 'purbe', 'prge', 'pruge', 'purge']) {
    expect(editsBetween('purge', other, 2)).toBe(other === 'purge' ? 0 : 1)
  }
  expect(editsBetween('recieved', 'received', 2)).toBe(1)
  expect(editsBetween('mantenence', 'maintenance', 2)).toBe(2)
  expect(editsBetween('purge', 'queue', 2)).toBe(3)
})

test('A word that goes on is measured by how it begins', () => {
  expect(editsBetween('manten', 'maintenance', 1, true)).toBe(1)
  expect(editsBetween('maint', 'maintenance', 1, true)).toBe(0)
})

test('Steps are the same both ways, and none between a word and itself', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 })
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(editsBetween(one, other, 2)).toBe(editsBetween(other, one, 2))
      expect(editsBetween(one, one, 2)).toBe(0)
      expect(editsBetween(one, other, 2) === 0).toBe(one === other)
    }),
  )
})

test('Short words and those with figures are taken as they are typed', () => {
  expect(['rot', 'v18', 'purge', 'handover'].map(editsAllowed)).toEqual([0, 0, 1, 2])
})

test('Of the words that differ in their ending, each is one step away', () => {
  const near = endingsNear('maintenacne')
  expect(near).toContain('maintenance')
  for (const one of near) expect(editsBetween('maintenacne', one, 2)).toBe(1)
})
