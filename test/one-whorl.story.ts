import { expect, test } from 'vitest'
import { openHouse } from './house.ts'

const ANSWER = `You watch the queue, not the load. When the queue bends and the load does not, you have about two minutes.
Drain the pool first, then purge by key. Never purge everything below forty per cent head-room.`

test('A question goes once round the spiral, and every step is kept with its causes', async () => {
  const { whorl, comes, faults } = await openHouse()
  const [mara, ben, ana] = [await comes('Mara', 'member'), await comes('Ben', 'member'), await comes('Ana', 'member')]

  // Mara has done it before, and Ana saw it.
  const { topic } = await ben.does('start-topic', { title: 'Cache purge' })
  const { doing: before } = await mara.does('did-it', { topic: topic.id, on: '2026-05-02', with: ana.id })
  await ana.does('witness', { doing: before, saw: true })
  const { people } = await ben.does('who-knows', { topic: 'cache-purge' })
  expect(people).toMatchObject([
    { person: { name: 'Mara' }, reasons: [{ kind: 'did', with: { name: 'Ana' } }], me: false },
  ])

  // Ben asks her; she writes, and shows him.
  const { question, request } = await ben.does('ask', {
    topic: topic.id,
    words: 'How do I purge without an outage?',
    of: mara.id,
  })
  const [asked] = (await mara.does('today', {})).things
  expect(asked).toMatchObject({ kind: 'asked', from: { name: 'Ben' }, because: { kind: 'did' } })
  const { source, claims } = await mara.does('answer', { question, words: ANSWER, request: request ?? '' })
  expect(claims.map(({ kind }) => kind)).toEqual(['hard', 'hard', 'steps', 'hard'])
  expect(await ben.does('list-claims', { topic: topic.id })).toEqual({ claims: [] })
  expect((await ben.isRefused('read-source', { source })).kind).toBe('absent')
  const { showing } = await mara.does('offer-showing', { question })
  expect(await mara.does('say-shown', { showing })).toEqual({ both: false })
  expect(await ben.does('say-shown', { showing })).toEqual({ both: true })

  // She corrects one line, takes one out, confirms the rest.
  const [first, second, third, fourth] = claims
  if (!first || !second || !third || !fourth) throw new Error('Four lines were expected.')
  await mara.does('correct-claim', {
    claim: first.id,
    version: 1,
    statement: 'Watch the queue, not the load.',
    holdsWhen: 'the old cluster',
  })
  await mara.does('withdraw-claim', { claim: third.id, version: 1 })
  await mara.does('confirm-claims', {
    claims: [
      { id: first.id, version: 2 },
      { id: second.id, version: 1 },
      { id: fourth.id, version: 1 },
    ],
  })
  // Ana says it, too: a page of one voice would put nothing together.
  const hers = await ana.does('answer', { question, words: 'Wait until the queue is empty before you purge the next.' })
  await ana.does('confirm-claims', { claims: hers.claims.map(({ id }) => ({ id, version: 1 })) })
  await whorl.settle()

  // The page cites her answer; Ben sees her words, but for the line she took out.
  const page = await ben.does('read-page', { topic: 'cache-purge' })
  expect(page.page?.html).toContain('Watch the queue, not the load (the old cluster).')
  expect(page.citations[0]).toMatchObject({ speaker: { name: 'Mara' }, claim: first.id, source })
  const read = await ben.does('read-source', { source })
  expect(read.lines.map(({ text }) => text)).toContain('You watch the queue, not the load.')
  expect(read.lines.find(({ n }) => n === third.fromLine)?.text).toBeNull()
  expect((await mara.does('today', {})).things).toEqual([])

  // What helped is his to say: being shown, and going by the page.
  const helpedBen = async () => {
    const { things } = await ben.does('what-helped', { topic: topic.id, on: '2026-05-04' })
    expect(things.map(({ kind, by }) => [kind, by?.name ?? null])).toEqual([
      ['page', null],
      ['showing', 'Mara'],
    ])
    return things.map(({ id }) => id)
  }

  // He recalls two lines, does it once, and she saw it.
  const { exercises } = await ben.does('list-exercises', { topic: topic.id })
  expect(exercises.length).toBeGreaterThanOrEqual(2)
  for (const { id } of exercises.slice(0, 2)) await ben.does('recall', { exercise: id, grade: 'had-it' })
  for (const { evidence } of (await ben.does('my-record', {})).record) await ben.does('let-stand', { evidence })
  const { doing } = await ben.does('did-it', {
    topic: topic.id,
    claim: first.id,
    help: 'help-at-hand',
    on: '2026-05-04',
    with: mara.id,
    words: 'By key, at noon.',
    helped: await helpedBen(),
  })
  await mara.does('witness', { doing, saw: true })
  await whorl.settle()

  // One whorl, closed by causes.
  const spiral = await ben.does('topic-spiral', { topic: topic.id })
  expect(spiral.whorls).toHaveLength(1)
  const inIt = spiral.conversions.filter(({ whorl: n }) => n === 1).map(({ mode }) => mode)
  expect(inIt).toEqual(['socialisation', 'externalisation', 'externalisation', 'combination', 'internalisation'])

  // From the sentence back to her, and forward to what he remembers and was seen doing.
  const line = await ben.does('lineage', { claim: first.id })
  expect(line).toMatchObject({
    claim: { words: 'You watch the queue, not the load.', speaker: { name: 'Mara' } },
    question: { askedBy: { name: 'Ben' } },
    shown: [{ by: { name: 'Mara' }, to: { name: 'Ben' } }],
    pages: [{ topic: { slug: 'cache-purge' } }],
  })
  expect(
    line.forward
      .filter(({ person }) => person.id === ben.id)
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['did', 'remembers'])
  expect(line.onTopic).toEqual([])
  expect((await mara.does('today', {})).thanks).toMatchObject({ person: { name: 'Ben' } })
  expect((await ben.does('the-whole', {})).sentence).toEqual({ key: 'round', count: 1 })
  expect(faults).toEqual([])
})
