/** A write after which a reading act gives another answer says a noun that the act shows: so open screens are read again. */
import { expect, test } from 'vitest'
import { isShown } from '../src/web/shown.ts'
import { type Acts, openHouse, type Somebody } from './house.ts'
import { goRound } from './round.ts'

type Reading = { [N in keyof Acts]: [act: N, input: Acts[N]['in'], topic?: string] }[keyof Acts]

/** What somebody read: by which act, about which topic. */
type Answer = { who: string; act: string; topic: string | undefined; answer: string }

test('Whatever changes the answer of an act says a noun that the act shows', { timeout: 240_000 }, async () => {
  const house = await openHouse()
  const { whorl } = house
  const mara = await house.comes('Mara', 'owner')
  const ben = await house.comes('Ben', 'member')
  const ana = await house.comes('Ana', 'keeper')
  const { topic } = await ben.does('start-topic', { title: 'Okapi' })
  await whorl.settle()
  const missed = new Set<string>()
  const seen = new Set<string>()
  /** What is read besides, since it is there. */
  const more: Reading[] = []
  let last: Awaited<ReturnType<typeof readAll>> | undefined

  /** What two people read, of the space and of one topic, by the words of what was read. */
  const readAll = async (topics: string[]) => {
    const asked = [mara, ben].flatMap((who) => [...readings(topics), ...more].map((one) => [who, ...one] as const))
    // All at once: over a wire each answer is waited for.
    const read = asked.map(async ([who, act, input, of]) => {
      const answer = JSON.stringify(await who.does(act, input as never).catch(({ message }: Error) => message))
      return [`${who.name} ${act} ${JSON.stringify(input)}`, { who: who.id, act, topic: of, answer }] as const
    })
    return new Map<string, Answer>(await Promise.all(read))
  }
  const lastSeq = async () =>
    (await whorl.store.db.selectFrom('journal').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst())
      ?.seq ?? 0
  /** Looks whether each answer that a step changed was of an act that shows a noun which was said in it to who reads. */
  const step = async (topics: string[], doIt: () => Promise<unknown>) => {
    const [before, from] = [last ?? (await readAll(topics)), await lastSeq()]
    await doIt()
    await whorl.settle()
    const rows = await whorl.store.db.selectFrom('journal').select(['act', 'changed']).where('seq', '>', from).execute()
    const said = rows.flatMap(
      ({ changed }) =>
        JSON.parse(changed) as { nouns: Record<string, string[]>; to: { person?: string; topics: string[] } }[],
    )
    last = await readAll(topics)
    for (const [what, { who, act, topic: of, answer }] of last) {
      if (!before.has(what) || before.get(what)?.answer === answer) continue
      seen.add(act)
      const heard = said.filter(({ to }) => to.person === undefined || to.person === who)
      if (!heard.some(({ nouns, to }) => isShown(act, of, { nouns: Object.keys(nouns), topics: to.topics })))
        missed.add(`${act} after ${rows.map((row) => row.act).join(', ')}`)
    }
  }
  /** The same person, each of whose writes is a step. */
  const watched = (who: Somebody, topics: string[]): Somebody => ({
    ...who,
    does: (async (act: keyof Acts, input: never) => {
      let out: unknown
      await step(topics, async () => {
        out = await who.does(act, input)
      })
      return out
    }) as Somebody['does'],
  })

  const [maraHere, benHere] = [watched(mara, [topic.id]), watched(ben, [topic.id])]
  await step([topic.id], () => goRound(house, { mara, ben, ana }, 'Zebra'))
  const { question, request } = await benHere.does('ask', {
    topic: topic.id,
    words: 'How is an Okapi fed?',
    of: mara.id,
  })
  const { claims, source } = await maraHere.does('answer', {
    question,
    words: 'An Okapi takes 30 minutes to eat. When it hides below the leaves, you wait outside.',
    request: request ?? '',
  })
  more.push(['read-source', { source }], ['lineage', { claim: claims[0]?.id ?? '' }])
  last = undefined
  await maraHere.does('confirm-claims', { claims: claims.map(({ id }) => ({ id, version: 1 })) })
  const { exercises: practised } = await ben.does('list-exercises', { topic: topic.id })
  more.push(['reveal', { exercise: practised[0]?.id ?? '' }])
  last = undefined
  await benHere.does('ask-to-keep', { topic: topic.id })
  await benHere.does('still-true', { topic: topic.id })
  const { version, markdown } = await ben.does('read-page-text', { topic: topic.id })
  await benHere.does('edit-page', { topic: topic.id, version, markdown: `${markdown}\nBy hand.\n` })
  const asked = await benHere.does('ask', { topic: topic.id, words: 'How long does an Okapi sleep?' })
  await benHere.does('ask-also', { question: asked.question, of: ana.id })
  const { showing } = await maraHere.does('offer-showing', { question: asked.question })
  await maraHere.does('say-shown', { showing })
  await benHere.does('say-shown', { showing })
  const { exercises } = await ben.does('list-exercises', { topic: topic.id })
  await benHere.does('recall', { exercise: exercises[0]?.id ?? '', grade: 'had-it', reply: 'Wait.' })
  const { doing } = await benHere.does('did-it', { topic: topic.id, on: '2026-05-04', with: mara.id })
  await maraHere.does('witness', { doing, saw: true })
  const { puzzle } = await benHere.does('puzzled', { words: 'Why is the gate green?' })
  await benHere.does('settle-puzzle', { puzzle: puzzle.id, as: 'still' })
  const { story } = await maraHere.does('begin-story', { topic: topic.id })
  await maraHere.does('tell', { story: story.id, after: 0, words: 'It rained. I decided to wait.' })
  more.push(['read-story', { story: story.id }])
  last = undefined
  await maraHere.does('retell', { story: story.id })
  const { missing } = await benHere.does('look-out', { words: 'Who waters the fern in the hall on holidays?' })
  await benHere.does('say-missing', { missing: missing.id })
  await maraHere.does('import-source', { name: 'fern.md', text: 'Jun waters the fern in the hall on holidays.' })
  await maraHere.does('import-page', {
    markdown: '---\ntitle: Ferns\n---\n\nAn [[Okapi]] eats them. ^[fern.md:1] So they say. ^[nowhere.md:1]\n',
  })
  await maraHere.does('rename-topic', { topic: topic.id, title: 'Okapis' })
  await maraHere.does('withdraw-claim', { claim: claims[0]?.id ?? '', version: 1 })
  const together = await Promise.all(['Kim', 'Lea'].map((name) => house.comes(name, 'member')))
  const people = [mara, ana, ...together].map(({ id }) => id)
  last = undefined
  await benHere.does('form-community', { name: 'Night shift', people })
  await maraHere.does('propose', { act: 'start-topic', input: { title: 'Proposed' }, agent: 'Robin' })
  await maraHere.does('bring-source', { name: 'broken.pdf', bytes: Buffer.from('%PDF-1.4 broken').toString('base64') })
  const says = async (who: Somebody, words: string) => {
    const { question } = await ana.does('ask', { topic: topic.id, words: `How long does it take ${who.name}?` })
    const { claims } = await who.does('answer', { question, words })
    await who.does('confirm-claims', { claims: claims.map(({ id }) => ({ id, version: 1 })) })
    await whorl.settle()
  }
  await step([topic.id], () => says(mara, 'A meal of the old giraffe takes 30 minutes to finish for everyone.'))
  await step([topic.id], () => says(ben, 'A meal of the old giraffe takes 90 minutes to finish for everyone.'))
  await maraHere.does('make-area', { name: 'Board room' })
  await maraHere.does('make-agent-key', { name: 'Robin' })
  await maraHere.does('change-role', { person: ben.id, role: 'keeper' })
  await maraHere.does('turn-on-inference', { from: 'history' })
  const { topic: joined } = await benHere.does('start-topic', { title: 'Forest giraffe' })
  await benHere.does('merge-topics', { from: joined.id, into: topic.id })
  await benHere.does('part-topics', { topic: joined.id })

  expect([...missed]).toEqual([])
  // Each of these was seen to change, so that none was held against nothing.
  expect(
    [...new Set([...readings([topic.id]), ...more].map(([act]) => act as string))].filter((act) => !seen.has(act)),
  ).toEqual([])
})

const readings = (topics: string[]): Reading[] => [
  ['today', {}],
  ['list-spaces', {}],
  ['list-topics', {}],
  ['list-questions', {}],
  ['list-puzzles', {}],
  ['list-exercises', {}],
  ['list-missing', {}],
  ['list-sources', {}],
  ['list-people', {}],
  ['list-areas', {}],
  ['list-agent-keys', {}],
  ['list-inference', {}],
  ['my-claims', {}],
  ['my-record', {}],
  ['my-doings', {}],
  ['my-stories', {}],
  ['list-communities', {}],
  ['list-proposals', {}],
  ['list-arrivals', {}],
  ['list-files', {}],
  ['suggest-topics', {}],
  ['the-whole', {}],
  ['check-pages', {}],
  ['search', { words: 'okapi' }],
  ['what-was-said', { words: 'How is an okapi fed?' }],
  ...topics.flatMap((topic): Reading[] => [
    ['read-page', { topic }, topic],
    ['read-page-text', { topic }, topic],
    ['page-history', { topic }, topic],
    ['list-questions', { topic }, topic],
    ['list-claims', { topic }, topic],
    ['list-differences', { topic }, topic],
    ['list-parts', { topic }, topic],
    ['topic-care', { topic }, topic],
    ['topic-spiral', { topic }, topic],
    ['who-knows', { topic }, topic],
    ['what-helped', { topic }, topic],
    ['neighbourhood', { topic }, topic],
  ]),
]
