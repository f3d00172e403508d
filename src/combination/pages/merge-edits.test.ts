import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MergedPart, mergeEdits } from './merge-edits.ts'

const page = (body: string, front = 'title: A\n') => `---\n${front}---\n\n${body}\n`
const text = (parts: MergedPart[]) => parts.map((part) => part.text).join('')
const sides = (parts: MergedPart[]) =>
  parts.filter(({ kind }) => kind === 'both').map((part) => [part.text.trim(), part.theirs?.trim()])
const base = page('One.\n\nTwo.\n\nThree.')

describe('Two edits of one page', () => {
  test.each([
    ['paragraphs apart', 'One!\n\nTwo.\n\nThree.', 'One.\n\nTwo.\n\nThree!', 'One!\n\nTwo.\n\nThree!'],
    ['paragraphs beside each other', 'One!\n\nTwo.\n\nThree.', 'One.\n\nTwo!\n\nThree.', 'One!\n\nTwo!\n\nThree.'],
    [
      'one reworded, one put below it',
      'One.\n\nTwo.\n\nThree!',
      'One.\n\nTwo.\n\nThree.\n\nFour.',
      'One.\n\nTwo.\n\nThree!\n\nFour.',
    ],
    ['one taken out', 'One.\n\nThree.', 'One.\n\nTwo.\n\nThree.\n\nFour.', 'One.\n\nThree.\n\nFour.'],
    ['the same twice', 'One!\n\nTwo.\n\nThree.', 'One!\n\nTwo.\n\nThree.', 'One!\n\nTwo.\n\nThree.'],
  ])('fit together: %s', (_, mine, theirs, merged) => {
    const parts = mergeEdits(base, page(mine), page(theirs))
    expect(sides(parts)).toEqual([])
    expect(text(parts)).toBe(page(merged))
  })

  test('of one paragraph leave both sides to whoever reads', () => {
    const parts = mergeEdits(base, page('One.\n\nMine.\n\nThree.'), page('One.\n\nTheirs.\n\nThree.'))
    expect(sides(parts)).toEqual([['Mine.', 'Theirs.']])
    expect(text(parts)).toBe(page('One.\n\nMine.\n\nThree.'))
  })

  test('of other fields fit together, and of one field leave both sides', () => {
    const front = 'title: A\nsummary: S.\nowner: mara # kept\ntags:\n  - x\nupdatedAt: "1"\n'
    const mine = front.replace('  - x', '  - x\n  - y').replace('S.', 'Mine.')
    const theirs = front.replace('"1"', '"2"').replace('mara', 'ben').replace('S.', 'Theirs.')
    const parts = mergeEdits(page('One.', front), page('One.', mine), page('One.', theirs))
    expect(sides(parts)).toEqual([['summary: Mine.', 'summary: Theirs.']])
    expect(text(parts)).toBe(page('One.', theirs.replace('Theirs.', 'Mine.').replace('  - x', '  - x\n  - y')))
  })
})

const blocks = fc.array(fc.constantFrom<string[]>('One.', 'Two.', 'Three.', '## Four', '```\na\n\nb\n```'), {
  maxLength: 6,
})

test('Where one of two changed nothing the other’s page comes out', () => {
  fc.assert(
    fc.property(blocks, blocks, (before, after) => {
      const [one, other] = [page(before.join('\n\n')), page(after.join('\n\n'))]
      const even = (markdown: string) => markdown.replace(/\n{3,}/g, '\n\n').trim()
      const same = (merged: string) => even(merged) === even(other)
      return same(text(mergeEdits(one, other, one))) && same(text(mergeEdits(one, one, other)))
    }),
  )
})

test('No block that somebody wrote is lost, whatever two people do', () => {
  const named = (name: string) =>
    fc.array(
      fc.nat(9).map((n) => `${name} ${n}.`),
      { maxLength: 3 },
    )
  fc.assert(
    fc.property(blocks, named('Mine'), named('Theirs'), fc.nat(6), fc.nat(6), (before, mine, theirs, m, t) => {
      const put = (at: number, more: string[]) => page(before.toSpliced(at, 1, ...more).join('\n\n'))
      const all = JSON.stringify(mergeEdits(page(before.join('\n\n')), put(m, mine), put(t, theirs)))
      return [...mine, ...theirs].every((block) => all.includes(block))
    }),
  )
})

test('Two edits of a page of thousands of equal blocks are merged, and no words are lost', () => {
  const rules = Array<string>(3000).fill('---').join('\n\n')
  const parts = mergeEdits(page(`A.\n\n${rules}`), page(`Mine.\n\n${rules}`), page(`A.\n\n${rules}\n\nTheirs.`))
  const words = parts.map(({ text, theirs }) => text + (theirs ?? '')).join('')
  expect(words).toContain('Mine.')
  expect(words).toContain('Theirs.')
})
