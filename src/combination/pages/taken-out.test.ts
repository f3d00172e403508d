import { expect, test } from 'vitest'
import { type Behind, withoutTakenOut } from './taken-out.ts'

const claim = (line: number, statement: string, gone = true): Behind => ({
  source_id: 's',
  name: 'answer.md',
  from_line: line,
  to_line: line,
  statement,
  words: statement,
  confirmed_at: '2026-05-01',
  withdrawn_at: gone ? '2026-05-02' : null,
})
const page = (body: string, front = '') => `---\ntitle: A\n${front}---\n\n${body}\n`
const now = page('Nothing.')
const left = (body: string, ...claims: Behind[]) => withoutTakenOut(page(body), now, claims)

test('A sentence that cites a line taken out is left out of earlier versions, and its neighbours stay', () => {
  const gone = claim(3, 'He was asleep.')
  expect(left('One. ^[run.md:3]\n\nHe was asleep. ^[answer.md:3]\n\nTwo. ^[answer.md:4]', gone)).toEqual({
    markdown: page('One. ^[run.md:3]\n\nTwo. ^[answer.md:4]'),
    leftOut: true,
  })
})

test('Of a list or a quote only that sentence goes', () => {
  const gone = claim(3, 'Go first.')
  expect(left('1. Go first. ^[answer.md:3]\n2. Then. ^[answer.md:4]', gone).markdown).toBe(
    page('2. Then. ^[answer.md:4]'),
  )
  expect(left('> Go first. ^[answer.md:3] Then. ^[answer.md:4]', gone).markdown).toBe(page('> Then. ^[answer.md:4]'))
})

test('It goes where its citation was reworded away, and where a range reaches over it', () => {
  expect(left('As we know, he was *asleep* then.', claim(3, 'He was asleep.')).leftOut).toBe(true)
  expect(left('All of it. ^[answer.md:2-9]', claim(3, 'He was asleep.')).markdown).not.toContain('All of it')
})

test('The summary goes with the sentence it was made from', () => {
  const before = page('He was asleep. ^[answer.md:3]', 'summary: He was asleep.\ntags: [x]\n')
  expect(withoutTakenOut(before, now, [claim(3, 'He slept.')]).markdown).toBe('---\ntitle: A\ntags: [x]\n---\n\n')
})

test('What still stands, on that line or on the page, stays', () => {
  const gone = claim(3, 'He was asleep.')
  expect(left('It is quick. ^[answer.md:3]', gone, claim(3, 'It is quick.', false)).leftOut).toBe(false)
  const there = page('He was asleep. ^[answer.md:3]\n\nNew.')
  expect(withoutTakenOut(page('He was asleep. ^[answer.md:3]\n\nOld.'), there, [gone]).leftOut).toBe(false)
})
