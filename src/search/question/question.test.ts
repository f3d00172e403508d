import { expect, test } from 'vitest'
import { sectionsIn } from '../sections.ts'
import { holdingOf } from './holding.ts'
import { readQuestion } from './read-question.ts'

const contentOf = (asked: string) => readQuestion(asked).content.map(({ word }) => word)
const held = (asked: string, text: string, title = '') =>
  holdingOf(readQuestion(asked))
    .heldIn(
      sectionsIn(text).flatMap(({ sentences }) => sentences),
      title,
    )
    ?.map(({ words }) => words)

test('A question is about the words that do not only ask, in six languages', () => {
  expect(contentOf('How long does a rollback take?')).toEqual(['rollback'])
  expect(contentOf('Wie lange dauert die Sicherung?')).toEqual(['sicherung'])
  expect(contentOf('Combien de temps dure une astreinte ?')).toEqual(['astreinte'])
  expect(contentOf('¿Cuánto dura la revisión del incidente?')).toEqual(['revisión', 'incidente'])
  expect(contentOf('引き継ぎはいつですか？')).toContain('引')
  expect(contentOf('ロールバックにはどのくらいかかりますか？')).toEqual(['ロールバック'])
  expect(contentOf('备份需要多长时间？')).toEqual(['备份'])
})

test('A sentence that holds all words and says the kind of thing that is asked for answers; its words alone do not', () => {
  const text = 'A rollback is loud. A rollback takes 90 seconds. Does a rollback take 5 minutes?'
  expect(held('How long does a rollback take?', text)).toEqual(['A rollback takes 90 seconds.'])
  expect(held('How long does a restore take?', text)).toBeUndefined()
  expect(held('When is the rollback?', text)).toBeUndefined()
  expect(held('Who starts a rollback?', 'We start a rollback. Nia starts the rollback.')).toEqual([
    'Nia starts the rollback.',
  ])
  expect(held('How many regions are there?', 'To the last region it takes 25 minutes.')).toBeUndefined()
})

test('What it speaks of may be said by its title, where it goes on about that', () => {
  expect(held('How long does a rollback take?', 'It takes 90 seconds.', 'Rollback')).toEqual(['It takes 90 seconds.'])
  expect(held('How long does a rollback take?', 'The check takes 5 minutes.', 'Rollback')).toBeUndefined()
  // Another name of the page is the page’s own.
  expect(held('How long does a revert take?', 'A rollback takes 90 seconds.', 'Rollback\nrevert')).toHaveLength(1)
})

test('What is asked what it is is answered by what says it is, also in a chat', () => {
  const chat = 'Jon: Is there a freeze now?\nMira: A freeze is when nobody deploys.\nJon: The freeze is loud.'
  expect(held('What is a freeze?', chat)).toEqual(['Mira: A freeze is when nobody deploys.'])
  expect(held('What is a freeze?', 'After the freeze is a party.')).toBeUndefined()
  expect(held('What is the gate code?', 'The gate code is 4711.')).toEqual(['The gate code is 4711.'])
})

test('A row of a table is read as words with its heads, and the marks of two versions are nobody’s', () => {
  const text =
    '| Purge | Takes | Who may |\n|---|---|---|\n| by prefix | 30 s | platform team |\n| everything | 90 s | Mara |\n\n' +
    '> [!warning] Two versions: until here. Keep what holds, and take these marks out\n\nThe end of it.\n'
  const [section] = sectionsIn(text)
  expect(section?.sentences.map(({ words, line }) => [line, words])).toEqual([
    [3, 'Purge: by prefix; Takes: 30 s; Who may: platform team'],
    [4, 'Purge: everything; Takes: 90 s; Who may: Mara'],
    [8, 'The end of it.'],
  ])
  expect(held('who may purge everything', text)).toEqual(['Purge: everything; Takes: 90 s; Who may: Mara'])
})
