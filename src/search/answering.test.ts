import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sureOf } from './answering.ts'
import type { Document } from './document-rows.ts'
import type { Sought } from './rank.ts'
import { writeTerms } from './terms.ts'

const counted = { documents: 100, averages: new Map([['page', 6]]) }
const having = new Map([...'abcdefgh'].map((term) => [term, 10]))
const written = (text: string) => writeTerms(new Map(text.split(' ').map((term) => [term, 1])))
const document = (thing: string, title: string, body: string): Document => {
  const [title_terms, terms] = [title ? written(title) : '', written(body)]
  return { space_id: 's', kind: 'page', thing, area_id: 'open', number: 1, words: 6, title_terms, terms, marks: null }
}
const sought = (...terms: string[]): Sought[] =>
  terms.map((term) => ({ terms: new Map([[term, 1]]), documents: 10, weight: 1 }))
const sure = (documents: Document[], asked: Sought[], unknown = 0) =>
  sureOf(documents, { sought: asked, unknown }, having, counted)

test('What asks the same is surer than what only has the words', () => {
  const [says, asks] = [document('says', 'g h', 'a b c'), document('asks', 'a b', 'c g h')]
  expect(sure([says, asks], sought('a', 'b', 'c')).map(({ document }) => document.thing)).toEqual(['asks', 'says'])
})

test('A title that asks more than was asked is less like it', () => {
  const [more, same] = [document('more', 'a b f g h', 'c'), document('same', 'a b', 'c f g h')]
  expect(sure([more, same], sought('a', 'b')).map(({ document }) => document.thing)).toEqual(['same', 'more'])
})

const terms = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1 })

test('Words that nobody here has said never make an answer surer', () => {
  fc.assert(
    fc.property(terms, terms, terms, fc.nat(9), (title, body, asked, unknown) => {
      const found = [document('1', title.join(' '), body.join(' '))]
      const [known, less] = [sure(found, sought(...asked)), sure(found, sought(...asked), unknown)]
      expect(less[0]?.sure).toBeLessThanOrEqual(known[0]?.sure ?? 0)
      expect(known[0]?.sure).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('What has none of the words is not sure at all, and equals stay in the order they were found in', () => {
  expect(sure([document('1', 'a', 'b'), document('2', 'a', 'b')], sought('h')).map((one) => one.sure)).toEqual([0, 0])
  const [one, other] = [document('1', 'a', 'b'), document('2', 'a', 'b')]
  expect(sure([other, one], sought('a')).map(({ document }) => document.thing)).toEqual(['2', '1'])
})

test('Words that stand beside each other in a title as they were asked are surer, and words that begin alike count half', () => {
  const [apart, beside] = [document('apart', 'a c b', 'd'), document('beside', 'a b c', 'd')]
  expect(sure([apart, beside], sought('a', 'b')).map(({ document }) => document.thing)).toEqual(['beside', 'apart'])
  const [alike, other] = [document('alike', 'confi', 'g'), document('other', 'h', 'g')]
  expect(sure([other, alike], sought('config', 'g')).map(({ document }) => document.thing)).toEqual(['alike', 'other'])
})
