/** Every act, reaction and job says which nouns it changed: no more, no less, and to nobody who may not hear of it. */
import { expect, test } from 'vitest'
import { acts } from '../src/acts.ts'
import { findableReactions, missingBecomesFound } from '../src/search/index.ts'
import { reactions } from '../src/spiral/index.ts'
import { answeringPlace } from './answering-place.ts'
import { brokenJob } from './broken-job.ts'
import { historyOf } from './history.ts'
import { openHouse, type Somebody } from './house.ts'
import { goRound } from './round.ts'
import { openStandIn, page } from './stand-in-model.ts'
import { type Written, watchWrites } from './watch-writes.ts'

const writing = acts.filter(({ reads, scope }) => !reads && scope === 'space').map(({ name }) => name as string)

const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64')

async function watchedHouse() {
  const written: Written[] = []
  const standIn = await openStandIn()
  standIn.answers(page(['A Quokka purge empties the cache of Quokka.', 1]))
  const answers = { '/run': { body: '<title>Run</title><p>Ask Jun first, whatever it is.</p>' } }
  const { url, reach } = await answeringPlace(answers)
  const house = await openHouse({
    model: standIn.model(),
    reach,
    watched: (store) => watchWrites(store, (one) => void written.push(one)),
  })
  return { house, written, url, answers }
}

test('Every writing act, and all that follows, says the nouns whose tables changed, and no other', {
  // Each writing of some hundreds reads all tables before and after.
  timeout: 300_000,
}, async () => {
  const { house, written, url, answers } = await watchedHouse()
  const mara = await house.comes('Mara', 'owner')
  const ben = await house.comes('Ben', 'member')
  const ana = await house.comes('Ana', 'keeper')
  const settle = () => house.whorl.settle()
  const round = await goRound(house, { mara, ben, ana }, 'Zebra')

  // who and where
  await mara.does('invite', {})
  await mara.does('change-role', { person: ben.id, role: 'keeper' })
  const { slug: closed } = await mara.does('make-area', { name: 'Board room' })
  const { path } = await mara.does('invite', { areas: [closed] })
  const pia = { name: 'Pia', email: 'pia@example.org', password: 'Pia likes long walks' }
  await house.whorl.signIn.enter({ token: path.split('#')[1] ?? '', ...pia }, new Headers(), null)
  await mara.does('let-in', { area: closed, person: ben.id })
  await mara.does('turn-on-inference', { from: 'history' })
  const { agent } = await mara.does('make-agent-key', { name: 'Robin' })
  await mara.does('end-agent-key', { agent })
  await ben.does('dismiss', { thing: round.topic })
  const { proposal } = await mara.does('propose', {
    act: 'start-topic',
    input: { title: 'Proposed by an agent' },
    agent: 'Robin',
  })
  await mara.does('accept-proposal', { proposal })
  const refused = await mara.does('propose', { act: 'start-topic', input: { title: 'Never' }, agent: 'Robin' })
  await mara.does('decline-proposal', { proposal: refused.proposal })
  await settle()

  // what is brought to be looked through
  const jo = await house.comes('Jo', 'reader')
  const { scan } = await mara.does('begin-scan', { name: 'history.txt' })
  await mara.does('send-scan-part', { scan, part: 0, bytes: base64(historyOf()) })
  await mara.does('scan', { scan })
  await settle()
  await jo.does('let-be-seen', { scan, finding: 0, seen: true })
  await mara.does('take-up', { scan, finding: 0 })
  await settle()
  await mara.does('forget-scan', { scan })
  await mara.does('turn-off-inference', { from: 'history' })

  // finding
  const { missing } = await ben.does('look-out', { words: 'What does the green lamp over the gate mean?' })
  await ben.does('say-missing', { missing: missing.id })
  const again = await ben.does('look-out', { words: 'Who waters the fern in the hall on holidays?' })
  await mara.does('import-source', { name: 'lamp.md', text: 'The green lamp over the gate means the dogs are out.' })
  await settle()
  await ben.does('drop-missing', { missing: again.missing.id })

  // topics and their keepers
  await ben.does('ask-to-keep', { topic: round.topic })
  await ben.does('ask-to-keep', { topic: round.topic, person: ana.id })
  await ana.does('answer-to-keep', { topic: round.topic, keep: false })
  await ben.does('answer-to-keep', { topic: round.topic, keep: false })
  await ben.does('still-true', { topic: round.topic })
  await settle()
  await ben.does('rename-topic', { topic: round.topic, title: 'Zebra flush' })
  await settle()
  const split = await ben.does('split-topic', {
    topic: round.topic,
    title: 'Zebra queue',
    version: 0,
    blocks: [],
    claims: [round.confirmed],
  })
  await settle()
  await ben.does('merge-topics', { from: split.topic.id, into: round.topic })
  await ben.does('part-topics', { topic: split.topic.id })
  await settle()

  // what puzzled somebody, and asking
  const { puzzle } = await ben.does('puzzled', { words: 'Why is the wombat door never locked?' })
  await ben.does('settle-puzzle', { puzzle: puzzle.id, as: 'still' })
  await ben.does('ask-puzzle', { puzzle: puzzle.id, title: 'Wombat door' })
  const line = await ben.does('puzzled', { words: 'Why two bells?' })
  await ben.does('settle-puzzle', { puzzle: line.puzzle.id, as: 'gone' })
  const { question } = await ben.does('ask', { topic: round.topic, words: 'And at night?' })
  const [kim, lea] = [await house.comes('Kim', 'member'), await house.comes('Lea', 'member')]
  const together = [mara, ana, kim, lea].map(({ id }) => id)
  const { community } = await ben.does('form-community', { name: 'Night shift', people: together })
  await kim.does('say-together', { question, group: community, words: 'Nobody purges alone at night.' })
  for (const who of [ben, ana, lea]) {
    const [waiting] = (await who.does('my-claims', {})).claims.filter(({ voice }) => 'group' in voice)
    await who.does('confirm-claims', { claims: [{ id: waiting?.id ?? '', version: 1 }] })
  }
  await settle()
  const { request } = await ben.does('ask-also', { question, of: mara.id })
  await ana.does('wonder-too', { question })
  await mara.does('snooze', { request, until: '2026-06-01' })
  await mara.does('pass-on', { request, to: ana.id })
  await ana.does('offer-showing', { question })
  await ana.does('call-off', { showing: round.openShowing })
  await mara.does('decline', { request: round.openRequest })
  await settle()

  // stories
  const story = round.story
  const { story: told } = await mara.does('correct-story', {
    story,
    version: (await mara.does('read-story', { story })).story.version,
    lines: [{ words: 'The Zebra hummed.' }, { words: 'I decided to wait.' }],
  })
  await mara.does('deepen', { story, line: told.timeline[1]?.id ?? '' })
  const { probes } = (await mara.does('read-story', { story })).story
  await mara.does('answer-probe', { story, family: probes[0]?.family ?? 'cues', words: 'A low hum.' })
  const finished = await mara.does('finish-story', { story })
  const [first, second] = finished.claims
  await mara.does('withdraw-claim', { claim: first?.id ?? '', version: 1 })
  await mara.does('confirm-claims', { claims: [{ id: second?.id ?? '', version: 1 }] })
  await settle()
  await mara.does('withdraw-claim', { claim: second?.id ?? '', version: 1 })
  const dropped = await ben.does('begin-story', { title: 'A night at the mill' })
  await ben.does('tell', { story: dropped.story.id, after: 0, words: 'It rained.' })
  await ben.does('drop-story', { story: dropped.story.id })
  await settle()

  // two differ; a topic of a closed area is opened
  const says = async (who: Somebody, words: string) => {
    const asked = await ana.does('ask', { topic: round.topic, words: `How long does it take ${who.name}?` })
    const { claims } = await who.does('answer', { question: asked.question, words })
    await who.does('confirm-claims', { claims: claims.map(({ id }) => ({ id, version: 1 })) })
    await settle()
  }
  await says(mara, 'A purge of the edge cluster takes 30 minutes to reach everyone.')
  await says(ben, 'A purge of the edge cluster takes 90 minutes to reach everyone.')
  const { differences } = await mara.does('list-differences', { topic: round.topic })
  await mara.does('say-when', { difference: differences[0]?.id ?? '', holdsWhen: 'the old cluster' })
  await ben.does('say-when', { difference: differences[0]?.id ?? '' })
  const hidden = await ben.does('start-topic', { title: 'Hidden', area: closed })
  const inside = await ben.does('ask', { topic: hidden.topic.id, words: 'How is it hidden?' })
  const kept = await mara.does('answer', { question: inside.question, words: 'It is hidden behind the second door.' })
  await mara.does('confirm-claims', { claims: [{ id: kept.claims[0]?.id ?? '', version: 1 }] })
  await ben.does('release', { topic: hidden.topic.id })
  await mara.does('agree-to-release', { claim: kept.claims[0]?.id ?? '', agree: true })
  await settle()

  // pages and their sources
  const run = '# Runbook\n\nA purge takes ten minutes.\n'
  const { source } = await mara.does('import-source', { name: 'run.md', text: run })
  await mara.does('import-page', { markdown: '---\ntitle: Purging\n---\n\nIt takes ten minutes. ^[run.md:3]\n' })
  await settle()
  await mara.does('import-source', { name: 'run.md', text: run.replace('ten', 'ninety'), replaces: source })
  await settle()
  const before = (await ben.does('read-page', { topic: 'purging' })).page?.version ?? 0
  await ben.does('still-holds', { topic: 'purging', version: before, name: 'run.md', fromLine: 3, toLine: 3 })
  await ben.does('restore-page', { topic: 'purging', version: before + 1, restore: 1 })
  await ben.does('recompile', { topic: 'purging' })
  await settle()
  const { arrival } = await mara.does('bring-source', { name: 'long.txt', parts: 2, bytes: base64('Ask Jun. ') })
  await mara.does('send-source-part', { arrival, part: 1, bytes: base64('Always.') })
  const broken = await mara.does('bring-source', { name: 'broken.pdf', bytes: base64('%PDF-1.4 broken') })
  const fetched = await mara.does('bring-source', { address: `${url}/run` })
  await settle()
  await mara.does('forget-arrival', { arrival: broken.arrival })
  answers['/run'].body = '<title>Run</title><p>Ask nobody.</p>'
  await mara.does('look-again', { source: (await arrived(mara, fetched.arrival)) ?? '' })
  await settle()
  const html = { path: 'sources/a.html', text: '<p>An Okapi is shy.</p>' }
  const files = [{ path: 'Okapi.md', text: '# Okapi\n\nShy.\n' }, { path: 'sources/b.md', text: 'B.' }, html]
  await mara.does('import-files', { files, from: 'vault' })
  await settle()
  await mara.does('import-files', { files, from: 'vault' })
  await settle()

  // a page that a model writes
  await mara.does('import-source', {
    name: 'quokka.md',
    text: '# Quokka\n\nA Quokka purge empties the cache of Quokka.\n',
  })
  await mara.does('start-topic', { title: 'Quokka' })
  await settle()
  await mara.does('turn-on-model', {})
  await mara.does('write-page', { topic: 'quokka' })
  await settle()
  const { page: quokka } = await mara.does('read-page', { topic: 'quokka' })
  await mara.does('take-over-page', { topic: 'quokka', version: quokka?.version ?? 0 })
  await mara.does('turn-off-model', {})
  await settle()

  // what counts
  const [struck] = (await mara.does('topic-spiral', { topic: round.topic })).conversions
  await mara.does('strike-conversion', { conversion: struck?.id ?? '', why: 'did-not-happen' })
  await settle()

  // words to head
  await ben.does('take-back', { evidence: round.evidence })
  await ben.does('rest-exercise', { exercise: round.exercise, why: 'done-differently' })
  await mara.does('correct-claim', { claim: round.claim, version: 2, statement: 'Zebra bends below 30 per cent.' })
  await settle()
  const { seq } = await house.whorl.store.db
    .selectFrom('journal')
    .select('seq')
    .where('act', '=', 'start-topic')
    .limit(1)
    .executeTakeFirstOrThrow()
  const parked = {
    space_id: house.space.id,
    reaction: 'topic-becomes-page',
    seq,
    fault: 'Broken.',
    at: house.now(),
    retry_at: null,
  }
  await house.whorl.store.write(({ db }) => db.insertInto('parked').values(parked).execute())
  await mara.does('retry-parked', { reaction: parked.reaction, seq })
  await settle()
  expect(house.faults).toEqual([])

  // a job that failed for good
  const stuck = brokenJob(house.space.id, round.topic, house.now())
  await house.whorl.store.write(({ db }) => db.insertInto('job').values(stuck).execute())
  await settle()
  expect(house.faults.splice(0)).toHaveLength(1)
  await mara.does('retry-parked', { reaction: 'job:broken', seq: 0 })
  await settle()
  expect(house.faults).toEqual([])

  const wrong = written.flatMap(({ acts: done, wrong: not }) => not.map((one) => `${done.join(' and ')}: ${one}`))
  expect([...new Set(wrong)]).toEqual([])
  const done = new Set(written.flatMap(({ acts: theirs }) => theirs))
  expect(writing.filter((name) => !done.has(name))).toEqual([])
  // What is no act is a reaction, a job or somebody who came in: each of them was seen at work, too.
  const following = [...reactions, ...findableReactions, missingBecomesFound].map(({ name }) => name)
  const jobs = ['compile', 'read-sources', 'brought', 'scanning', 'scanned', 'written', 'job-failed']
  expect([...done].filter((name) => !writing.includes(name)).sort()).toEqual([...following, ...jobs, 'enter'].sort())
})

const arrived = async (who: Somebody, id: string) =>
  (await who.does('list-arrivals', {})).arrivals.find((one) => one.id === id)?.source
