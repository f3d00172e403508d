import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scanMarks } from './scan-marks.ts'

test('Every form of link and citation is found, with its line', () => {
  const text = [
    'A [[target]] and [[target|label]]',
    '| [[a\\|b]] | ![[picture.png]] |',
    '[[page#heading]] [[page^block]] [[page#^block|x]] [[#here]]',
    'Said so. ^[a.md:1-2,',
    '3, b.md#L3-L9]',
  ].join('\r\n')
  const { links, citations } = scanMarks(text, { line: 10 })
  expect(links.map(({ target, label, place, embed, line }) => [target, label, place, embed, line])).toEqual([
    ['target', 'target', null, false, 10],
    ['target', 'label', null, false, 10],
    ['a', 'b', null, false, 11],
    ['picture.png', 'picture.png', null, true, 11],
    ['page', 'page', 'heading', false, 12],
    ['page', 'page', 'block', false, 12],
    ['page', 'x', 'block', false, 12],
    ['', 'here', 'here', false, 12],
  ])
  expect(citations).toEqual([
    {
      at: text.indexOf('^[a.md'),
      line: 13,
      entries: [
        { name: 'a.md', from_line: 1, to_line: 2 },
        { name: 'a.md', from_line: 3, to_line: 3 },
        { name: 'b.md', from_line: 3, to_line: 9 },
      ],
    },
  ])
})

const marked = fc.constantFrom('[[x]]', 'See [[x|y]].', '![[x]]', 'Two ` ticks [[x]]')
const code = fc.constantFrom(
  '`[[x]]`',
  '``a ` [[x]] b``',
  '```\n[[x]]\n```',
  '~~~md\n[[x]]\n```\n~~~',
  '- ```\n  [[x]]\n  ```',
  '\\[[x]]',
)

test('Whatever stands around it, a link outside of code is found once on its line, and none in code', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), marked, code)), (blocks) => {
      const lines: number[] = []
      let text = ''
      for (const [isMarked, mark, hidden] of blocks) {
        if (isMarked) lines.push(text.split('\n').length)
        text += `${isMarked ? mark : hidden}\n\n`
      }
      expect(scanMarks(text).links.map(({ line }) => line)).toEqual(lines)
    }),
  )
})

test('What stands in math or in a comment is no mark; sums of money are no math', () => {
  const targets = (text: string) => scanMarks(text).links.map(({ target }) => target)
  expect(targets('$[[a]]$ and $$\n[[b]]\n$$ and %% [[c]] %% and <!-- [[d]] --> [[e]]')).toEqual(['e'])
  expect(targets('<!--\n[[a]]\n\n[[b]]\n-->\n\n[[c]]')).toEqual(['c'])
  expect(targets('It is $5 with [[a]] and $6 without; 5 %% of [[b]] and ` [[c]]')).toEqual(['a', 'b', 'c'])
})

test('A fence ends where Markdown ends it', () => {
  const targets = (text: string) => scanMarks(text).links.map(({ target }) => target)
  expect(targets('````\n```\n[[a]]\n```\n````\n[[b]]')).toEqual(['b'])
  expect(targets('```\n```sh\n[[a]]\n```\n[[b]]')).toEqual(['b'])
  expect(targets('- a\n\n      [[b]]\n\n[[c]]')).toEqual(['c'])
})

test('No text is too odd to be scanned, and long ones take no long time', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('[', ']', '^', '`', '~', '\\', '|', '#', '\n', 'a', '!') }),
      (text) => {
        scanMarks(text)
      },
    ),
  )
  for (const piece of [
    '[[',
    '^[',
    '`',
    '`` ',
    '```\n',
    '[[a]]',
    '- ',
    'a\n\n',
    '# a\n',
    '| a |\n| - |\n\n',
    '$',
    '$$',
    '$a ',
    '%%',
    '<!-- ',
    '[[a]]` ',
  ])
    scanMarks(`${piece.repeat(100_000)}[[`)
})
