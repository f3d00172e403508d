import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Document } from './document-rows.ts'
import { commonTerms, withLearnt, worthLearning } from './feedback.ts'
import { rank, type Sought } from './rank.ts'
import { writeTerms } from './terms.ts'

const counted = { documents: 100, averages: new Map([['page', 4]]) }
const document = (thing: string, body: string): Document => {
  const terms = new Map<string, number>()
  for (const term of body.split(' ')) terms.set(term, (terms.get(term) ?? 0) + 1)
  const written = { title_terms: '', terms: writeTerms(terms) }
  return {
    space_id: 's',
    kind: 'page',
    thing,
    area_id: 'open',
    number: 1,
    words: body.split(' ').length,
    marks: null,
    ...written,
  }
}
const sought = (term: string, documents = 10): Sought => ({ terms: new Map([[term, 1]]), documents, weight: 1 })
const having = (terms: Iterable<string>) => new Map([...terms].map((term) => [term, 10]))
const learnt = (documents: Document[], wanted: Sought[]) => {
  const common = commonTerms(documents, counted)
  return withLearnt(wanted, common, having(common.keys()), counted)
}

test('Nothing is learnt of few words, of what is still being typed, or where little was found', () => {
  const words = (count: number) => Array.from({ length: count }, () => ({ prefix: null as string | null }))
  expect(worthLearning(words(4), 16)).toBe(true)
  expect(worthLearning(words(3), 500)).toBe(false)
  expect(worthLearning([...words(6), { prefix: 'pur' }], 500)).toBe(false)
  expect(worthLearning(words(6), 15)).toBe(false)
})

test('What several of the first have in common brings forward what a question did not name', () => {
  const first = [document('9', 'cache purge edge'), document('8', 'cache purge edge')]
  const [named, near] = [document('3', 'cache lunch lunch lunch'), document('2', 'cache edge purge lunch')]
  const wanted = [sought('cache')]
  expect(rank([named, near], wanted, counted)[0]?.thing).toBe('3')
  expect(rank([named, near], learnt(first, wanted), counted)[0]?.thing).toBe('2')
})

test('What stands in one of them only is not learnt', () => {
  const common = commonTerms([document('1', 'cache aside'), document('2', 'cache other')], counted)
  expect([...common.keys()]).toEqual(['cache'])
})

const body = fc.array(fc.constantFrom(...'abcdefgh'), { minLength: 1, maxLength: 12 }).map((terms) => terms.join(' '))
const documents = fc
  .array(body, { minLength: 1, maxLength: 12 })
  .map((bodies) => bodies.map((one, n) => document(String(n), one)))
const wanted = fc
  .uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1 })
  .map((terms) => terms.map((one) => sought(one)))

test('The words of the question keep most of the say, whatever was found', () => {
  fc.assert(
    fc.property(documents, wanted, (found, asked) => {
      const all = learnt(found, asked)
      const weigh = (some: Sought[]) => some.reduce((sum, { weight }) => sum + weight, 0)
      if (all.length > asked.length) expect(weigh(all)).toBeCloseTo(1)
      expect(weigh(all.slice(0, asked.length)) / weigh(all)).toBeGreaterThan(0.69)
      expect(all.every(({ weight }) => weight > 0)).toBe(true)
    }),
  )
})

test('The same is learnt in whichever order terms were written', () => {
  fc.assert(
    fc.property(documents, wanted, (found, asked) => {
      const turned = found.map((one) => ({ ...one, terms: ` ${one.terms.trim().split(' ').reverse().join(' ')} ` }))
      expect(learnt(turned, asked)).toEqual(learnt(found, asked))
    }),
  )
})
