/** A full spiral on one topic, with something left open at each step, for tests to find or not. */
import type { House, Somebody } from './house.ts'

/** The people of a round: Mara tells and shows, Ben asks and learns, Ana witnesses. */
export interface Three {
  mara: Somebody
  ben: Somebody
  ana: Somebody
}

/** The ids of what a round made; `open…` things await somebody. */
export type Round = Awaited<ReturnType<typeof goRound>>

/** Does the acts of one round. Every typed text contains the mark; `mara` must be a keeper. */
export async function goRound(house: House, { mara, ben, ana }: Three, mark: string, area?: string) {
  const title = `${mark} purge`
  const { topic } = await ben.does('start-topic', { title, ...(area && { area }) })
  const file = await mara.does('import-source', {
    name: `${mark}.md`,
    title: `${mark} handbook`,
    text: `# ${title}\n\nA ${mark} purge empties the cache of ${mark}.\n`,
    origin: `https://example.org/${mark}`,
    ...(area && { area }),
  })
  // Makes the order of reactions deterministic.
  await house.whorl.settle()
  const { doing } = await mara.does('did-it', { topic: topic.id, on: '2026-05-02', with: ana.id, words: `${mark} did` })
  await ana.does('witness', { doing, saw: true })

  const words = `How is ${mark} purged?`
  const { question, request } = await ben.does('ask', { topic: topic.id, words, of: mara.id })
  const { source, claims } = await mara.does('answer', {
    question,
    words: `When ${mark} bends below 40 per cent, you watch the queue. ${mark} never tells its load honestly. Drain ${mark} pools first.`,
    request: request ?? '',
  })
  const { showing } = await mara.does('offer-showing', { question })
  await mara.does('say-shown', { showing })
  await ben.does('say-shown', { showing })
  const [first, second, proposed] = claims
  if (!first || !second || !proposed) throw new Error('Three lines were expected.')
  await mara.does('correct-claim', { claim: first.id, version: 1, holdsWhen: `the old ${mark}` })
  await mara.does('confirm-claims', {
    claims: [
      { id: first.id, version: 2 },
      { id: second.id, version: 1 },
    ],
  })
  await house.whorl.settle()

  const { version, markdown } = await ben.does('read-page-text', { topic: topic.id })
  const edited = await ben.does('edit-page', { topic: topic.id, version, markdown: `${markdown}\n${mark} by hand.\n` })
  const { exercises } = await ben.does('list-exercises', { topic: topic.id })
  const [exercise, missed] = exercises
  if (!exercise || !missed) throw new Error('Two exercises were expected.')
  const { remembers } = await ben.does('recall', { exercise: exercise.id, grade: 'had-it', reply: `${mark} reply` })
  await ben.does('recall', { exercise: missed.id, grade: 'missed', reply: `${mark} wrong` })
  await ben.does('let-stand', { evidence: remembers?.evidence ?? '' })
  const { things } = await ben.does('what-helped', { topic: topic.id, on: '2026-05-04' })
  const helped = things.map(({ id }) => id)
  const { doing: done } = await ben.does('did-it', { topic: topic.id, on: '2026-05-04', with: mara.id, helped })
  await mara.does('witness', { doing: done, saw: true })

  const { story: begun } = await mara.does('begin-story', { topic: topic.id })
  await mara.does('tell', { story: begun.id, after: 0, words: `The ${mark} hummed. I decided to wait.` })
  const { story } = await mara.does('retell', { story: begun.id })
  const another = await ben.does('ask', { topic: topic.id, words: `And when ${mark} is cold?`, of: mara.id })
  const third = await ben.does('ask', { topic: topic.id, words: `And when ${mark} is hot?`, of: ana.id })
  const { showing: openShowing } = await ana.does('offer-showing', { question: third.question })
  const { doing: openDoing } = await ben.does('did-it', {
    topic: topic.id,
    on: '2026-05-03',
    with: mara.id,
    words: mark,
  })
  await house.whorl.settle()
  return {
    title,
    topic: topic.id,
    path: topic.path,
    area: topic.area.slug,
    question,
    request: request ?? '',
    openRequest: another.request ?? '',
    source,
    file: file.source,
    fileName: file.name,
    claim: first.id,
    confirmed: second.id,
    proposed: proposed.id,
    showing,
    openShowing,
    exercise: exercise.id,
    doing: done,
    openDoing,
    conversion: things.find(({ kind }) => kind === 'showing')?.id ?? '',
    evidence: remembers?.evidence ?? '',
    version: edited.version,
    story: story.id,
    storyLine: story.timeline[1]?.id ?? '',
  }
}
