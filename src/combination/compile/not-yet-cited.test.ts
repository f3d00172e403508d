import fc from 'fast-check'
import { expect, test } from 'vitest'
import { citedIn } from '../../text/index.ts'
import { blocksOf } from '../documents/markdown/merge-blocks.ts'
import { notYetCited } from './not-yet-cited.ts'

test('What a page cites already is left out, with what hangs on it and headings that nothing is left under', () => {
  const composed = [
    'It is a store. ^[a.md:3]',
    '## Before',
    'You need: ^[a.md:5-8]',
    '- a key',
    '### Deeper',
    'Said. ^[a.md:10]',
    '## After',
    'Look. ^[a.md:20, b.md:1]',
    '- here',
    '## Last',
    'Go. ^[a.md:9]',
  ]
  expect(blocksOf(notYetCited('Ours. ^[a.md:1-8]\n\nMore. ^[a.md:20, a.md:9-10]', composed.join('\n\n')))).toEqual([
    '## After',
    'Look. ^[a.md:20, b.md:1]',
    '- here',
  ])
})

test('A page that cites a source as a whole is told of its lines', () => {
  expect(notYetCited('All of it. ^[a.md]', 'One. ^[a.md:1]')).toBe('One. ^[a.md:1]\n')
})

test('Of any composed body every paragraph stays that cites what the page does not, in its order', () => {
  const cite = fc.tuple(fc.constantFrom('a.md', 'b.md'), fc.integer({ min: 1, max: 9 }))
  const cites = fc.uniqueArray(cite, { minLength: 1, maxLength: 3, selector: String })
  const block = fc.oneof(
    cites.map((all) => `Words. ^[${all.map(([name, line]) => `${name}:${line}`).join(', ')}]`),
    fc.constantFrom('# One', '## Two', '### Three', 'no mark'),
  )
  fc.assert(
    fc.property(cites, fc.array(block), (there, blocks) => {
      const page = there.map(([name, line]) => `Own. ^[${name}:${line}]`).join('\n\n')
      const known = new Set(there.map(([name, line]) => `${name}:${line}`))
      const isNew = (text: string) => citedIn(text).some(({ name, from_line }) => !known.has(`${name}:${from_line}`))
      const left = blocksOf(notYetCited(page, blocks.join('\n\n')))
      expect(left.filter((text) => citedIn(text).length > 0)).toEqual(blocks.filter(isNew))
      expect(left.at(-1) ?? '').not.toMatch(/^#/)
    }),
  )
})
