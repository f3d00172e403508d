import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readQuery } from './query.ts'

const read = (typed: string) => {
  const { words, ...rest } = readQuery(typed)
  return { words: words.replace(/\s+/g, ' ').trim(), ...rest }
}

test('Exact words are read in the quotation marks of six languages, and looked for as words too', () => {
  for (const typed of ['"cache purge" now', '“cache purge” now', '„cache purge“ now', '«cache purge» now']) {
    expect(read(typed)).toEqual({ words: 'cache purge now', phrases: ['cache purge'], without: [], narrowed: [] })
  }
  expect(read('本番の「キャッシュ削除」').phrases).toEqual(['キャッシュ削除'])
  expect(read('"cache pur')).toEqual({ words: '"cache pur', phrases: [], without: [], narrowed: [] })
  expect(read('a 5" disk or a 7" disk').phrases).toEqual([])
})

test('What is to be left out begins with a minus, which is no hyphen and no option', () => {
  expect(read('purge -edge -"by hand"')).toMatchObject({ words: 'purge', without: ['edge', 'by hand'] })
  expect(read('on-call git --oneline -5').without).toEqual([])
})

test('Filters are read as typed, and what is none is words', () => {
  expect(read('purge by:mara in:"Board room" kind:pages since:2026-05').narrowed).toEqual([
    { filter: 'by', typed: 'mara' },
    { filter: 'in', typed: 'Board room' },
    { filter: 'kind', typed: 'pages' },
    { filter: 'since', typed: '2026-05' },
  ])
  expect(read('topic:「キャッシュ」 当番')).toMatchObject({
    words: '当番',
    narrowed: [{ filter: 'topic', typed: 'キャッシュ' }],
  })
  expect(read('kind:zebra since:monday http://a.example')).toMatchObject({
    words: 'kind:zebra since:monday http://a.example',
    narrowed: [],
  })
  expect(read('purge by:')).toMatchObject({ words: 'purge', narrowed: [] })
})

test('The last word is half typed only where nothing that narrows follows it', () => {
  expect(readQuery('cache pur').words).toBe('cache pur')
  expect(readQuery('cache pur by:mara').words.endsWith(' ')).toBe(true)
  expect(readQuery('cache "pur"').words.endsWith(' ')).toBe(true)
})

test('Whatever is typed can be read', () => {
  const pieces = fc.constantFrom('"', '-', 'by:', '“', '」', ' ', 'a', '「', 'in:"', ':', '«', 'since:', '2026', '\n')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (typed) => {
      const { phrases, without, narrowed } = readQuery(typed.join(''))
      for (const one of [...phrases, ...without, ...narrowed.map(({ typed: value }) => value)]) expect(one).not.toBe('')
    }),
  )
})
