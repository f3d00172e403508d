import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf } from '../documents/markdown/merge-blocks.ts'
import { readPageText } from '../documents/markdown/page-text.ts'
import { partPage, partsOf } from './part-page.ts'

const now = '2026-05-04T09:00:00.000Z'
const part = (body: string, goes: number[], base = '', again = () => true) =>
  partPage({
    title: 'Old',
    newTitle: 'New',
    markdown: `---\ntitle: Old\nmood: calm\n---\n${body}`,
    base,
    goes: new Set(goes),
    now,
    again,
  })

test('Blocks go to a page of their own as they stand, and each page leads to the other', () => {
  const { left, taken } = part('# Old\n\nIt stays.\n\nIt goes. ^[a.md:1]\n\nIt goes, too.\n', [2, 3])
  expect(readPageText(left.markdown).body).toBe('# Old\n\nIt stays.\n\nSee also [[New]].\n')
  expect(readPageText(left.markdown).front.get('mood')).toBe('calm')
  expect(readPageText(taken.markdown).body.trimStart()).toBe(
    '# New\n\nIt goes. ^[a.md:1]\n\nIt goes, too.\n\nSee also [[Old]].\n',
  )
  expect(readPageText(taken.markdown).front.get('sources')).toEqual(['a.md'])
})

test('What a person wrote is theirs on the new page; what the compiler writes there again is its own', () => {
  const base = '---\nsummary: x\n---\n# Old\n\nSaid. ^[a.md:1]\n'
  const { taken } = part('# Old\n\nSaid. ^[a.md:1]\n\nBy hand.\n\nRest.\n', [1, 2], base)
  expect(blocksOf(readPageText(taken.base).body)).toEqual(['# New', 'Said. ^[a.md:1]'])
  expect(part('# Old\n\nSaid. ^[a.md:1]\n\nRest.\n', [1], base, () => false).taken.base).toBe('')
})

test('A page in Japanese leads to the other in Japanese', () => {
  const { left } = part('これはキャッシュです。\n\n消すときは待つ。\n', [1])
  expect(blocksOf(readPageText(left.markdown).body)).toEqual(['これはキャッシュです。', '[[New]]も見る。'])
})

const block = fc.constantFrom(
  'It is so.',
  'Cited. ^[a.md:1]',
  'Cited. ^[b.md:2, 3]',
  '## Steps',
  '- one\n- two',
  '```\n\nlet\n```',
)
const chosen = fc.array(fc.tuple(block, fc.boolean()), { minLength: 2, maxLength: 9 })

test('Whatever goes: the blocks of both pages are those there were, each once, but for the links between them', () => {
  fc.assert(
    fc.property(chosen, fc.constantFrom('\n', '\r\n'), fc.boolean(), (blocks, eol, titled) => {
      const body = `${[...(titled ? ['# Old'] : []), ...blocks.map(([text]) => text)].join('\n\n')}\n`.replaceAll(
        '\n',
        eol,
      )
      const places = partsOf(`---\ntitle: Old\n---\n${body}`, 'Old')
      const goes = places.filter((_, at) => blocks[at]?.[1]).map(({ n }) => n)
      fc.pre(goes.length > 0 && goes.length < places.length)
      const { left, taken } = part(body, goes)
      const own = (markdown: string) =>
        blocksOf(readPageText(markdown).body).filter((text) => !/^# (?:Old|New)$|^See also/.test(text))
      expect([...own(left.markdown), ...own(taken.markdown)].sort()).toEqual(blocks.map(([text]) => text).sort())
    }),
  )
})
