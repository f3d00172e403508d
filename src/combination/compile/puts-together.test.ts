import { expect, test } from 'vitest'
import { putsTogether } from './puts-together.ts'

const line = (speaker: string, source: string, on: { page?: string; question?: string } = {}) => ({
  sourceName: source,
  speaker_id: speaker,
  question_id: on.question ?? null,
  page_conversion: on.page ?? null,
})

test('A page of one answer puts nothing together, and neither does one of two answers by the same person', () => {
  const one = line('mara', 'a.md', { question: 'q' })
  expect(putsTogether({ sources: ['a.md'], claims: [one], before: null })).toBe(false)
  const two = [one, line('mara', 'b.md', { question: 'r' })]
  expect(putsTogether({ sources: ['a.md', 'b.md'], claims: two, before: null })).toBe(false)
})

test('Two people, two documents, or one of each are put together', () => {
  const two = [line('mara', 'a.md'), line('ben', 'b.md')]
  expect(putsTogether({ sources: ['a.md', 'b.md'], claims: two, before: null })).toBe(true)
  expect(putsTogether({ sources: ['x.pdf', 'y.pdf'], claims: [], before: null })).toBe(true)
  expect(putsTogether({ sources: ['a.md', 'y.pdf'], claims: two.slice(0, 1), before: null })).toBe(true)
  expect(putsTogether({ sources: ['y.pdf'], claims: [], before: null })).toBe(false)
})

test('A page that stood is made better by an answer that came back, also by whoever is its only voice', () => {
  const claims = [line('mara', 'a.md', { page: 'c' }), line('mara', 'b.md', { question: 'q' })]
  expect(putsTogether({ sources: ['a.md', 'b.md'], claims, before: new Set(['a.md']) })).toBe(true)
})

test('A page that is written again of what it had counts nothing', () => {
  const claims = [line('mara', 'a.md', { page: 'c', question: 'q' }), line('ben', 'b.md', { page: 'c' })]
  expect(putsTogether({ sources: ['a.md', 'b.md'], claims, before: new Set(['a.md', 'b.md']) })).toBe(false)
  expect(putsTogether({ sources: ['a.md', 'b.md', 'x.pdf'], claims, before: new Set(['a.md', 'b.md']) })).toBe(true)
})
