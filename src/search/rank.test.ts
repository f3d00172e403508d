import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Document } from './document-rows.ts'
import { rank, type Sought } from './rank.ts'
import { writeTerms } from './terms.ts'

const document = (thing: string, title: string, body: string, kind = 'page'): Document => {
  const count = (text: string) => {
    const terms = new Map<string, number>()
    for (const term of text.split(' ').filter(Boolean)) terms.set(term, (terms.get(term) ?? 0) + 1)
    return terms
  }
  const words = `${title} ${body}`.split(' ').filter(Boolean).length
  const [title_terms, terms] = [writeTerms(count(title)), writeTerms(count(body))]
  return { space_id: 's', kind, thing, area_id: 'open', number: 1, words, title_terms, terms, marks: null }
}
const sought = (term: string, documents: number): Sought => ({ terms: new Map([[term, 1]]), documents, weight: 1 })
const counted = {
  documents: 100,
  averages: new Map([
    ['page', 5],
    ['question', 2],
  ]),
}
const order = (documents: Document[], ...wanted: Sought[]) => rank(documents, wanted, counted).map(({ thing }) => thing)

test('A rare word counts for more than a common one, more of it for more, and a long text for less', () => {
  const [common, rare] = [document('common', '', 'a b'), document('rare', '', 'c b')]
  expect(order([common, rare], sought('a', 60), sought('c', 2))).toEqual(['rare', 'common'])
  expect(order([document('once', '', 'a b'), document('twice', '', 'a a')], sought('a', 5))).toEqual(['twice', 'once'])
  expect(order([document('long', '', 'a b c d e f'), document('short', '', 'a')], sought('a', 5))).toEqual([
    'short',
    'long',
  ])
})

test('A word of the title counts for three', () => {
  expect(order([document('body', 'x', 'a a'), document('title', 'a', 'x x')], sought('a', 5))).toEqual([
    'title',
    'body',
  ])
})

test('A document is measured against others of its kind', () => {
  const [page, question] = [document('page', '', 'a b c d e'), document('question', '', 'a b', 'question')]
  expect(order([question, page], sought('a', 5))).toEqual(['page', 'question'])
})

test('Of equals the newest comes first, however they were found', () => {
  const [older, newer] = [document('1', '', 'a'), document('2', '', 'a')]
  expect(order([older, newer], sought('a', 5))).toEqual(['2', '1'])
  expect(order([newer, older], sought('a', 5))).toEqual(['2', '1'])
})

test('A word that is said twice counts for two', () => {
  const [a, b] = [document('a', '', 'a x'), document('b', '', 'b x')]
  expect(order([a, b], { ...sought('a', 5), weight: 2 }, sought('b', 5))).toEqual(['a', 'b'])
  expect(order([a, b], sought('a', 5), { ...sought('b', 5), weight: 2 })).toEqual(['b', 'a'])
})

const terms = fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 10 })
const wantedTerms = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1 })

test('Saying a wanted word instead of another never puts a document back', () => {
  fc.assert(
    fc.property(terms, terms, wantedTerms, (own, other, wanted) => {
      const asked = wanted.map((term) => sought(term, 5))
      const [before, after] = ['z', wanted[0] ?? ''].map((last) => document('own', '', [...own, last].join(' ')))
      const rival = document('rival', '', other.join(' '))
      if (before && after && order([before, rival], ...asked)[0] === 'own') {
        expect(order([after, rival], ...asked)[0]).toBe('own')
      }
    }),
  )
})

test('Many words are looked for as few are, and the order in which documents come changes nothing', () => {
  const none = Array.from({ length: 20 }, (_, n) => sought(`none${n}`, 1))
  fc.assert(
    fc.property(fc.array(terms, { minLength: 1, maxLength: 8 }), wantedTerms, (texts, wanted) => {
      const documents = texts.map((text, n) => document(String(n), text.slice(0, 2).join(' '), text.slice(2).join(' ')))
      const asked = wanted.map((term) => sought(term, 5))
      const ranked = order(documents, ...asked)
      expect(order(documents, ...asked, ...none)).toEqual(ranked)
      expect(order(documents.toReversed(), ...asked)).toEqual(ranked)
    }),
  )
})
