/** Situations in which words are not found as people write them. */
import { expected, reads, type Situation } from './case-ground.ts'

/** What is searched, and the pages that are right: the first alone where it says so. */
const searched: readonly [string, string[], 'first'?][] = [
  ["12'500", ['Preise']],
  ['12500', ['Preise']],
  ['12’500', ['Preise']],
  ['كتاب', ['Dua']],
  ['1.10.2', ['Versions'], 'first'],
  ['C#', ['Sharp']],
  ['C++', ['Versions']],
  ['getUserById', ['Camel']],
  ['user by id', ['Camel']],
  ['猫', ['庭']],
  ['猫 鍵', ['庭']],
  ["O'Brien", ['Names']],
  ['OBrien', ['Names']],
  ['brien', ['Names']],
  ['izmir', ['Names']],
  ['İzmir', ['Names']],
]

/** The situations of search. */
export const casesOfSearch: readonly Situation[] = [
  {
    name: 'search-words',
    expects: async (files) => {
      const space = await files.space('v')
      const told = []
      for (const [words, right, first] of searched) {
        const got = await space.found(`${words} `)
        // The page of Arabic words has the name of its first heading.
        const named = got.map((title) => (/\p{sc=Arab}/u.test(title) ? 'Dua' : title))
        told.push(expected('search', `“${words}”`, first ? named.slice(0, 1) : named, right))
      }
      return [...told, ...reads('read-page', await space.html('Versions'), { has: ['node_modules/.bin'] })]
    },
  },
]
