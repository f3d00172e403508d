import { expect, test } from 'vitest'
import { madeUpChat } from '../../../test/made-up-chat.ts'
import { askedTwice, readSlackExport } from '../../externalisation/index.ts'
import { askedTwiceFindings } from './asked-twice.ts'

const files = madeUpChat()
const { messages } = readSlackExport({
  paths: Object.keys(files),
  read: (path) => ({ text: files[path] ?? '' }),
  progress: () => {},
})
const findings = askedTwiceFindings(askedTwice(messages))

test('What was asked and answered twice is found, in the same words and in others, and nothing that only looks so', () => {
  expect(findings.map(({ line }) => line)).toEqual([
    '“How do I reset the VPN token?” was asked by Ana in March and by Ben in May, and Mara answered twice.',
    '“Why does the deck oven trip the breaker in the morning?” was asked by Inês in February and by Ana in April, and answered twice; Mara’s answer is the fuller one.',
  ])
})

test('Its words are both questions and the answer, with the days and messages where they stand', () => {
  expect(findings[0]).toMatchObject({
    kind: 'asked-twice',
    words: [
      'How do I reset the VPN token?',
      'Does anyone know how to reset the VPN token?',
      expect.stringMatching(/^Yes: go to the portal \(https:\/\/vpn\.bakery\.example\/portal\)[\s\S]*1\. Sign in/),
    ],
    where: [
      { path: 'general/2026-03-03.json', fromLine: 1, toLine: 1 },
      { path: 'ovens/2026-05-03.json', fromLine: 1, toLine: 1 },
      { path: 'ovens/2026-05-03.json', fromLine: 2, toLine: 2 },
    ],
    button: 'Keep this?',
  })
})

test('Whoever wrote the answer is asked, and nobody else; nobody is counted', () => {
  for (const { ask, questions, line } of findings) {
    expect(ask).toEqual({ id: 'UMARA', name: 'Mara' })
    expect(questions).toEqual([
      expect.stringMatching(/^You answered this on \d+ \p{L}+ 2026: “.+” Keep this, as your words\?$/u),
    ])
    expect(line).not.toMatch(/\d/)
  }
})

test('Asked twice in one month, or in two years, it says when', () => {
  const [found] = askedTwice(messages)
  const [one, other] = found?.askings ?? []
  if (!found || !one || !other) throw new Error('Nothing was found.')
  const said = (at: string, then: string) =>
    askedTwiceFindings([
      {
        ...found,
        askings: [
          { ...one, message: { ...one.message, at } },
          { ...other, message: { ...other.message, at: then } },
        ],
      },
    ])[0]?.line
  expect(said('2026-05-03T09:00:00.000Z', '2026-05-09T09:00:00.000Z')).toContain(
    'by Ana on 3 May and by Ben on 9 May 2026',
  )
  expect(said('1969-12-03T09:00:00.000Z', '2026-05-09T09:00:00.000Z')).toContain(
    'by Ana in December 1969 and by Ben in May 2026',
  )
})
