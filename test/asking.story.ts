/** Asking: what was already said, quoted with who said it; or plainly not in here, and then people. */
import { beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Somebody } from './house.ts'
import { goRound } from './round.ts'

let house: House
let mara: Somebody
let ben: Somebody
let nia: Somebody
let round: Awaited<ReturnType<typeof goRound>>

beforeAll(async () => {
  house = await openHouse()
  mara = await house.comes('Mara', 'keeper')
  ben = await house.comes('Ben', 'member')
  nia = await house.comes('Nia', 'member')
  round = await goRound(house, { mara, ben, ana: await house.comes('Ana', 'member') }, 'Okapi')
})

const asks = (words: string, who = nia) => who.does('what-was-said', { words })

test('What was said is quoted as it was said, by whom, when it holds, and whether they like to be asked', async () => {
  const { here, answers } = await asks('What do you watch when an Okapi bends below 40 per cent?')
  expect(here).toBe(true)
  expect(answers[0]).toMatchObject({
    words: 'When Okapi bends below 40 per cent, you watch the queue.',
    cite: { kind: 'claim', id: round.claim, fromLine: null },
    topic: { title: 'Okapi purge' },
    holdsWhen: 'the old Okapi',
    by: { voice: { person: { name: 'Mara' } } },
  })
  expect(answers[0]?.by?.reasons.map(({ kind }) => kind)).toContain('explained')
  // The page and the answer hold the same words: they are told once.
  expect(answers.filter(({ words }) => words.includes('watch the queue'))).toHaveLength(1)
})

test('An answer is found by the question that it answered, though it has none of its words', async () => {
  const { question } = await ben.does('ask', {
    topic: round.topic,
    words: 'How do we warm the northern pool in winter?',
  })
  expect((await asks('How is the northern pool warmed in winter?')).here).toBe(false)
  await house.whorl.settle()
  const before = await asks('How is the northern pool warmed in winter?')
  expect(before).toMatchObject({ here: false, open: [{ id: question, askedBy: { name: 'Ben' }, mine: false }] })
  // Who wonders too is told by nobody and to nobody, and hears of the answer.
  const seen = await asks('How is the northern pool warmed in winter?', ben)
  await nia.does('wonder-too', { question })
  expect((await asks('How is the northern pool warmed in winter?')).open[0]?.wondering).toBe(true)
  expect(await asks('How is the northern pool warmed in winter?', ben)).toEqual(seen)
  expect((await ben.isRefused('wonder-too', { question })).kind).toBe('unfit')
  const { claims } = await mara.does('answer', { question, words: 'Open the blue valve twice.' })
  await mara.does('confirm-claims', { claims: claims.map(({ id, version }) => ({ id, version })) })
  await house.whorl.settle()
  const after = await asks('How is the northern pool warmed in winter?')
  expect(after.answers[0]).toMatchObject({
    words: 'Open the blue valve twice.',
    by: { voice: { person: { name: 'Mara' } } },
  })
  expect(after.open).toEqual([])
  const { things } = await nia.does('today', {})
  expect(things).toContainEqual(expect.objectContaining({ kind: 'answered', mine: false }))
  await nia.does('wonder-too', { question, too: false })
  expect((await nia.does('today', {})).things.filter(({ kind }) => kind === 'answered')).toEqual([])
})

test('A document is quoted with its lines', async () => {
  await mara.does('import-source', {
    name: 'freezer.md',
    text: '# Freezer\n\nIt hums.\n\n- The spare key of the freezer hangs behind the boiler.\n- Nobody takes it home.\n',
  })
  await house.whorl.settle()
  const { answers } = await asks('Where does the spare key of the freezer hang?')
  expect(answers[0]).toMatchObject({
    words: 'The spare key of the freezer hangs behind the boiler.',
    cite: { kind: 'source', title: 'freezer.md', fromLine: 5, toLine: 5 },
    by: null,
  })
})

test('Of a transcript, the turns that answer are quoted, with whose they are', async () => {
  const said = [
    'Lea: Good morning everybody, let us begin.',
    'Tom: I have the notes of last week.',
    'Lea: Thank you. First the canteen, then the lift.',
    'Tom: The canteen opens at seven from Monday.',
    'Lea: Fine. And who has the contract for the lift?',
    'Tom: The lift contract is with Bergmann, until August, and they want a month of notice.',
    'Lea: Then we tell Bergmann in June.',
    'Tom: I will write it down.',
    'Lea: Next, the garden.',
    'Tom: The roses have to be cut.',
  ]
  await mara.does('import-source', { name: 'meeting.md', text: said.join('\n') })
  await house.whorl.settle()
  const { answers } = await asks('Who has the contract for the lift until August?')
  expect(answers[0]?.cite).toMatchObject({ kind: 'source', title: 'meeting.md' })
  expect(answers[0]?.words).toContain('Tom: The lift contract is with Bergmann')
  expect(answers[0]?.cite.fromLine).toBeLessThanOrEqual(6)
  expect(answers[0]?.cite.toLine).toBeGreaterThanOrEqual(6)
})

test('What is not in here is said plainly, with the closest topic and its people by name', async () => {
  const found = await asks('Who feeds the Okapi at night when the keeper is ill?')
  expect(found).toMatchObject({ here: false, answers: [], routed: false, topic: { title: 'Okapi purge' } })
  expect(found.people.map(({ person }) => person.name)).toContain('Mara')
  const nothing = await asks('What does the green lamp over the gate mean?')
  expect(nothing).toMatchObject({ here: false, answers: [], topic: null, people: [], open: [] })
})

test('What merely shares words stands apart, as near it', async () => {
  const found = await asks('Which colour has the spare key of the northern boiler?')
  expect(found.here).toBe(false)
  expect(found.near.map(({ words }) => words)).toContain('The spare key of the freezer hangs behind the boiler.')
  expect(house.faults).toEqual([])
})
