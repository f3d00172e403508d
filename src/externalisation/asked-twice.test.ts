import { expect, test } from 'vitest'
import { askedTwice } from './asked-twice.ts'
import { questionIn } from './chat-question.ts'
import type { Message } from './message.ts'

test.each([
  ['How do I reset the VPN token?', 'How do I reset the VPN token?'],
  ['hey team, quick question: where are the oven manuals kept', null],
  ['anyone know where the oven manuals are kept', 'Anyone know where the oven manuals are kept'],
  ['It is late. @Mara Keller, how do we order rye flour?? Thanks', 'How do we order rye flour?'],
  ['Can you tell me where the oven manuals are?', 'Can you tell me where the oven manuals are?'],
  ['Wo finde ich das Handbuch zum Ofen?', 'Wo finde ich das Handbuch zum Ofen?'],
  ['オーブンの掃除はどうすればいいですか？', 'オーブンの掃除はどうすればいいですか？'],
  ['Where?', null],
  ['How do I switch such a thing on in the oven?', null],
  ['How can I get it to open?', null],
  ['How are you doing with the oven?', null],
  ['Is the oven server down again?', null],
  ['Can you review the oven plan?', null],
  ['Who is free to clean the oven today?', null],
  ['The oven is hot, right?', null],
  ['> How do I clean the oven?\nLike this.', null],
  ['```\nhow do I clean the oven?\n```', null],
])('%j asks %j', (words, question) => {
  expect(questionIn(words)).toBe(question)
})

type Said = [at: string, by: string, words: string, more?: Partial<Message>]

const chat = (...said: Said[]): Message[] =>
  said.map(([at, by, words, more], n) => ({
    key: `${n}`,
    channel: 'a',
    at: `2026-${at}:00.000Z`,
    by: { id: by, name: by, gone: false },
    words,
    thread: null,
    mentions: [],
    signs: [],
    where: { path: `a/${at.slice(0, 5)}.json`, index: n },
    ...more,
  }))

const QUESTION = 'How do I clean the spiral mixer bowl?'
const ANSWER = 'Warm water and the soft brush, never the steel one, and dry the bowl at once so that it does not rust.'
const asked = (at: string): Said => [at, 'Ana', QUESTION]
const again: Said[] = [
  asked('05-01T09:00'),
  ['05-01T09:01', 'Ben', 'Warm water and a brush, dry the bowl at once, I think.'],
]

const best = (...said: Said[]) => askedTwice(chat(...said)).map((one) => [one.best.message.by.name, one.best.reasons])

test('The best answer is the one that whoever asked was content with, else the fuller one', () => {
  const first: Said[] = [asked('03-01T09:00'), ['03-01T09:01', 'Mara', ANSWER]]
  expect(best(...first, ...again)).toEqual([['Mara', ['about']]])
  expect(best(...first, ...again, ['05-01T09:03', 'Ana', 'Thanks, that worked']).map(([name]) => name)).toEqual(['Ben'])
  expect(
    best(...first, ...again.slice(0, 1), [
      '05-01T09:01',
      'Ben',
      'Warm water, see https://a.example/bowl',
      { signs: [{ name: '+1', by: ['Ana'] }] },
    ]),
  ).toEqual([['Ben', ['thanked', 'signs', 'link']]])
})

test.each<[why: string, ...said: Said[]]>([
  ['nobody took it up in time', ['03-01T11:00', 'Mara', ANSWER]],
  [
    'the talk had moved on',
    ['03-01T09:01', 'Ines', 'Where is the spare oven door kept?'],
    ['03-01T09:02', 'Mara', ANSWER],
  ],
  ['it was said to somebody else', ['03-01T09:01', 'Mara', ANSWER, { mentions: ['Theo'] }]],
  ['nobody knew', ['03-01T09:01', 'Mara', 'No idea, sorry, never did clean that mixer bowl myself']],
  ['it was asked back', ['03-01T09:01', 'Mara', 'Is that the old mixer or the new spiral mixer downstairs?']],
  ['they answered themselves', ['03-01T09:01', 'Ana', ANSWER]],
  ['it says next to nothing', ['03-01T09:01', 'Mara', 'With a brush']],
])('It was not answered where %s', (_, ...said) => {
  expect(best(asked('03-01T09:00'), ...said, ...again)).toEqual([])
})

test('Whoever was talking of something else talks on, and where one speaks to whoever asked, the others do not', () => {
  const other = 'The flour for the weekend comes on Friday, and nobody is there to sign for all of those sacks.'
  const talkedOn: Said[] = [['03-01T08:55', 'Mara', other], asked('03-01T09:00'), ['03-01T09:01', 'Mara', other]]
  expect(best(...talkedOn, ...again)).toEqual([])
  const spoken: Said[] = [
    asked('03-01T09:00'),
    ['03-01T09:01', 'Theo', `${other} The mixer bowl too. https://a.example/flour`],
    ['03-01T09:02', 'Mara', ANSWER, { mentions: ['Ana'] }],
  ]
  expect(best(...spoken, ...again).map(([name]) => name)).toEqual(['Mara'])
})

test('In a thread only the thread answers', () => {
  const thread = { thread: '0' }
  const said = (reply: Partial<Message>): Said[] => [
    ['03-01T09:00', 'Ana', QUESTION, thread],
    ['03-03T09:01', 'Mara', ANSWER, reply],
    ...again,
  ]
  expect(best(...said(thread)).map(([name]) => name)).toEqual(['Mara'])
  expect(best(...said({}))).toEqual([])
  expect(best(...said({ ...thread, channel: 'b' }))).toEqual([])
})

/** Other messages of a chat, so that a word said five times is still rare. */
const talk = Array.from(
  { length: 40 },
  (_, n): Said => ['01-02T09:00', 'Theo', `Bread ${n} is on the shelf`, { channel: 'b' }],
)

const twice = (one: string, other: string, answers: [string, string] = [ANSWER, ANSWER]) =>
  askedTwice(
    chat(
      ['03-01T09:00', 'Ana', one],
      ['03-01T09:01', 'Mara', answers[0]],
      ['05-01T09:00', 'Ines', other],
      ['05-01T09:01', 'Ben', answers[1]],
      ...talk,
    ),
  ).length === 1

test('In other words it is the same question where the answers agree, and else it is not', () => {
  const [one, other] = [
    'How should I clean the big spiral mixer?',
    'What is the way to clean a spiral mixer after a long rye night?',
  ]
  expect(twice(one, other)).toBe(true)
  expect(
    twice(one, other, [
      'The mixer is drawn in https://a.example/mixer',
      'All of it stands in https://a.example/mixer.',
    ]),
  ).toBe(true)
  expect(twice(one, other, [ANSWER, 'Rye sticks, so scrape first; nobody likes that part of the evening shift.'])).toBe(
    false,
  )
})

test.each([
  ['How do I lock the cold store door?', 'How do I unlock the cold store door?'],
  ['How do I set the oven timer on line 3?', 'How do I set the oven timer on line 8?'],
  ['Who cleans the spiral mixer bowl?', 'How do I clean the spiral mixer bowl?'],
  ['How do I install the till app on iPhone?', 'How do I install the till app on Android?'],
  ['How do I clean the oven?', 'How do I sell the oven?'],
])('%j is not %j', (one, other) => {
  expect(twice(one, other)).toBe(false)
})

test('Asked again within the day it is the same asking, and those who have left cannot be asked', () => {
  const gone = { by: { id: 'Mara', name: 'Mara', gone: true } }
  const first: Said[] = [asked('05-01T07:00'), ['05-01T07:01', 'Mara', ANSWER]]
  expect(best(...first, ...again)).toEqual([])
  const left: Said[] = [asked('03-01T09:00'), ['03-01T09:01', 'Mara', ANSWER, gone]]
  expect(best(...left, asked('05-01T09:00'), ['05-01T09:01', 'Mara', ANSWER, gone])).toEqual([])
  expect(best(...left, ...again).map(([name]) => name)).toEqual(['Ben'])
})

test('Messages that were made to take long do not', () => {
  const long = [
    '\n',
    ' ',
    '@so.',
    'so, ',
    '```',
    '> ',
    'y',
    'yes',
    '- a\n\n',
    '<',
    ':a',
    '?',
    'how do i ',
    '.',
    'か。',
    "a'",
  ]
  const said = long.map((part) => part.repeat(8000 / part.length))
  const talk = said.flatMap((words, n): Said[] => [
    [`03-0${(n % 9) + 1}T09:0${n % 9}`, 'Ana', `${QUESTION} ${words}`],
    [`03-0${(n % 9) + 1}T09:0${n % 9}`, 'Mara', words],
  ])
  expect(askedTwice(chat(...talk)).length).toBeLessThanOrEqual(talk.length)
})
