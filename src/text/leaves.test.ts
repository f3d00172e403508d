import { expect, test } from 'vitest'
import { isClosed, isFence, isFenced, leavesByLine, withoutChatCode } from './leaves.ts'

const kinds = (text: string) => leavesByLine(text.split('\n')).map((leaf) => leaf?.kind ?? '')

test('Each line has the block at the bottom that it belongs to', () => {
  expect(kinds('# a\n\n> - b\n>   c\n\n```\nd\n\n```\ne')).toEqual([
    ...['heading', '', 'paragraph', 'paragraph', '', 'code', 'code', 'code', 'code', 'paragraph'],
  ])
  expect(kinds('[a]: b\nc\n---')).toEqual(['definition', 'heading', 'heading'])
})

test('A line end that lines were not split at is none', () => {
  expect(leavesByLine(['a\rb', '# c']).map((leaf) => leaf?.kind)).toEqual(['paragraph', 'heading'])
})

test('Of fenced code the fences are told from what is between them', () => {
  const lines = ['````sh', '```', 'ls', '`````']
  const [leaf] = leavesByLine(lines)
  expect(isFenced(leaf) && lines.map((line, n) => isFence(leaf, n + 1, line))).toEqual([true, false, false, true])
  expect(isClosed(lines)).toBe(true)
  expect(isClosed(lines.slice(0, 3))).toBe(false)
  expect(isFenced(leavesByLine(['    a'])[0])).toBe(false)
})

test('In a chat three ticks open code anywhere', () => {
  expect(withoutChatCode('Run ```a\nb``` now', '…')).toBe('Run … now')
})
