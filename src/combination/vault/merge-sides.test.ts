import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFields, splitFront } from '../../text/index.ts'
import { blocksOf } from '../documents/markdown/merge-blocks.ts'
import { mergeSides } from './merge-sides.ts'
import { linesWithTwoVersions } from './two-versions.ts'

const page = (...blocks: string[]) => `---\ntitle: Purge\n---\n\n${blocks.join('\n\n')}\n`

test('What one side alone changed is taken, and what both left stays byte for byte', () => {
  const was = '---\ntitle: Purge # kept\n---\n\n\nOne.\n\n\nTwo.\n\nThree.\n'
  const folder = was.replace('One.', 'One, by key.')
  const space = was.replace('Three.', 'Three, at noon.')
  expect(mergeSides(was, folder, space)).toBe(folder.replace('Three.', 'Three, at noon.'))
  expect(mergeSides(was, folder, was)).toBe(folder)
  expect(mergeSides(was, was, space)).toBe(space)
})

test('Where both changed the same block, both stand, each whole, between marks', () => {
  const merged = mergeSides(
    page('One.', 'Two.', 'Three.'),
    page('One.', 'Two, mine.', 'Three.'),
    page('One.', 'Two, ours.', 'Three.'),
  )
  expect(merged).toBe(
    page(
      'One.',
      '> [!warning] Two versions: as written in the folder',
      'Two, mine.',
      '> [!warning] Two versions: as written in Whorl',
      'Two, ours.',
      '> [!warning] Two versions: until here. Keep what holds, and take these marks out',
      'Three.',
    ),
  )
  expect(linesWithTwoVersions(merged)).toEqual([7])
})

test('What both added in one place stands one after the other, without marks', () => {
  expect(mergeSides(page('One.'), page('One.', 'Mine.'), page('One.', 'Ours.'))).toBe(page('One.', 'Mine.', 'Ours.'))
})

test('Where nothing is known of before, what is the same stands once', () => {
  expect(mergeSides(null, page('One.', 'Mine.', 'Two.'), page('One.', 'Two.', 'Ours.'))).toBe(
    page('One.', 'Mine.', 'Two.', 'Ours.'),
  )
})

test('A block that one side took out goes, unless the other changed it', () => {
  expect(mergeSides(page('One.', 'Two.', 'Three.'), page('One.', 'Three.'), page('One.', 'Two.', 'Three!'))).toBe(
    page('One.', 'Three!'),
  )
  expect(mergeSides(page('One.', 'Two.'), page('One.'), page('One.', 'Two!'))).toBe(page('One.', 'Two!'))
})

test('Line ends of an editor are the folder’s own', () => {
  const was = page('One.', 'Two.')
  const folder = was.replaceAll('\n', '\r\n')
  expect(mergeSides(was, folder, page('One.', 'Two!\nMore.'))).toBe(
    page('One.', 'Two!\nMore.').replaceAll('\n', '\r\n'),
  )
})

test('Fields are merged one by one: lists are joined, the later date stands, other words are kept in the text', () => {
  const front = (tags: string, at: string, summary: string) =>
    `---\ntitle: Purge\n# by hand\nsummary: ${summary}\ntags: [${tags}]\nupdatedAt: "${at}"\nx-own: {a: 1}\n---\n\nOne.\n`
  const merged = mergeSides(
    front('a', '2026-01-01', 'Old.'),
    front('a, b', '2026-01-03', 'Mine.'),
    front('a, c', '2026-01-02', 'Ours.'),
  )
  const fields = readFields(splitFront(merged).front).fields
  expect(Object.fromEntries(fields)).toMatchObject({ summary: 'Mine.', tags: ['a', 'b', 'c'], updatedAt: '2026-01-03' })
  expect(merged).toContain('# by hand\nsummary: Mine.')
  expect(merged).toContain('```yaml\n# by hand\nsummary: Ours.\n```')
  expect(linesWithTwoVersions(merged)).toHaveLength(1)
})

test('Front matter that is not one field below the other is kept whole on both sides', () => {
  const merged = mergeSides('---\n{a: 1}\n---\nOne.\n', '---\n{a: 2}\n---\nOne.\n', '---\n{a: 3}\n---\nOne.\n')
  expect(merged).toContain('---\n{a: 2}\n---\n')
  expect(merged).toContain('{a: 3}')
})

const word = fc.constantFrom(
  'One.',
  'Two.',
  'Three.',
  'Four: a.',
  '- a\n- b',
  '```\ncode\n\nmore\n```',
  '| a |\n| - |',
  'Ünï 知識.',
)
const own = fc
  .string({ minLength: 1, maxLength: 8 })
  .map((text) => `x${text.replace(/[\s`~\uFEFF\u0085\u2028\u2029]/g, '-')}`)
const blocks = fc.array(fc.oneof(word, own), { maxLength: 7 })
const eols = fc.constantFrom('\n', '\r\n')
const text = fc
  .tuple(
    blocks,
    eols,
    fc.constantFrom('\n\n', '\n\n\n', '\n \n'),
    fc.boolean(),
    fc.constantFrom('', 'tags: [a]\n', 'summary: x\n'),
  )
  .map(([all, eol, gap, fronted, field]) =>
    `${fronted ? `---\ntitle: Purge\n${field}---\n` : ''}${all.join(gap)}\n`.replaceAll('\n', eol),
  )

test('No block that a side wrote anew is missing, and merged again with either side nothing is lost or doubled', () => {
  fc.assert(
    fc.property(fc.option(text), text, text, (was, folder, space) => {
      const merged = mergeSides(was, folder, space)
      const bodyOf = (one: string) => blocksOf(splitFront(one).body)
      const before = was === null ? [] : bodyOf(was)
      const there = bodyOf(merged)
      for (const side of [folder, space])
        for (const block of bodyOf(side)) if (!before.includes(block)) expect(there).toContain(block)
      const fresh = (one: string) =>
        bodyOf(one)
          .filter((block) => !before.includes(block))
          .sort()
      expect(fresh(mergeSides(was, folder, merged))).toEqual(fresh(merged))
      expect(fresh(mergeSides(was, merged, space))).toEqual(fresh(merged))
    }),
    { numRuns: 1000 },
  )
})

test('A side that wrote nothing new gives way, byte for byte', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(mergeSides(one, one, other)).toBe(other)
      expect(mergeSides(one, other, one)).toBe(other)
      expect(mergeSides(null, one, one)).toBe(one)
    }),
  )
})

test('sides made to hold a reader up are merged in a moment, and keep their words', () => {
  // What is laid beside each other with the square of what is alike took a minute, and the test's own limit would end it.
  const side = (n: number) => Array.from({ length: 8000 }, (_, at) => `w${(at * at + at * n) % 23}`).join('\n\n')
  const both = mergeSides(null, `${side(1)}\n\nours\n`, `${side(2)}\n\ntheirs\n`)
  expect(both).toContain('ours')
  expect(both).toContain('theirs')
  const fields = (word: string) => Array.from({ length: 9000 }, (_, n) => `k${n}: [${word}]`).join('\n')
  const front = mergeSides(null, `---\n${fields('a')}\n---\nX.\n`, `---\n${fields('b')}\n---\nX.\n`)
  expect(front).toContain('k7: [a]')
  expect(front).toContain('k7: [b]')
})
