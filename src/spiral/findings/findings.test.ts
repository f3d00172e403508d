import { expect, test } from 'vitest'
import { type Document, paragraphsOf, readDocument, sayingsOf } from '../../combination/index.ts'
import { allFindings, fiveFindings } from './five-findings.ts'
import { leftToJudgement } from './left-to-judgement.ts'
import { neverDone } from './never-done.ts'
import { pagesThatDiffer } from './pages-that-differ.ts'
import { pastReview } from './past-review.ts'
import { unexplainedTerms } from './unexplained-terms.ts'
import { wantedPages } from './wanted-pages.ts'

const NOW = '2026-05-04T09:00:00.000Z'

const said = (files: Record<string, string>) =>
  Object.entries(files).map(([path, text]) => {
    const document = readDocument(path, new TextEncoder().encode(text)) as Document
    return { document, sayings: sayingsOf(paragraphsOf(document), document) }
  })

test.each([
  'There will be sensible reasons not to follow this guidance.',
  'Use your best judgement when the dough is wet.',
  'We decide this case by case.',
  'You may skip it, unless you have a good reason to keep it warm.',
  'How long it rests is up to the team.',
  'Add salt as you see fit.',
])('“%s” hands over to judgement', (sentence) => {
  const [finding] = leftToJudgement(said({ 'a.md': `# Bread\n\nLoaves must rest.\n\n${sentence}\n` }))
  expect(finding).toMatchObject({
    words: [sentence],
    where: [{ path: 'a.md', fromLine: 5, toLine: 5 }],
    button: 'Who decides this?',
  })
})

test.each([
  'With the exception of rye, all loaves rest.',
  'An exception is thrown when the file is missing.',
  'It is up to you to keep the oven clean.',
  'The size depends on the tin.',
  'These metrics help you decide how to prioritise work.',
])('“%s” does not', (sentence) => {
  expect(leftToJudgement(said({ 'a.md': `# Bread\n\n${sentence}\n` }))).toEqual([])
})

test.each([
  ['last_reviewed_on: 2025-01-02\nreview_in: 6 months', '2 July 2025'],
  ['review_by: 2026-01-31', '31 January 2026'],
  ['expires: 2026-05-01', '1 May 2026'],
  ['lastReviewed: "2026-01-01"\nreviewCycle: P90D', '1 April 2026'],
  ['last-reviewed: 2024-02-29\nreview-frequency: annually', '28 February 2025'],
])('A page with %j is past its review', (front, day) => {
  const [finding] = pastReview(said({ 'a.md': `---\n${front}\n---\n# Bread\n` }), NOW)
  expect(finding?.line).toContain(`was to be reviewed by ${day}`)
})

test.each([
  'review_by: 2026-06-01',
  'last_reviewed_on: yyyy-mm-dd\nreview_in: 6 months',
  'review: good',
  'date: 2020-01-01',
])('A page with %j is not', (front) => {
  expect(pastReview(said({ 'a.md': `---\n${front}\n---\n# Bread\n` }), NOW)).toEqual([])
})

test('A term that pages use and none explains is found; one that some page explains is not', () => {
  const page = (words: string) => `# Page\n\n${words}\n`
  const files = {
    'a.md': page('Ask the BDG first. The QRS knows.'),
    'b.md': page('The BDG meets on Monday, and the BDG decides. See QRS.'),
    'c.md': page('Send it to the BDG. Then to the quick rising starter (QRS).'),
  }
  expect(unexplainedTerms(said(files)).map(({ line }) => line)).toEqual([
    '3 pages speak of BDG, and none says what it is.',
  ])
  expect(unexplainedTerms(said({ ...files, 'd.md': page('The Bread Decision Group is big.') }))).toEqual([])
  expect(unexplainedTerms(said({ ...files, 'd.md': page('Unter BDG versteht man die Gruppe, die backt.') }))).toEqual(
    [],
  )
})

test('A page that many link to and nobody wrote is found', () => {
  const page = 'We always feed the [[Starter|starter]] first.\n'
  const files = { 'a.md': page, 'b.md': page, 'c.md': `${page}\n![[Picture]] [[a]]\n` }
  expect(wantedPages(said(files))).toMatchObject([
    {
      line: '3 pages link to “starter”, and nobody has written that page.',
      words: ['We always feed the starter first.'],
      where: [{ path: 'a.md', fromLine: 1, toLine: 1 }],
    },
  ])
  expect(wantedPages(said({ ...files, 'starter.md': 'Here.\n' }))).toEqual([])
})

test('Two pages that give other figures for the same, or say the opposite, are found', () => {
  const differing = (one: string, other: string) =>
    pagesThatDiffer(said({ 'a.md': `# A\n\n${one}\n`, 'b.md': `# B\n\n${other}\n` }))
  expect(
    differing(
      'Sourdough loaves rest in the basket for 30 minutes.',
      'Sourdough loaves rest in their basket for 90 minutes.',
    )[0]?.line,
  ).toBe('“A” and “B” give two figures for the same: 30 minutes and 90 minutes.')
  expect(
    differing(
      'Rye loaves must be cut while they are still warm from the oven.',
      'Rye loaves must not be cut while they are still warm from the oven.',
    ),
  ).toHaveLength(1)
  expect(
    differing('Rye loaves rest in the basket for 30 minutes.', 'Wheat rolls rest on the tray for 10 minutes.'),
  ).toEqual([])
  expect(
    differing(
      'Ovens need at least 20 minutes to warm up before baking.',
      'Ovens need at most 40 minutes to warm up before baking.',
    ),
  ).toEqual([])
})

test('Steps that nobody recorded doing are found, until somebody does', () => {
  const steps = '# Restore the starter\n\n1. Take the jar from the cold.\n2. Feed it with flour.\n3. Wait a day.\n'
  expect(neverDone(said({ 'a.md': steps }))[0]).toMatchObject({
    line: '“Restore the starter” is 3 steps for somebody to do, and nothing here records that anybody has.',
    where: [{ path: 'a.md', fromLine: 3, toLine: 5 }],
  })
  expect(neverDone(said({ 'a.md': `${steps}\nLast done on 3 May 2026.\n` }))).toEqual([])
  expect(
    neverDone(said({ 'a.md': '# Reasons\n\n1. The oven is old.\n2. It is slow.\n3. Nobody likes it.\n' })),
  ).toEqual([])
})

test('Five are one of each kind before a second of any, and nothing is found in nothing', () => {
  const rule = (n: number) => `# Rule ${n}\n\nYou must rest it. Use your judgement on day ${n}.\n`
  const files = said({
    'a.md': rule(1),
    'b.md': rule(2),
    'c.md': rule(3),
    'd.md': '---\nreview_by: 2026-01-01\n---\n# D\n',
  })
  expect([...fiveFindings(allFindings(files, [], NOW))].map(({ kind }) => kind)).toEqual([
    'left-to-judgement',
    'past-review',
    'left-to-judgement',
    'left-to-judgement',
  ])
  expect([...fiveFindings(allFindings([], [], NOW))]).toEqual([])
})
