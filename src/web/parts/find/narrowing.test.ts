import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isNarrowed, piecesOf, withFilter, without } from './narrowing.ts'

test('A filter is taken out as it was put in, and the words stay', () => {
  expect(without('cache by:mara purge', { filter: 'by', typed: 'mara', is: 'Mara' })).toBe('cache purge')
  expect(without('in:"Board room" purge', { filter: 'in', typed: 'Board room', is: null })).toBe('purge')
  expect(withFilter('cache purge', 'kind:page')).toBe('kind:page cache purge ')
  expect(withFilter('', 'by:me')).toBe('by:me ')
  expect(isNarrowed('purge by:mara')).toBe(true)
  expect(isNarrowed('purge by: standby:x')).toBe(false)
})

test('Of a text, the words that were looked for are told from the rest', () => {
  const marked = (text: string, ...matched: string[]) =>
    piecesOf(text, matched)
      .map((piece) => (piece.matched ? `[${piece.text}]` : piece.text))
      .join('')
  expect(marked('Never purge; purged is purged.', 'purge', 'purged')).toBe('Never [purge]; [purged] is [purged].')
  expect(marked('本番のキャッシュを削除', 'キャッシュ')).toBe('本番の[キャッシュ]を削除')
  expect(marked('a (b) c', '(b')).toBe('a [(b]) c')
})

test('The pieces of any text are that text', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string({ maxLength: 3 }), { maxLength: 4 }), (text, matched) => {
      expect(
        piecesOf(text, matched)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
