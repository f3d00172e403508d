import { expect, test } from 'vitest'
import { askingOf, likeness } from './asking.ts'
import { placeIn } from './places.ts'
import { sectionsIn } from './sections.ts'
import { turnsAt, turnsIn } from './transcript.ts'

const asking = (...words: string[]) => askingOf(words.map((word) => ({ terms: new Set([word]), telling: 1 })))
const sentencesIn = (...lines: string[]) => sectionsIn(lines.join('\n\n')).flatMap(({ sentences }) => sentences)
const quoted = (place?: { sentences: { words: string }[] }) => place?.sentences.map(({ words }) => words)

test('The fewest sentences that hold most of what is asked are the place, word for word', () => {
  const text = sentencesIn('It hums at night. The key hangs there.', 'Behind the boiler, on a hook.', 'Nobody minds.')
  const place = placeIn(text, '', asking('key', 'boiler'))
  expect(quoted(place)).toEqual(['The key hangs there.', 'Behind the boiler, on a hook.'])
  expect(place).toMatchObject({ share: 1, matched: 2 })
  expect(quoted(placeIn(text, '', asking('key')))).toEqual(['The key hangs there.'])
})

test('What the title says is said in each sentence, and what says most itself is quoted', () => {
  const text = sentencesIn('It hums at night.', 'The key of it hangs there.')
  expect(quoted(placeIn(text, 'Boiler', asking('key', 'boiler')))).toEqual(['The key of it hangs there.'])
  expect(placeIn(text, 'Boiler', asking('key', 'boiler'))?.share).toBe(1)
  expect(placeIn([], 'Boiler', asking('boiler'))).toBeUndefined()
})

test('A sentence goes on over the ends of lines, and says from which to which; headings are not quoted', () => {
  const text =
    '---\ntitle: X\n---\n# Key\n\nThe spare key hangs\nbehind the boiler. It is red.\n\n- One of them.\n\n[x]: /a/link\n'
  const [section, ...rest] = sectionsIn(text)
  expect(rest).toEqual([])
  expect(section).toEqual({
    heading: 'Key',
    sentences: [
      { words: 'The spare key hangs behind the boiler.', line: 6, to: 7, paragraph: expect.any(Number) },
      { words: 'It is red.', line: 7, to: 7, paragraph: section?.sentences[0]?.paragraph },
      { words: 'One of them.', line: 9, to: 9, paragraph: expect.any(Number) },
    ],
  })
})

test('Sentences of languages written without spaces are told apart too', () => {
  const text = sentencesIn('鍵はボイラーの後ろにあります。夜はうるさいです。')
  expect(text.map(({ words }) => words)).toEqual(['鍵はボイラーの後ろにあります。', '夜はうるさいです。'])
})

test('A title is like a question by what each says of the other', () => {
  expect(likeness('The key of the boiler', asking('key', 'boiler'))).toBe(1)
  expect(likeness('The key, the lamp and the door', asking('key', 'boiler'))).toBeCloseTo(0.4)
  expect(likeness('A lamp', asking('key'))).toBe(0)
})

const meeting = [
  'Lea: Let us begin.',
  'Tom: Yes.',
  '10:02 Lea: Who has the key?',
  'Tom: Nia has it.',
  'Lea: Good.',
  'Tom: Next.',
]

test('A text in which two people speak in turn is a transcript, and no other', () => {
  expect(turnsIn([...meeting, ''].join('\n'))?.map(({ speaker }) => speaker)).toEqual([
    'Lea',
    'Tom',
    'Lea',
    'Tom',
    'Lea',
    'Tom',
  ])
  expect(turnsIn('Note: a list\nSize: small\nColour: red\nAge: old\nWeight: none\nSmell: good')).toBeUndefined()
  expect(turnsIn('Plain words.\nAnd more.')).toBeUndefined()
})

test('Of a transcript, what is said next to the question is quoted, whoever says it', () => {
  const turns = turnsIn(meeting.join('\n')) ?? []
  expect(quoted(turnsAt('Who has the key?', turns, '', asking('key')))?.join(' ')).toContain('Nia has it.')
})
