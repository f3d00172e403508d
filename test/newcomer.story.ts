/** What puzzles somebody new: a line at a time, theirs alone until they ask, and then without their name. */
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

const puzzled = async (words: string) => (await nia.does('puzzled', { words })).puzzle
const helpFor = async (words: string) => {
  const { came } = await puzzled(words)
  if (came.of !== 'looking') throw new Error('Nothing has come of it yet.')
  return came.help
}

test('A line is met first by what was said, with the place that says it', async () => {
  const help = await helpFor('Does an Okapi tell its load honestly?')
  expect(help).toMatchObject({ kind: 'said', hit: { kind: 'page', title: 'Okapi purge', topic: 'okapi-purge' } })
  expect(help.kind === 'said' && help.hit.words).toContain('Okapi never tells its load honestly.')
})

test('Somebody who is puzzled still meets people, by name in a small team, then the room', async () => {
  const { id } = await puzzled('Does an Okapi tell its load honestly?')
  const { puzzle } = await nia.does('settle-puzzle', { puzzle: id, as: 'still' })
  expect(puzzle?.came).toMatchObject({
    of: 'looking',
    help: { kind: 'people', topic: { title: 'Okapi purge' }, routed: false },
  })
  const help = puzzle?.came.of === 'looking' ? puzzle.came.help : undefined
  const people = help?.kind === 'people' ? help.people : []
  expect(people.map(({ person }) => person.name)).toEqual(['Ben', 'Mara'])
  expect(people[1]?.reasons.map(({ kind }) => kind)).toContain('explained')
})

test('Asked of the room, it is a gap of its topic, and nobody is told whose', async () => {
  const { id } = await puzzled('Who feeds the Okapi purge at night?')
  const { puzzle } = await nia.does('ask-puzzle', { puzzle: id })
  expect(puzzle.came).toMatchObject({ of: 'asking', topic: { title: 'Okapi purge' }, whom: null, answers: [] })
  const question = puzzle.came.of === 'asking' ? puzzle.came.question : ''
  // Asked again, it is the same question.
  expect((await nia.does('ask-puzzle', { puzzle: id })).puzzle).toEqual(puzzle)
  await house.whorl.settle()

  const listed = (await mara.does('list-questions', { topic: round.topic })).questions.find(
    (one) => one.id === question,
  )
  expect(listed).toMatchObject({ words: 'Who feeds the Okapi purge at night?', askedBy: null, mine: false })
  expect((await nia.does('list-questions', { topic: round.topic })).questions.find(({ mine }) => mine)?.id).toBe(
    question,
  )
  const hit = (await mara.does('search', { words: 'feeds at night' })).hits.find(({ kind }) => kind === 'question')
  expect(hit).toMatchObject({ id: `question:${question}`, by: null })
  expect((await mara.isRefused('offer-showing', { question })).kind).toBe('unfit')
  expect((await nia.isRefused('ask-also', { question, of: mara.id })).kind).toBe('unfit')

  // Today shows it to those who have a record on the topic, one at a time, and to no reader.
  for (const request of [round.openRequest]) await mara.does('decline', { request })
  expect((await gapOf(mara))?.question.words).toBe('Who feeds the Okapi purge at night?')
  expect((await gapOf(ben))?.question.id).toBe(question)
  expect(await gapOf(nia)).toBeUndefined()
  expect(await gapOf(await house.comes('Rae', 'reader'))).toBeUndefined()
  expect(await gapOf(await house.comes('Max', 'member'))).toBeUndefined()
  await ben.does('dismiss', { thing: question })
  expect(await gapOf(ben)).toBeUndefined()

  const { source, claims } = await mara.does('answer', { question, words: 'The night keeper feeds it.' })
  await mara.does('confirm-claims', { claims: claims.map(({ id, version }) => ({ id, version })) })
  await house.whorl.settle()
  expect(await gapOf(mara)).toBeUndefined()
  const { puzzles } = await nia.does('list-puzzles', {})
  expect(puzzles.find((one) => one.id === id)?.came).toMatchObject({
    answers: [{ source, by: { person: { name: 'Mara' } } }],
  })
  const { things } = await nia.does('today', {})
  expect(things).toContainEqual(expect.objectContaining({ kind: 'answered', source }))

  // Neither the source, nor the line's way, nor what is on record of anybody says who asked.
  const [line] = claims
  const told = JSON.stringify([
    await mara.does('read-source', { source }),
    await mara.does('lineage', { claim: line?.id ?? '' }),
    await mara.does('my-record', {}),
    await mara.does('topic-spiral', { topic: round.topic }),
    await mara.does('who-knows', { topic: round.topic }),
    await mara.does('fetch', { id: `question:${question}` }),
  ])
  expect(told).toContain('Who feeds the Okapi purge at night?')
  expect(told).not.toContain('Nia')
  expect(told).not.toContain(nia.id)
})

const gapOf = async (who: Somebody) => {
  const { things } = await who.does('today', {})
  const found = things.find(({ kind }) => kind === 'gap')
  return found?.kind === 'gap' ? found : undefined
}

test('Asked of a colleague, it is asked by name, and they may write, show, pass it on or say no', async () => {
  const { id } = await puzzled('Where does the Okapi sleep?')
  const { puzzle } = await nia.does('ask-puzzle', { puzzle: id, of: ben.id })
  expect(puzzle.came).toMatchObject({ of: 'asking', whom: { name: 'Ben' } })
  const { things } = await ben.does('today', {})
  expect(things).toContainEqual(expect.objectContaining({ kind: 'asked', from: { id: nia.id, name: 'Nia' } }))
})

test('What nothing here comes close to needs a word of what it is about, and begins a topic', async () => {
  const { id, came } = await puzzled('What does the blue light above the door mean?')
  expect(came).toEqual({ of: 'looking', help: { kind: 'gap', topic: null } })
  const refused = await nia.isRefused('ask-puzzle', { puzzle: id })
  expect([refused.kind, refused.field]).toEqual(['unfit', 'title'])
  const { puzzle } = await nia.does('ask-puzzle', { puzzle: id, title: 'Blue light' })
  expect(puzzle.came).toMatchObject({ of: 'asking', topic: { slug: 'blue-light' } })
  // Nobody has a record there: in a small team everybody who takes part is shown it.
  expect((await gapOf(await house.comes('Zoe', 'member')))?.question.topic.slug).toBe('blue-light')
  // A second line about it finds the topic by its title.
  expect(await helpFor('Is the blue light broken?')).toMatchObject({ kind: 'gap', topic: { slug: 'blue-light' } })
})

test('A line is its person’s alone, and goes when they say so', async () => {
  const { id } = await puzzled('Why is everybody afraid of Fridays?')
  expect((await mara.does('list-puzzles', {})).puzzles).toEqual([])
  expect((await mara.isRefused('settle-puzzle', { puzzle: id, as: 'gone' })).kind).toBe('absent')
  expect((await mara.isRefused('ask-puzzle', { puzzle: id, topic: round.topic })).kind).toBe('absent')
  expect((await mara.does('search', { words: 'afraid of Fridays' })).hits).toEqual([])
  await nia.does('settle-puzzle', { puzzle: id, as: 'answered' })
  expect((await nia.does('list-puzzles', {})).puzzles.find((one) => one.id === id)?.came.of).toBe('answered')
  expect(await nia.does('settle-puzzle', { puzzle: id, as: 'gone' })).toEqual({ puzzle: null })
  expect((await nia.does('list-puzzles', {})).puzzles.some((one) => one.id === id)).toBe(false)
})

test('Nothing of an area that somebody is not in helps them, and they cannot ask there', async () => {
  const { slug } = await mara.does('make-area', { name: 'Board room' })
  await mara.does('let-in', { area: slug, person: ben.id })
  const { topic } = await ben.does('start-topic', { title: 'Quagga', area: slug })
  await mara.does('import-source', { name: 'quagga.md', text: 'A Quagga signs the contract.', area: slug })
  await house.whorl.settle()
  const { id, came } = await puzzled('Who is the Quagga that signs the contract?')
  expect(came).toEqual({ of: 'looking', help: { kind: 'gap', topic: null } })
  for (const ref of [topic.id, topic.path]) {
    expect((await nia.isRefused('ask-puzzle', { puzzle: id, topic: ref })).kind).toBe('absent')
  }
  const inside = await ben.does('puzzled', { words: 'Who is the Quagga that signs the contract?' })
  expect(inside.puzzle.came).toMatchObject({ help: { kind: 'said' } })
  expect(house.faults).toEqual([])
})
