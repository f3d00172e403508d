import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesBetween } from './changes.ts'

const page = (body: string, front = 'title: A\n') => `---\n${front}---\n\n${body}\n`
const drawn = (before: string, after: string) =>
  changesBetween(page(before), page(after)).map(({ spans }) =>
    spans.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `{-${text}-}`)).join(''),
  )

test('A paragraph that was reworded is shown word by word, and its neighbours as they are', () => {
  expect(drawn('# A\n\nWatch the old queue closely.', '# A\n\nWatch both new queues closely.')).toEqual([
    '# A',
    'Watch {-the old queue-}{+both new queues+} closely.',
  ])
})

test('A citation is one word, and Japanese has words too', () => {
  expect(drawn('It is so. ^[a.md:1]', 'It is so. ^[a.md:2]')).toEqual(['It is so. {-^[a.md:1]-}{+^[a.md:2]+}'])
  expect(drawn('キャッシュを消す。', 'キャッシュを二回消す。')).toEqual(['キャッシュを{+二回+}消す。'])
})

test('Paragraphs with nothing in common came and went', () => {
  expect(drawn('Purge the cache now.', 'Nobody may sleep here.')).toEqual([
    '{+Nobody may sleep here.+}',
    '{-Purge the cache now.-}',
  ])
})

test('A field that changed is told by its name, but not when the page was last put together', () => {
  const changes = changesBetween(
    page('A.', 'title: A\nupdatedAt: "1"\n'),
    page('A.', 'title: A\nsummary: S\nupdatedAt: "2"\n'),
  )
  expect(changes.map(({ kind, field }) => [kind, field])).toEqual([
    ['added', 'summary'],
    ['same', null],
  ])
})

test('What stayed and went gives the earlier text, what stayed and came the later', () => {
  const words = fc.array(fc.constantFrom('one', 'two', 'three', '\n\n', 'four.', '[[five]]'), { maxLength: 20 })
  const blocksIn = (text: string) =>
    text
      .split(/\n\n+/)
      .map((block) => block.trim())
      .filter(Boolean)
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [before, after] = [one.join(' '), other.join(' ')]
      const changes = changesBetween(page(before), page(after)).filter(({ field }) => field === null)
      const side = (gone: string) =>
        changes
          .map(({ spans }) => spans.flatMap(({ kind, text }) => (kind === gone ? [] : text)).join(''))
          .map((text) => text.trim())
          .filter(Boolean)
      expect(side('taken-out')).toEqual(blocksIn(after))
      expect(side('added').sort()).toEqual(blocksIn(before).sort())
    }),
  )
})
