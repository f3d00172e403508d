import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partOfText, partWithAll } from './part-of-text.ts'
import { Refusal } from './refusal.ts'

const texts = fc
  .array(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constant('\n')), { maxLength: 80 })
  .map((parts) => parts.join('').toWellFormed())

test('The parts of a text, put together, are the text, and each is whole by itself', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 2, max: 400 }), (text, most) => {
      let [whole, parts] = ['', 0]
      for (let after: string | null | undefined; after !== null; ) {
        const part = partOfText(text, { mark: 1, after: after ?? undefined, most })
        expect(part.text.length).toBeLessThanOrEqual(most)
        expect(part.text.isWellFormed()).toBe(true)
        whole += part.text
        after = part.next
        if (parts++ > text.length) throw new Error('It does not end.')
      }
      expect(whole).toBe(text)
    }),
  )
})

test('A part is never large, whatever its characters are as JSON, and ends behind a line', () => {
  for (const unit of ['a', '\u0001', '語', '😀', 'line\n']) {
    const { text, next } = partOfText(unit.repeat(400_000), { mark: 1, after: undefined })
    expect(Buffer.byteLength(JSON.stringify(text))).toBeLessThanOrEqual(120_000)
    expect(next).not.toBeNull()
    if (unit === 'line\n') expect(text.endsWith('\n')).toBe(true)
  }
})

test('Parts of two states of a text are never put together', () => {
  const { next } = partOfText('a\n'.repeat(100_000), { mark: 1, after: undefined })
  expect(() => partOfText('b\n'.repeat(100_000), { mark: 2, after: next ?? '' })).toThrow(Refusal)
})

test('With much beside it a part is smaller', async () => {
  const beside = async (most: number) => ({ text: 'a'.repeat(most), beside: 'b'.repeat(most * 10) })
  const part = await partWithAll(beside)
  expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThanOrEqual(200_000)
})
