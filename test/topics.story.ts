/** Topics are renamed, joined, parted and split, and nothing that anybody said, learnt or did is lost. */
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { type House, openHouse, type Somebody } from './house.ts'
import { goRound } from './round.ts'

let house: House
let mara: Somebody
let ben: Somebody
let ana: Somebody

beforeEach(async () => {
  house = await openHouse()
  mara = await house.comes('Mara', 'keeper')
  await house.mayMakeSpaces(mara)
  ben = await house.comes('Ben', 'member')
  ana = await house.comes('Ana', 'member')
})

const page = (title: string, body: string, front = '') => `---\ntitle: ${title}\n${front}---\n\n${body}\n`
const brought = async (title: string, body: string, front = '') =>
  (await mara.does('import-page', { markdown: page(title, body, front) })).topic
const textOf = async (topic: string) => (await mara.does('read-page-text', { topic })).markdown

test('A renamed topic is found by its old address, its old title and its new one', async () => {
  const purge = await brought('Cache purge', '# Cache purge\n\nIt empties the cache.', 'mood: calm\n')
  const notes = await brought('Notes', 'See [[Cache purge]], [[cache-purge|it]] and [[Flush]].')
  const { topic } = await ben.does('rename-topic', { topic: purge.id, title: 'Flush' })
  expect(topic).toMatchObject({ id: purge.id, title: 'Flush', path: 'flush' })
  expect((await ben.does('read-page', { topic: 'cache-purge' })).topic).toEqual(topic)
  expect((await ben.does('read-page', { topic: notes.id })).links).toEqual({
    'Cache purge': 'flush',
    'cache-purge': 'flush',
    Flush: 'flush',
  })
  expect(await textOf('flush')).toMatch(
    /^---\ntitle: Flush\nmood: calm\naliases:\n {2}- Cache purge\nupdatedAt: "[^"]+"\n---\n\n# Flush\n\nIt empties the cache.\n$/,
  )
  await house.whorl.settle()
  const found = await ben.does('search', { words: 'flush' })
  expect(found.hits.map(({ title }) => title)).toContain('Flush')
  // It can have its old name again, and then the other one leads to it.
  await ben.does('rename-topic', { topic: 'flush', title: 'Cache purge' })
  expect((await ben.does('read-page', { topic: 'flush' })).topic.path).toBe('cache-purge')
})

test('A name that another topic has, or had, is not to be had; a new topic does not take an old address', async () => {
  await brought('One', 'A.')
  const other = await brought('Other', 'B.')
  await mara.does('rename-topic', { topic: 'one', title: 'Uno' })
  for (const title of ['Uno', 'one'])
    expect(await mara.isRefused('rename-topic', { topic: other.id, title })).toMatchObject({
      kind: 'unfit',
      field: 'title',
    })
  expect((await mara.does('start-topic', { title: 'One' })).topic.path).toBe('one-2')
  expect((await mara.does('read-page', { topic: 'one' })).topic.title).toBe('Uno')
})

test('What is called so in a closed area tells nothing outside of it', async () => {
  const { slug: area } = await mara.does('make-area', { name: 'Board room' })
  await mara.does('start-topic', { title: 'Zebra', area })
  const { topic } = await ben.does('start-topic', { title: 'Horse' })
  expect((await ben.does('rename-topic', { topic: topic.id, title: 'Zebra' })).topic.path).toBe('zebra')
})

test('Joined, two topics are one: lines, questions, exercises, people, rounds, both addresses', {
  timeout: 60_000,
}, async () => {
  const one = await goRound(house, { mara, ben, ana }, 'Zebra')
  const other = await goRound(house, { mara, ben, ana }, 'Okapi')
  const notes = await brought('Notes', 'See [[Okapi purge]] and [[Zebra purge]].')
  const look = async (topic: string) => ({
    claims: (await ben.does('list-claims', { topic })).claims.map(({ id }) => id),
    questions: (await ben.does('list-questions', { topic })).questions.map(({ id }) => id),
    exercises: (await ana.does('list-exercises', { topic })).exercises.map(({ id, dueAt }) => `${id} ${dueAt}`),
    reasons: (await ben.does('who-knows', { topic })).people.flatMap(({ reasons }) =>
      reasons.map(({ evidence }) => evidence),
    ),
    conversions: (await ben.does('topic-spiral', { topic })).conversions.map(({ id }) => id),
  })
  // What is compiled meanwhile would be counted once only.
  await house.whorl.settle()
  const [before, with_] = [await look(one.topic), await look(other.topic)]
  const { topic } = await ben.does('merge-topics', { from: other.topic, into: one.topic })
  expect(topic.path).toBe('zebra-purge')
  await house.whorl.settle()
  const after = await look('okapi-purge')
  for (const what of ['claims', 'questions', 'exercises', 'reasons', 'conversions'] as const)
    expect(after[what].toSorted()).toEqual([...before[what], ...with_[what]].toSorted())
  expect((await ben.does('list-topics', {})).topics.map(({ title }) => title)).toEqual(['Notes', 'Zebra purge'])
  // The topic that has turned comes before the one that has not.
  expect((await ben.does('the-whole', {})).topics.map(({ topic: { title } }) => title)).toEqual([
    'Zebra purge',
    'Notes',
  ])
  for (const ref of [one.topic, other.topic, 'zebra-purge', 'okapi-purge'])
    expect((await ben.does('read-page', { topic: ref })).topic.id).toBe(one.topic)
  expect((await ben.does('read-page', { topic: notes.id })).links).toEqual({
    'Okapi purge': 'zebra-purge',
    'Zebra purge': 'zebra-purge',
  })
  const markdown = await textOf(one.topic)
  expect(markdown).toContain('Okapi by hand.')
  expect(markdown).toContain('Zebra by hand.')
  await house.whorl.settle()
  // Put together again, it says what both said, with its citations, and each once.
  const again = await textOf(one.topic)
  for (const said of ['you watch the queue (the old Okapi)', 'Okapi by hand.', 'Zebra by hand.'])
    expect(again.split(said)).toHaveLength(2)
  const { citations } = await ben.does('read-page', { topic: 'okapi-purge' })
  expect(citations.every(({ source }) => source !== null)).toBe(true)
  expect(new Set(citations.flatMap(({ claim }) => claim ?? []))).toEqual(new Set([...before.claims, ...with_.claims]))
  const { hits } = await ben.does('search', { words: 'Okapi', limit: 50 })
  expect(hits.every((one) => one.topic !== 'okapi-purge')).toBe(true)
  // What is said, recalled and done from then on is kept on the one.
  await mara.does('confirm-claims', { claims: [{ id: other.proposed, version: 1 }] })
  await ben.does('recall', { exercise: other.exercise, grade: 'had-it' })
  const { doing } = await ben.does('did-it', { topic: 'okapi-purge', on: '2026-05-04', with: ana.id })
  await ana.does('witness', { doing, saw: true })
  await house.whorl.settle()
  expect((await ben.does('list-claims', { topic: one.topic })).claims.map(({ id }) => id)).toContain(other.proposed)
  expect(await textOf(one.topic)).toContain('Drain Okapi pools first.')
  expect(JSON.stringify(await ben.does('today', {}))).not.toContain('okapi-purge')
  expect(house.faults).toEqual([])
})

test('Parted again, each has what was its own; what a person wrote on the joined page stands against it', async () => {
  const one = await brought('Cache purge', 'It empties the cache.')
  const other = await brought('Flush', 'It flushes.\n\n## Steps\n\nDrain.')
  const { question } = await ben.does('ask', { topic: other.id, words: 'What then?' })
  const { claims } = await mara.does('answer', { question, words: 'When it drains, you watch the queue.' })
  await mara.does('confirm-claims', { claims: claims.map(({ id }) => ({ id, version: 1 })) })
  await house.whorl.settle()
  const texts = async () => [await textOf(one.id), await textOf(other.id)]
  const before = await texts()
  await ben.does('merge-topics', { from: other.id, into: one.id })
  await house.whorl.settle()
  expect(await textOf(other.id)).toContain('watch the queue')
  const parted = await ana.does('part-topics', { topic: other.id })
  expect([parted.topic.title, parted.from.title]).toEqual(['Flush', 'Cache purge'])
  await house.whorl.settle()
  expect(await texts()).toEqual(before)
  await ben.does('merge-topics', { from: other.id, into: one.id })
  await house.whorl.settle()
  const { version, markdown } = await ben.does('read-page-text', { topic: one.id })
  await ben.does('edit-page', { topic: one.id, version, markdown: `${markdown}\nOf both.\n` })
  expect(await ana.isRefused('part-topics', { topic: other.id })).toMatchObject({ kind: 'unfit' })
  expect(await ana.isRefused('part-topics', { topic: one.id })).toMatchObject({ kind: 'absent' })
})

test('Of three joined one after the other, the last parts first, and takes with it what had come to it', async () => {
  const topics = []
  for (const title of ['A one', 'B two', 'C three']) topics.push((await mara.does('start-topic', { title })).topic.id)
  const [a, b, c] = topics as [string, string, string]
  await ben.does('merge-topics', { from: a, into: b })
  await ben.does('merge-topics', { from: b, into: c })
  expect((await ben.does('read-page', { topic: 'a-one' })).topic.id).toBe(c)
  expect(await ben.isRefused('part-topics', { topic: a })).toMatchObject({ kind: 'unfit' })
  await ben.does('part-topics', { topic: b })
  expect((await ben.does('read-page', { topic: 'a-one' })).topic.id).toBe(b)
  await ben.does('part-topics', { topic: a })
  expect((await ben.does('read-page', { topic: 'a-one' })).topic.id).toBe(a)
})

test('What somebody took out of the joined page does not come back when the two part', async () => {
  await mara.does('start-topic', { title: 'Purge' })
  const flush = await brought('Flush', 'It is loud.')
  const { question, request } = await ben.does('ask', { topic: 'purge', words: 'How?', of: mara.id })
  const words = 'Wait for the queue to be empty. The night shift was asleep again.'
  const { claims } = await mara.does('answer', { question, words, request: request ?? '' })
  await mara.does('confirm-claims', { claims: claims.map(({ id }) => ({ id, version: 1 })) })
  await house.whorl.settle()
  await ben.does('merge-topics', { from: flush.id, into: 'purge' })
  await house.whorl.settle()
  expect(await textOf('purge')).toContain('asleep')
  await mara.does('withdraw-claim', { claim: claims[1]?.id ?? '', version: 1 })
  await house.whorl.settle()
  await ben.does('part-topics', { topic: flush.id })
  // At once, before anything is compiled.
  expect(await textOf('purge')).not.toContain('asleep')
  expect(await textOf('purge')).toContain('queue to be empty')
  await house.whorl.settle()
  expect(await textOf('purge')).not.toContain('asleep')
})

test('Blocks that are split off take the lines along that only they cite, so that these can be taken out there', async () => {
  await mara.does('start-topic', { title: 'Purge' })
  const { question, request } = await ben.does('ask', { topic: 'purge', words: 'How?', of: mara.id })
  const words = 'Wait for the queue to be empty. The night shift was asleep again.'
  const { claims } = await mara.does('answer', { question, words, request: request ?? '' })
  await mara.does('confirm-claims', { claims: claims.map(({ id }) => ({ id, version: 1 })) })
  await house.whorl.settle()
  const { version, blocks } = await ben.does('list-parts', { topic: 'purge' })
  const goes = blocks.filter((block) => block.words.includes('asleep')).map(({ n }) => n)
  await ben.does('split-topic', { topic: 'purge', title: 'Shifts', version, blocks: goes, claims: [] })
  await house.whorl.settle()
  expect(await textOf('shifts')).toContain('asleep')
  expect(await textOf('purge')).not.toContain('asleep')
  await mara.does('withdraw-claim', { claim: claims[1]?.id ?? '', version: 1 })
  await house.whorl.settle()
  expect(await textOf('shifts')).not.toContain('asleep')
  expect((await ben.does('search', { words: 'asleep' })).hits).toEqual([])
})

test('What is closed is joined to nothing that is open, nor to what is closed to others', async () => {
  const { slug: area } = await mara.does('make-area', { name: 'Board room' })
  const { slug: elsewhere } = await mara.does('make-area', { name: 'Clinic' })
  const closed = (await mara.does('start-topic', { title: 'Closed', area })).topic
  const apart = (await mara.does('start-topic', { title: 'Apart', area: elsewhere })).topic
  const open = (await mara.does('start-topic', { title: 'Open' })).topic
  const refused = await mara.isRefused('merge-topics', { from: closed.id, into: open.id })
  expect(refused).toMatchObject({ kind: 'unfit', field: 'into', remedy: expect.stringMatching(/^Release/) })
  expect(await mara.isRefused('merge-topics', { from: apart.id, into: closed.id })).toMatchObject({ kind: 'unfit' })
  expect(await ben.isRefused('merge-topics', { from: closed.id, into: open.id })).toMatchObject({ kind: 'absent' })
})

test('Split off, blocks and lines stand on a topic of their own, and schedules stay as they were', async () => {
  const one = await goRound(house, { mara, ben, ana }, 'Zebra')
  const { version, blocks, claims } = await ben.does('list-parts', { topic: one.topic })
  const goes = blocks.filter((block) => block.claims.includes(one.claim))
  expect(goes).toHaveLength(1)
  const due = (await ben.does('list-exercises', {})).exercises.map(({ id, dueAt }) => [id, dueAt])
  const made = { topic: one.topic, title: 'The queue', version, blocks: goes.map(({ n }) => n), claims: [one.claim] }
  expect(await ben.isRefused('split-topic', { ...made, version: version + 1 })).toMatchObject({ kind: 'clash' })
  expect(await ben.isRefused('split-topic', { ...made, title: one.title })).toMatchObject({ field: 'title' })
  expect(await ben.isRefused('split-topic', { ...made, claims: ['no such line'] })).toMatchObject({ field: 'claims' })
  const { topic } = await ben.does('split-topic', made)
  await house.whorl.settle()
  const said = async (ref: string) => (await ben.does('list-claims', { topic: ref })).claims.map(({ id }) => id)
  expect(await said(topic.id)).toEqual([one.claim])
  expect((await said(one.topic)).toSorted()).toEqual(claims.map(({ id }) => id).filter((id) => id !== one.claim))
  expect((await ben.does('list-exercises', {})).exercises.map(({ id, dueAt }) => [id, dueAt])).toEqual(due)
  expect((await ben.does('list-exercises', { topic: topic.id })).exercises.map(({ id }) => id)).toEqual([one.exercise])
  expect((await ben.does('read-page', { topic: topic.id })).citations.map(({ claim }) => claim)).toContain(one.claim)
  expect(await textOf(topic.id)).toContain(`[[${one.title}]]`)
  expect(await textOf(one.topic)).toContain('[[The queue]]')
  const { people } = await ben.does('who-knows', { topic: topic.id })
  expect(people.map(({ person, reasons }) => [person.name, reasons.map(({ kind }) => kind)])).toEqual([
    // The line that he remembers has gone there, and what he let stand with it.
    ['Ben', ['remembers']],
    ['Mara', ['explained']],
  ])
  expect((await ben.does('lineage', { claim: one.claim })).pages.map((at) => at.topic.path)).toEqual(['the-queue'])
  expect((await ben.does('fetch', { id: `question:${one.question}` })).text).toContain('watch the queue')
  expect(house.faults).toEqual([])
})

const step = fc.record({
  what: fc.constantFrom('rename', 'merge', 'part', 'split', 'say', 'settle'),
  at: fc.nat(9),
  to: fc.nat(9),
  some: fc.nat(7),
})

type Step = { what: 'merge' | 'rename' | 'split'; at: number; to: number; some: number }
const does = (what: Step['what'], at: number, some = 0): Step => ({ what, at, to: 0, some })
/** A block that was split off and joined again was deleted at the next compile. */
const splitAndJoinedAgain = [
  does('merge', 1),
  does('rename', 0),
  does('split', 0, 1),
  does('merge', 3),
  does('rename', 0),
]

test('Whatever is done with topics: no line, no citation, no evidence is lost, and each old address leads somewhere right', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
      const { slug } = await mara.does('create-space', { name: 'Topics' })
      const [who, other] = [house.here(mara, slug), await house.joins(ben, 'member', slug)]
      const addresses = new Map<string, Set<string>>()
      const topics: string[] = []
      const claims = new Map<string, string>()
      const start = async (title: string) => {
        const { topic } = await who.does('start-topic', { title })
        topics.push(topic.id)
        addresses.set(topic.path, new Set([topic.id]))
      }
      const say = async (topic: string, n: number) => {
        const { question } = await other.does('ask', { topic, words: `Why ${n}?` })
        const said = await who.does('answer', { question, words: `The pool ${n} drains in ${n + 2} minutes.` })
        await who.does('confirm-claims', { claims: said.claims.map(({ id }) => ({ id, version: 1 })) })
        for (const { id } of said.claims) claims.set(id, topic)
      }
      for (const n of [0, 1, 2]) {
        await start(`Topic ${n}`)
        await say(topics[n] ?? '', n)
      }
      await house.whorl.settle()
      for (const [n, { what, at, to, some }] of steps.entries()) {
        const [topic, into] = [topics[at % topics.length] ?? '', topics[to % topics.length] ?? '']
        const doing: Record<string, () => Promise<unknown>> = {
          rename: async () => {
            const { topic: now } = await who.does('rename-topic', { topic, title: `Name ${some}` })
            addresses.set(now.path, new Set([now.id]))
          },
          merge: () => who.does('merge-topics', { from: topic, into }),
          part: () => who.does('part-topics', { topic }),
          split: async () => {
            const { version, blocks, claims: there } = await who.does('list-parts', { topic })
            const made = { topic, title: `Part ${n}`, version }
            const chosen = { blocks: blocks.filter((one) => one.n % 2 === some % 2).map((one) => one.n) }
            const lines = there.filter((_, m) => m % 2 === some % 2).map(({ id }) => id)
            const { topic: own } = await who.does('split-topic', { ...made, ...chosen, claims: lines })
            topics.push(own.id)
            addresses.set(own.path, new Set([own.id]))
          },
          say: () => say(topic, 10 + n),
          settle: () => house.whorl.settle(),
        }
        await doing[what]?.().catch((error) => {
          if (error.constructor.name !== 'Refusal') throw error
        })
      }
      await house.whorl.settle()
      const listed = (await who.does('list-topics', {})).topics
      const [said, cited, reasons] = [[] as string[], [] as string[], [] as string[]]
      for (const { id } of listed) {
        said.push(...(await who.does('list-claims', { topic: id })).claims.map((claim) => claim.id))
        cited.push(...(await who.does('read-page', { topic: id })).citations.flatMap(({ claim }) => claim ?? []))
        reasons.push(
          ...(await who.does('who-knows', { topic: id })).people.flatMap((one) =>
            one.reasons.map((why) => why.evidence),
          ),
        )
      }
      expect(said.toSorted()).toEqual([...claims.keys()].toSorted())
      expect(new Set(cited)).toEqual(new Set(claims.keys()))
      expect(new Set(reasons).size).toBe(claims.size)
      for (const [path, [id = '']] of addresses) {
        const [byPath, byId] = [
          await who.does('read-page', { topic: path }),
          await who.does('read-page', { topic: id }),
        ]
        expect(byPath.topic.id).toBe(byId.topic.id)
        expect(listed.map((one) => one.id)).toContain(byPath.topic.id)
      }
      expect(house.faults).toEqual([])
    }),
    { numRuns: 4, examples: [[splitAndJoinedAgain]] },
  )
})

const thingsOf = async (who: Somebody) => (await who.does('today', {})).things

test('Who is asked to keep a page may say yes, or no, and nobody is told of a no', async () => {
  const { id: topic } = await brought('Cache purge', 'It empties the cache.')
  await mara.does('ask-to-keep', { topic, person: ben.id })
  await mara.does('ask-to-keep', { topic, person: ana.id })
  const before = await mara.does('topic-care', { topic })
  expect(before).toMatchObject({ keepers: [], asked: null })
  expect(await thingsOf(ben)).toMatchObject([{ kind: 'keep', topic: { id: topic }, by: { name: 'Mara' } }])
  await ben.does('answer-to-keep', { topic, keep: false })
  expect(await thingsOf(ben)).toEqual([])
  expect(await mara.does('topic-care', { topic })).toEqual(before)
  // Asked again, he is not asked twice, and Mara cannot tell.
  await mara.does('ask-to-keep', { topic, person: ben.id })
  expect(await thingsOf(ben)).toEqual([])
  await ana.does('answer-to-keep', { topic, keep: true })
  expect((await ben.does('topic-care', { topic })).keepers).toEqual([{ id: ana.id, name: 'Ana' }])
  await ana.does('answer-to-keep', { topic, keep: false })
  expect((await ben.does('topic-care', { topic })).keepers).toEqual([])
  await ben.does('ask-to-keep', { topic })
  expect(await ben.does('topic-care', { topic })).toMatchObject({ iKeep: true, keepers: [{ name: 'Ben' }] })
})

test('A page past its day says so, and its keeper sees it on Today until they say that it is still true', async () => {
  const { id: topic } = await brought('Cache purge', 'It empties the cache.', 'review_by: 2026-05-06\nmood: calm\n')
  await ben.does('ask-to-keep', { topic })
  expect((await ana.does('topic-care', { topic })).review).toEqual({ due: '2026-05-06', past: false })
  expect(await thingsOf(ben)).toEqual([])
  house.later(10)
  expect((await ana.does('topic-care', { topic })).review).toEqual({ due: '2026-05-06', past: true })
  expect(await thingsOf(ben)).toMatchObject([{ kind: 'review', topic: { id: topic }, due: '2026-05-06' }])
  expect(await thingsOf(ana)).toEqual([])
  expect(await ana.isRefused('still-true', { topic, next: '2026-05-14' })).toMatchObject({
    kind: 'unfit',
    field: 'next',
  })
  await ana.does('still-true', { topic, next: '2026-11-01' })
  expect(await textOf(topic)).toContain('review_by: 2026-11-01\nmood: calm\nreviewed: 2026-05-14\n')
  expect(await ben.does('topic-care', { topic })).toMatchObject({
    still: { by: { name: 'Ana' }, at: house.now() },
    review: { due: '2026-11-01', past: false },
  })
  expect(await thingsOf(ben)).toEqual([])
})

test('Two who differ are told at once and before others; when both have said when theirs holds, the topic shows both sides', async () => {
  const { topic } = await ana.does('start-topic', { title: 'Purge time' })
  const says = async (who: Somebody, words: string) => {
    const { question } = await ana.does('ask', { topic: topic.id, words: `How long does it take ${who.name}?` })
    const { claims } = await who.does('answer', { question, words })
    await who.does('confirm-claims', { claims: claims.map(({ id }) => ({ id, version: 1 })) })
    await house.whorl.settle()
    return claims[0]?.id ?? ''
  }
  await says(mara, 'A purge of the edge cluster takes 30 minutes to reach everyone.')
  await says(ben, 'A purge of the edge cluster takes 90 minutes to reach everyone.')
  const differ = (who: Somebody) => thingsOf(who).then((things) => things.filter(({ kind }) => kind === 'differ'))
  const listed = async (who: Somebody) => (await who.does('list-differences', { topic: topic.id })).differences
  expect(await differ(mara)).toMatchObject([
    {
      statement: expect.stringContaining('30 minutes'),
      other: { voice: { person: { name: 'Ben' } }, holdsWhen: null },
    },
  ])
  const [thing] = await differ(ben)
  expect(thing).toMatchObject({ other: { voice: { person: { name: 'Mara' } } } })
  expect(await differ(ana)).toEqual([])
  expect(await listed(ana)).toEqual([])
  expect(await listed(mara)).toMatchObject([{ waits: true }])
  const difference = thing?.kind === 'differ' ? thing.difference : ''
  expect(await ana.isRefused('say-when', { difference, holdsWhen: 'always' })).toMatchObject({ kind: 'absent' })
  await mara.does('say-when', { difference, holdsWhen: 'the old cluster' })
  expect(await differ(mara)).toEqual([])
  expect(await listed(ana)).toEqual([])
  await ben.does('say-when', { difference, holdsWhen: 'the new cluster' })
  expect(
    (await listed(ana))[0]?.sides.map(({ voice, holdsWhen }) => ['person' in voice && voice.person.name, holdsWhen]),
  ).toEqual([
    ['Mara', 'the old cluster'],
    ['Ben', 'the new cluster'],
  ])
  await house.whorl.settle()
  expect(await textOf(topic.id)).toContain('(the old cluster)')
  expect(await differ(ben)).toEqual([])
  expect(house.faults).toEqual([])
})
