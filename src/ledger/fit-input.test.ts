import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { Refusal, readingAct } from '../ba/index.ts'
import { fitInput } from './fit-input.ts'

const act = readingAct({
  name: 'try-me',
  says: 'Is tried.',
  may: 'reader',
  shows: [],
  input: z.object({
    title: z.string().min(1, 'is empty').max(5, 'is longer than 5 characters'),
    n: z.int().optional(),
    kind: z.enum(['a', 'b']).optional(),
    lines: z.array(z.object({ id: z.string() })).optional(),
  }),
  output: z.object({}),
  run: async () => ({}),
})

function refused(input: unknown): Refusal {
  try {
    fitInput(act, input)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('It was not refused.')
}

test.each([
  ['nothing', undefined, 'title', 'It is missing.'],
  ['a number for text', { title: 7 }, 'title', 'It is of the wrong kind.'],
  ['too long', { title: 'abcdef' }, 'title', 'It is longer than 5 characters.'],
  ['empty', { title: '' }, 'title', 'It is empty.'],
  ['not whole', { title: 'a', n: 1.5 }, 'n', undefined],
  ['infinite', { title: 'a', n: Number.POSITIVE_INFINITY }, 'n', undefined],
  ['none of the known', { title: 'a', kind: 'c' }, 'kind', 'It is none of the known ones.'],
  ['deep inside', { title: 'a', lines: [{ id: 'x' }, { id: 1 }] }, 'lines.1.id', 'It is of the wrong kind.'],
  ['an unknown field', { title: 'a', extra: 1 }, 'extra', 'There is no such field.'],
  ['a prototype', JSON.parse('{"title":"a","__proto__":{"x":1}}'), '__proto__', undefined],
  ['a constructor', { title: 'a', constructor: {} }, 'constructor', 'There is no such field.'],
  ['a list', [], 'input', undefined],
  ['text', 'title', 'input', undefined],
  ['U+0000', { title: 'a\0' }, 'title', undefined],
  ['half a pair', { title: 'a\ud800' }, 'title', undefined],
  ['U+0000 deep inside', { title: 'a', lines: [{ id: '\0' }] }, 'lines.0.id', undefined],
])('Input with %s is refused with its field, problem and remedy', (_, input, field, problem) => {
  const refusal = refused(input)
  expect(refusal).toMatchObject({ kind: 'unfit', field })
  if (problem) expect(refusal.problem).toBe(problem)
  for (const words of [refusal.problem, refusal.remedy]) expect(words).toMatch(/^[A-Z].*\.$/)
})

test('Input that is nested beyond reason is refused, not a fault', () => {
  expect(refused({ title: JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`) }).kind).toBe('unfit')
})

test('Whatever comes from outside is taken or refused, and nothing else is thrown', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withObjectString: true }), (input) => {
      try {
        expect(typeof fitInput(act, input).title).toBe('string')
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal)
      }
    }),
  )
})

test('What fits comes through as it is', () => {
  expect(fitInput(act, { title: '知識', n: 3 })).toEqual({ title: '知識', n: 3 })
})
