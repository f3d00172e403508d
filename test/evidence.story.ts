/**
 * What evidence is about: a line, a question or a topic as a whole, and how much help there was
 * with a doing.
 */
import { expect, test } from 'vitest'
import { evidenceAbout } from '../src/store/migrations/004-evidence-about.ts'
import { openHouse, type Somebody } from './house.ts'

const ANSWER = 'Watch the queue, not the load. Never purge below forty per cent head-room.'

/** Mara has said two lines about a purge, and both are on its page. */
async function opened() {
  const house = await openHouse()
  const [mara, ben, ana] = [
    await house.comes('Mara', 'member'),
    await house.comes('Ben', 'member'),
    await house.comes('Ana', 'member'),
  ]
  const { topic } = await ben.does('start-topic', { title: 'Cache purge' })
  const { question } = await ben.does('ask', { topic: topic.id, words: 'How do I purge?', of: mara.id })
  const { source, claims } = await mara.does('answer', { question, words: ANSWER })
  await mara.does('confirm-claims', { claims: claims.map(({ id, version }) => ({ id, version })) })
  await house.whorl.settle()
  const [queue, headroom] = claims.map(({ id }) => id) as [string, string]
  return { house, mara, ben, ana, topic: topic.id, question, source, queue, headroom }
}

/** Recalls a line, and gives the evidence that came of it. */
async function recalls(who: Somebody, claim: string): Promise<string> {
  const { exercises } = await who.does('list-exercises', {})
  for (const { id } of exercises) {
    if ((await who.does('reveal', { exercise: id })).claim.id !== claim) continue
    return (await who.does('recall', { exercise: id, grade: 'had-it' })).remembers?.evidence ?? ''
  }
  throw new Error('There is no exercise of this line.')
}

const factsOf = async (who: Somebody, claim: string) => {
  const { forward, onTopic } = await who.does('lineage', { claim })
  const told = ({ person, kind, help }: (typeof forward)[number]) => [person.name, kind, help].filter(Boolean).join(' ')
  return { forward: forward.map(told).sort(), onTopic: onTopic.map(told).sort() }
}

test('Of two sentences on a page, only the one that was recalled names who recalled it', async () => {
  const { ben, ana, queue, headroom } = await opened()
  await ben.does('let-stand', { evidence: await recalls(ben, queue) })
  expect(await factsOf(ana, queue)).toEqual({ forward: ['Ben remembers', 'Mara explained'], onTopic: [] })
  expect(await factsOf(ana, headroom)).toEqual({ forward: ['Mara explained'], onTopic: [] })

  // Recalled too, the other line is on record by itself, and his alone until he lets it stand.
  const other = await recalls(ben, headroom)
  expect(await factsOf(ana, headroom)).toEqual({ forward: ['Mara explained'], onTopic: [] })
  await ben.does('let-stand', { evidence: other })
  expect((await factsOf(ana, headroom)).forward).toEqual(['Ben remembers', 'Mara explained'])
  const { people } = await ana.does('who-knows', { topic: 'cache-purge' })
  expect(people.find(({ person }) => person.id === ben.id)?.reasons.map(({ kind, about }) => [kind, about])).toEqual([
    ['remembers', { kind: 'claim', id: queue, statement: 'Watch the queue, not the load.' }],
    ['remembers', { kind: 'claim', id: headroom, statement: 'Never purge below forty per cent head-room.' }],
  ])
})

test('What was recalled before a line was corrected is shown as of its earlier wording, until it is recalled again', async () => {
  const { house, mara, ben, ana, topic, queue, headroom } = await opened()
  for (const line of [queue, headroom]) await ben.does('let-stand', { evidence: await recalls(ben, line) })
  const { doing } = await ben.does('did-it', { topic, claim: queue, on: '2026-05-04', with: mara.id })
  await mara.does('witness', { doing, saw: true })
  const facts = async (claim: string) =>
    (await ana.does('lineage', { claim })).forward.map(({ kind, earlier }) => [kind, earlier]).sort()
  const reasons = async () =>
    (await ana.does('who-knows', { topic })).people
      .filter(({ person }) => person.id === ben.id)
      .flatMap((one) => one.reasons.map(({ kind, about, earlier }) => [kind, 'id' in about && about.id, earlier]))
  const correct = async (more: { statement?: string; holdsWhen?: string; kind?: 'hard' }) => {
    house.later(1)
    const { version } = (await ana.does('lineage', { claim: queue })).claim
    await mara.does('correct-claim', { claim: queue, version, ...more })
    await house.whorl.settle()
  }
  const now = [
    ['did', false],
    ['explained', false],
    ['remembers', false],
  ]
  const before = [
    ['did', true],
    ['explained', false],
    ['remembers', true],
  ]
  // Of what kind a line is says nothing else, and neither does the same wording again.
  await correct({ kind: 'hard', statement: 'Watch the queue, not the load.' })
  expect(await facts(queue)).toEqual(now)
  await correct({ statement: 'Watch the load, not the queue.' })
  expect(await facts(queue)).toEqual(before)
  expect(await facts(headroom)).toEqual([
    ['explained', false],
    ['remembers', false],
  ])
  expect(await reasons()).toEqual(
    expect.arrayContaining([
      ['did', queue, true],
      ['remembers', queue, true],
      ['remembers', headroom, false],
    ]),
  )
  expect(
    (await ben.does('my-record', {})).record.find(({ about }) => 'id' in about && about.id === queue),
  ).toMatchObject({
    earlier: true,
  })

  // Recalled as it reads now, he remembers it as it reads now; until it holds at another time than
  // it did.
  await recalls(ben, queue)
  expect(await facts(queue)).toEqual([
    ['did', true],
    ['explained', false],
    ['remembers', false],
  ])
  await correct({ holdsWhen: 'on the old cluster' })
  expect(await facts(queue)).toEqual(before)
})

test('Which lines were corrected before Whorl noted it is read from the journal', async () => {
  const { house, mara, ben, ana, queue, headroom } = await opened()
  for (const line of [queue, headroom]) await ben.does('let-stand', { evidence: await recalls(ben, line) })
  house.later(1)
  await mara.does('correct-claim', { claim: queue, version: 1, statement: 'Watch the load, not the queue.' })
  await house.whorl.settle()
  const { store } = house.whorl
  await store.write(({ db }) => db.updateTable('claim').set({ reworded_at: null }).execute())
  await store.write((tx) => evidenceAbout.fill(tx))
  const earlier = async (claim: string) =>
    (await ana.does('lineage', { claim })).forward.filter((one) => one.kind === 'remembers').map((one) => one.earlier)
  expect([await earlier(queue), await earlier(headroom)]).toEqual([[true], [false]])
})

test('However many recalled a line, all of them are told page by page, and then what is about its topic', async () => {
  const { house, mara, ana, topic, queue } = await opened()
  const many = Array.from({ length: 450 }, (_, n) => String(n).padStart(3, '0'))
  const row = { space_id: house.space.id, area_id: 'open', topic_id: topic, person_id: ana.id, about_id: queue }
  const seen = { with_person: null, because: null, help: null, stood_for_topic: null, struck_at: null }
  const at = (n: string) => `2026-05-05T09:00:00.${n}Z`
  const kept = many.flatMap((n) => [
    { ...row, ...seen, kind: 'remembers', about_kind: 'claim', id: `line ${n}`, at: at(n), stands_at: at(n) },
    {
      ...row,
      ...seen,
      kind: 'did',
      about_kind: 'topic',
      about_id: null,
      id: `topic ${n}`,
      at: at(n),
      stands_at: at(n),
    },
    { ...row, ...seen, kind: 'remembers', about_kind: 'claim', id: `own ${n}`, at: at(n), stands_at: null },
  ])
  await house.whorl.store.write(async ({ db }) => {
    for (let from = 0; from < kept.length; from += 300)
      await db
        .insertInto('evidence')
        .values(kept.slice(from, from + 300))
        .execute()
  })
  const told = async (who: Somebody, most: number) => {
    const facts: string[] = []
    for (let after: string | null | undefined; after !== null; ) {
      const { forward, onTopic, next } = await who.does('lineage', { claim: queue, most, ...(after && { after }) })
      expect(forward.length + onTopic.length).toBeLessThanOrEqual(most)
      facts.push(...forward.map(({ kind, at }) => `line ${kind} ${at}`), ...onTopic.map(({ at }) => `topic ${at}`))
      after = next
    }
    return facts.filter((fact) => !fact.includes('explained'))
  }
  const expected = [...many.map((n) => `line remembers ${at(n)}`), ...many.map((n) => `topic ${at(n)}`)]
  for (const most of [200, 77]) expect(await told(mara, most)).toEqual(expected)
  // What is hers alone until she lets it stand is told to her.
  expect(await told(ana, 200)).toHaveLength(expected.length + many.length)
})

test('A line recalled again is one piece of evidence, with its last day', async () => {
  const { house, ben, queue } = await opened()
  const first = await recalls(ben, queue)
  house.later(3)
  expect(await recalls(ben, queue)).toBe(first)
  expect((await ben.does('my-record', {})).record).toMatchObject([{ evidence: first, at: house.now() }])
})

test('Who answered a question is shown from the lines of that answer, and from no other line of the topic', async () => {
  const { house, mara, ben, ana, topic, queue } = await opened()
  const { question } = await ben.does('ask', { topic, words: 'Who must be told?' })
  const { claims } = await ana.does('answer', { question, words: 'Tell the people on call before you purge.' })
  const [told] = claims
  await ana.does('confirm-claims', { claims: [{ id: told?.id ?? '', version: 1 }] })
  await house.whorl.settle()
  expect(await factsOf(mara, told?.id ?? '')).toEqual({ forward: ['Ana explained'], onTopic: [] })
  expect(await factsOf(mara, queue)).toEqual({ forward: ['Mara explained'], onTopic: [] })
  const { people } = await mara.does('who-knows', { topic })
  expect(people.find(({ person }) => person.id === ana.id)?.reasons).toMatchObject([
    { kind: 'explained', about: { kind: 'question', id: question, words: 'Who must be told?' } },
  ])
})

test('A doing of one line is about that line; a doing of the topic stands apart from each of its lines', async () => {
  const { mara, ben, ana, topic, queue, headroom } = await opened()
  const own = await ben.does('did-it', { topic, claim: queue, on: '2026-05-04', with: mara.id, help: 'with-help' })
  await mara.does('witness', { doing: own.doing, saw: true })
  const whole = await ben.does('did-it', { topic, on: '2026-05-04', with: mara.id, help: 'alone' })
  expect(whole.doing).not.toBe(own.doing)
  await mara.does('witness', { doing: whole.doing, saw: true })
  expect(await factsOf(ana, queue)).toEqual({
    forward: ['Ben did with-help', 'Mara explained'],
    onTopic: ['Ben did alone'],
  })
  expect(await factsOf(ana, headroom)).toEqual({ forward: ['Mara explained'], onTopic: ['Ben did alone'] })
})

test('A doing names a confirmed line of its own topic, or none', async () => {
  const { mara, ben, topic, queue } = await opened()
  const { topic: other } = await ben.does('start-topic', { title: 'Key rotation' })
  const said = { claim: queue, on: '2026-05-04', with: mara.id }
  expect(await ben.isRefused('did-it', { ...said, topic: other.id })).toMatchObject({ kind: 'unfit', field: 'claim' })
  expect(await ben.isRefused('did-it', { ...said, topic, claim: 'nothing' })).toMatchObject({ kind: 'absent' })
})

test('Where two say how much help there was, what stands is the one that says more help', async () => {
  const { mara, ben, ana, topic } = await opened()
  const { doing } = await ben.does('did-it', { topic, on: '2026-05-04', with: mara.id, help: 'alone', unusual: 'Fog.' })
  expect((await mara.does('today', {})).things[0]).toMatchObject({ kind: 'witness', help: 'alone', unusual: 'Fog.' })
  await mara.does('witness', { doing, saw: true, help: 'help-at-hand', unusual: 'The pool was dry.' })
  const { people } = await ana.does('who-knows', { topic })
  const seen = people.find(({ person }) => person.id === ben.id)
  expect(seen?.reasons).toMatchObject([{ kind: 'did', help: 'help-at-hand', about: { kind: 'topic' } }])
  expect(JSON.stringify([people, await ana.does('topic-spiral', { topic })])).not.toMatch(/Fog|dry/)
})

test('What was unusual is read by whoever did it and whoever saw it, once both said so, and by nobody else', async () => {
  const { house, mara, ben, ana, topic } = await opened()
  const kim = await house.comes('Kim', 'owner')
  const said = { topic, on: '2026-05-04', with: mara.id, words: 'At night.', help: 'alone', unusual: 'Fog.' } as const
  const { doing } = await ben.does('did-it', said)
  expect((await ben.does('my-doings', {})).doings).toEqual([])
  await mara.does('witness', { doing, saw: true, unusual: 'The pool was dry.' })
  const [who, witness] = [ben, mara].map(({ id, name }) => ({ id, name }))
  for (const one of [ben, mara])
    expect((await one.does('my-doings', {})).doings).toMatchObject([
      { doing, on: said.on, who, witness, words: said.words, unusual: 'Fog.', unusualSeen: 'The pool was dry.' },
    ])
  // What is not said to be seen is on nobody's list.
  const denied = await ben.does('did-it', { ...said, on: '2026-05-03', unusual: 'Hail.' })
  await mara.does('witness', { doing: denied.doing, saw: false, unusual: 'Nothing.' })
  for (const one of [ben, mara]) expect((await one.does('my-doings', {})).doings).toHaveLength(1)
  for (const other of [ana, kim]) {
    const read = [
      await other.does('my-doings', {}),
      await other.does('today', {}),
      await other.does('who-knows', { topic }),
      await other.does('topic-spiral', { topic }),
      await other.does('my-record', {}),
      await other.does('search', { words: 'Fog pool dry' }),
      await other.does('what-was-said', { words: 'Was there fog, or a dry pool?' }),
      await other.does('export-files', { as: 'json' }),
    ]
    expect(JSON.stringify(read)).not.toMatch(/Fog|dry\.|Hail/)
  }
})

test('What somebody did in an area that they are no longer in is not listed', async () => {
  const { house, mara, ben } = await opened()
  const kim = await house.comes('Kim', 'keeper')
  const { slug: area } = await kim.does('make-area', { name: 'Board room' })
  for (const { id } of [mara, ben]) await kim.does('let-in', { area, person: id })
  const { topic } = await mara.does('start-topic', { title: 'Vote', area })
  const { doing } = await ben.does('did-it', { topic: topic.id, on: '2026-05-04', with: mara.id, unusual: 'Fog.' })
  await mara.does('witness', { doing, saw: true })
  expect((await ben.does('my-doings', {})).doings).toHaveLength(1)
  await house.whorl.store.db.deleteFrom('area_member').where('person_id', '=', ben.id).execute()
  expect((await ben.does('my-doings', {})).doings).toEqual([])
})

test('Whoever only watched was shown it: it closes no round, and is nothing done', async () => {
  const { mara, ben, topic, queue } = await opened()
  await recalls(ben, queue)
  const { doing } = await ben.does('did-it', { topic, on: '2026-05-04', with: mara.id, help: 'watched' })
  await mara.does('witness', { doing, saw: true })
  const { conversions } = await ben.does('topic-spiral', { topic })
  expect(conversions.map(({ mode }) => mode)).toEqual(['externalisation', 'socialisation'])
  expect(conversions[1]?.parts.map(({ person, how }) => [person?.name, how]).sort()).toEqual([
    ['Ben', 'was-shown'],
    ['Mara', 'showed'],
  ])
  // It is still his to try, line and all.
  expect((await ben.does('today', {})).things).toContainEqual(
    expect.objectContaining({ kind: 'try', line: { id: queue, statement: 'Watch the queue, not the load.' } }),
  )
  const done = await ben.does('did-it', { topic, on: '2026-05-03', with: mara.id, help: 'with-help' })
  await mara.does('witness', { doing: done.doing, saw: true })
  expect((await ben.does('today', {})).things.filter(({ kind }) => kind === 'try')).toEqual([])
})

test('Thanks go to whoever said the line that somebody remembers, and to nobody else on its topic', async () => {
  const { house, mara, ben, ana, topic, queue } = await opened()
  const { question } = await ben.does('ask', { topic, words: 'Who must be told?' })
  const { claims } = await ana.does('answer', { question, words: 'Tell the people on call before you purge.' })
  await ana.does('confirm-claims', { claims: claims.map(({ id, version }) => ({ id, version })) })
  await house.whorl.settle()
  await ben.does('let-stand', { evidence: await recalls(ben, queue) })
  expect((await mara.does('today', {})).thanks).toMatchObject({ person: { name: 'Ben' } })
  expect((await ana.does('today', {})).thanks).toBeNull()
})

test('What is about a line goes where the line goes when its topic is split', async () => {
  const { house, mara, ben, ana, topic, queue, headroom } = await opened()
  await ben.does('let-stand', { evidence: await recalls(ben, queue) })
  const keeper = await house.comes('Kim', 'keeper')
  const { version } = await keeper.does('read-page-text', { topic })
  const parts = { topic, version, blocks: [], claims: [queue], title: 'Queues' }
  const split = await keeper.does('split-topic', parts)
  await house.whorl.settle()
  const names = async (at: string) =>
    (await ana.does('who-knows', { topic: at })).people.map(({ person }) => person.name)
  expect((await names(split.topic.id)).sort()).toEqual(['Ben', 'Mara'])
  expect(await names(topic)).toEqual(['Mara'])
  expect((await factsOf(mara, queue)).forward).toContain('Ben remembers')
  expect((await factsOf(mara, headroom)).forward).not.toContain('Ben remembers')
})

test('What was let stand for a whole topic, before this was told apart, is its person’s alone, line by line', async () => {
  const { house, mara, ben, ana, topic, source, question, queue, headroom } = await opened()
  const kept = await recalls(ben, queue)
  house.later(1)
  await recalls(ben, headroom)
  await ana.does('recall', { exercise: (await ana.does('list-exercises', {})).exercises[0]?.id ?? '', grade: 'missed' })
  await asBefore(house, { ben: ben.id, ana: ana.id, topic, kept })
  const seen = await factsOf(mara, queue)
  await house.whorl.store.write((tx) => evidenceAbout.fill(tx))

  // Mara sees nothing of it any more, on either line; the answer is about its question.
  expect(seen.onTopic).toEqual(['Ana remembers', 'Ben remembers'])
  for (const claim of [queue, headroom])
    expect(await factsOf(mara, claim)).toEqual({ forward: ['Mara explained'], onTopic: [] })
  expect((await mara.does('my-record', {})).record).toMatchObject([
    { kind: 'explained', about: { kind: 'question', id: question }, stands: true, stoodForTopic: false },
  ])
  // Ben finds one entry a line, the one he recalled last first, and lets one of them stand.
  const { record } = await ben.does('my-record', {})
  expect(record).toMatchObject([
    { evidence: kept, kind: 'remembers', about: { id: headroom }, stands: false, stoodForTopic: true },
    { kind: 'remembers', about: { id: queue }, stands: false, stoodForTopic: true, at: '2026-05-04T09:00:00.000Z' },
  ])
  await ben.does('let-stand', { evidence: record[1]?.evidence ?? '' })
  expect((await factsOf(mara, queue)).forward).toEqual(['Ben remembers', 'Mara explained'])
  expect((await factsOf(mara, headroom)).forward).toEqual(['Mara explained'])
  expect((await ben.does('my-record', {})).record.map((one) => one.stoodForTopic)).toEqual([true, false])
  // Ana, of whom no recall says a line, keeps what she had for the topic; hers alone, too.
  expect((await ana.does('my-record', {})).record).toMatchObject([
    { kind: 'remembers', about: { kind: 'topic' }, stands: false, stoodForTopic: true },
  ])
  expect(source).not.toBe('')
})

/**
 * Puts evidence as the version before kept it: one piece a topic for what somebody remembers, about
 * nothing in particular.
 */
async function asBefore(
  { whorl, space, now }: Awaited<ReturnType<typeof openHouse>>,
  { ben, ana, topic, kept }: { ben: string; ana: string; topic: string; kept: string },
) {
  await whorl.store.write(async ({ db }) => {
    await db.deleteFrom('evidence').where('kind', '=', 'remembers').where('id', '!=', kept).execute()
    await db.updateTable('evidence').set({ about_kind: 'topic', about_id: null }).execute()
    const row = await db.selectFrom('evidence').selectAll().where('id', '=', kept).executeTakeFirstOrThrow()
    const then = { space_id: space.id, topic_id: topic, stands_at: now(), because: null, at: now() }
    await db.updateTable('evidence').set(then).where('id', '=', kept).where('person_id', '=', ben).execute()
    await db
      .insertInto('evidence')
      .values({ ...row, ...then, id: 'of-ana', person_id: ana })
      .execute()
  })
}
