import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from './refusal.ts'
import { freeSlug, looseSlug, slugOf } from './slug.ts'

const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string())

test('A slug made of a slug is that slug', () => {
  fc.assert(
    fc.property(anything, (title) => {
      expect(looseSlug(looseSlug(title))).toBe(looseSlug(title))
    }),
  )
})

test('A slug has letters, digits and single inner hyphens only', () => {
  fc.assert(
    fc.property(anything, (title) => {
      const slug = looseSlug(title)
      if (slug) expect(slug).toMatch(/^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u)
    }),
  )
})

test('A title with a letter or digit is never refused, and never comes out empty', () => {
  const word = fc.constantFrom('a', 'Z', '7', 'é', 'ß', '知', 'あ', 'ب', 'א', 'Ω', '한', 'ก')
  fc.assert(
    fc.property(anything, word, anything, (before, letter, after) => {
      expect(slugOf(before + letter + after)).not.toBe('')
    }),
  )
})

test.each(['', ' ', '---', '!?…', "'", '‮', '🙂', '-', '#'])(
  'The title %j is refused with field, problem and remedy',
  (title) => {
    expect(() => slugOf(title, 'name')).toThrow(Refusal)
    try {
      slugOf(title, 'name')
    } catch (error) {
      expect(error).toMatchObject({ kind: 'unfit', field: 'name', problem: /\w/, remedy: /\w/ })
    }
  },
)

test.each([
  ['Cache purge', 'cache-purge'],
  ['Knowledge  Management', 'knowledge-management'],
  ["It's here", 'its-here'],
  ['C++ in practice', 'c-in-practice'],
  ['C in practice', 'c-in-practice'],
  ['SECI model (Knowledge Spiral)', 'seci-model-knowledge-spiral'],
  ['Über Größe', 'über-größe'],
  ['知識 創造', '知識-創造'],
  ['ナレッジ・マネジメント', 'ナレッジマネジメント'],
  ['إدارة المعرفة', 'إدارة-المعرفة'],
  ['ניהול ידע', 'ניהול-ידע'],
  ['-- a -- b --', 'a-b'],
  ['tab\tand\nline', 'tab-and-line'],
])('%j has the slug %j', (title, slug) => {
  expect(slugOf(title)).toBe(slug)
})

test('A title written with combining marks has the slug of the one written without', () => {
  expect(slugOf('Cafe\u0301')).toBe(slugOf('Café'))
})

test('The second title of one slug gets a suffix, and so does the third', async () => {
  const taken = new Set<string>()
  const take = async () => {
    const slug = await freeSlug('c-in-practice', async (tried) => taken.has(tried))
    taken.add(slug)
    return slug
  }
  expect([await take(), await take(), await take()]).toEqual(['c-in-practice', 'c-in-practice-2', 'c-in-practice-3'])
})
