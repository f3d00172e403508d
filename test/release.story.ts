/** A topic of a closed area is opened line by line, by those who said the lines; nothing else of it leaves. */
import { beforeEach, expect, test } from 'vitest'
import { acts } from '../src/acts.ts'
import { matrix, type Place } from './area-matrix.ts'
import { type House, openHouse, type Somebody } from './house.ts'
import { goRound, type Round } from './round.ts'

let house: House
let mara: Somebody
let ben: Somebody
let ana: Somebody
let olga: Somebody
let round: Round

beforeEach(async () => {
  house = await openHouse()
  mara = await house.comes('Mara', 'keeper')
  ben = await house.comes('Ben', 'member')
  ana = await house.comes('Ana', 'member')
  olga = await house.comes('Olga', 'owner')
  const { slug: area } = await mara.does('make-area', { name: 'Board room' })
  for (const who of [ben, ana]) await mara.does('let-in', { area, person: who.id })
  round = await goRound(house, { mara, ben, ana }, 'Zebra', area)
})

/** The lines that wait for somebody's word on Today, as they are put to them. */
async function askedOf(who: Somebody) {
  const { things } = await who.does('today', {})
  return things.flatMap((thing) => (thing.kind === 'release' ? [thing] : []))
}

/** All that somebody can read of the space and a topic, by every act that reads. */
async function everything(who: Somebody, topic: string): Promise<string> {
  const said = []
  for (const { name } of acts.filter((act) => act.reads)) {
    const { aimed = [], blind = [], house: ofHouse }: Place = matrix[name]
    // Who is in the space is no secret of the area; and what one types oneself, these two say back.
    if (ofHouse || ['list-people', 'preview-page', 'search'].includes(name)) continue
    const at = { ...round, topic, path: topic }
    const beside = { open: at, insider: ben.id, outsider: who.id, title: '', fileName: round.fileName, fileText: '' }
    for (const input of [...aimed.map((aim) => aim(at, beside)), ...blind.map((make) => make(beside))])
      said.push(JSON.stringify(await who.does(name, input as never).catch(({ problem }) => problem)))
  }
  return said.join('\n')
}

const open = async (claim: string) => {
  await mara.does('agree-to-release', { claim, agree: true })
  await house.whorl.settle()
}

test('Released, a topic shows its title to everybody, and nothing else of it until somebody agrees', async () => {
  const { topic } = await mara.does('release', { topic: round.topic })
  expect(topic).toMatchObject({ title: 'Zebra purge', path: 'zebra-purge', area: { closed: false } })
  await house.whorl.settle()
  const seen = (await everything(olga, topic.id)).replaceAll(/Zebra purge|zebra-purge/g, '')
  expect(seen).not.toMatch(/zebra|Board room|queue/i)
  expect((await olga.does('topic-spiral', { topic: topic.id })).conversions).toEqual([])
})

test('A line goes when its speaker agrees, with their name and the day they said it; who asked and what they asked stays', async () => {
  const { topic } = await mara.does('release', { topic: round.topic })
  const [asked, ...others] = await askedOf(mara)
  expect(others).toEqual([])
  expect(asked).toMatchObject({ claim: round.claim, holdsWhen: 'the old Zebra', by: { name: 'Mara' } })
  house.later(3)
  await open(round.claim)
  const { page, citations } = await olga.does('read-page', { topic: topic.id })
  expect(page?.html).toContain('you watch the queue')
  expect(page?.html).not.toContain('honestly')
  expect(citations).toMatchObject([{ speaker: { name: 'Mara' }, saidAt: '2026-05-04T09:00:00.000Z' }])
  const { claims } = await olga.does('list-claims', { topic: topic.id })
  const line = await olga.does('lineage', { claim: claims[0]?.id ?? '' })
  expect(line).toMatchObject({ question: null, shown: [], onTopic: [] })
  // That she explained it she let stand in the area; to whom is not said here.
  expect(line.forward).toMatchObject([{ kind: 'explained', person: { name: 'Mara' }, with: null }])
  expect((await olga.does('list-sources', {})).sources.map(({ speaker }) => speaker?.name)).toEqual(['Mara'])
  const seen = await everything(olga, topic.id)
  expect(seen).not.toMatch(/How is|handbook|Board|by hand|honestly|pools|Ben|Ana"/)
  for (const id of [round.topic, round.question, round.source, round.claim, round.showing, round.doing])
    expect(seen).not.toContain(`"${id}"`)
})

test('No is fine: it is told to nobody, it stays in the area, and the speaker may think again', async () => {
  const { topic } = await mara.does('release', { topic: round.topic })
  await house.whorl.settle()
  const before = [await everything(ben, round.topic), await everything(ana, topic.id), await everything(olga, topic.id)]
  await mara.does('agree-to-release', { claim: round.claim, agree: false })
  await house.whorl.settle()
  expect([
    await everything(ben, round.topic),
    await everything(ana, topic.id),
    await everything(olga, topic.id),
  ]).toEqual(before)
  expect((await askedOf(mara)).map(({ claim }) => claim)).toEqual([round.confirmed])
  await mara.does('release', { topic: round.topic })
  expect((await askedOf(mara)).map(({ claim }) => claim)).toEqual([round.confirmed])
  await open(round.claim)
  expect((await olga.does('list-claims', { topic: topic.id })).claims).toHaveLength(1)
})

test('Only who said a line can open it, and only where somebody asked for it', async () => {
  expect((await mara.isRefused('agree-to-release', { claim: round.claim, agree: true })).kind).toBe('absent')
  await mara.does('release', { topic: round.topic })
  const refused = await ben.isRefused('agree-to-release', { claim: round.claim, agree: true })
  expect(refused.kind).toBe('not-yours')
  expect((await olga.isRefused('agree-to-release', { claim: round.claim, agree: true })).kind).toBe('absent')
  expect((await ben.isRefused('release', { topic: round.topic })).kind).toBe('not-yours')
  expect((await olga.isRefused('release', { topic: round.topic })).kind).toBe('absent')
  await open(round.claim)
  expect((await mara.isRefused('agree-to-release', { claim: round.claim, agree: true })).kind).toBe('unfit')
})

test('Released twice it is one; an open topic of the same title keeps its address, and so does the closed one', async () => {
  const there = await olga.does('start-topic', { title: 'Zebra purge' })
  const { topic } = await mara.does('release', { topic: round.topic })
  expect([there.topic.path, topic.path]).toEqual(['zebra-purge', 'zebra-purge-2'])
  expect((await mara.does('release', { topic: round.path })).topic.id).toBe(topic.id)
  const closed = await ben.does('read-page', { topic: round.path })
  expect([closed.topic.id, closed.openly?.id]).toEqual([round.topic, topic.id])
  expect((await mara.isRefused('release', { topic: topic.id })).kind).toBe('unfit')
})

test('What counts stays as it was in the area, and begins anew in the open', async () => {
  const inside = async () => (await ben.does('topic-spiral', { topic: round.topic })).whorls
  const before = await inside()
  expect(before).toHaveLength(1)
  const { topic } = await mara.does('release', { topic: round.topic })
  await open(round.claim)
  await open(round.confirmed)
  expect(await inside()).toEqual(before)
  const { conversions, whorls } = await olga.does('topic-spiral', { topic: topic.id })
  // Two lines of one answer are one telling; a page of one voice puts nothing together.
  expect(conversions.map(({ mode }) => mode)).toEqual(['externalisation'])
  expect([whorls, conversions[0]?.causes]).toEqual([[], []])
  const { people } = await olga.does('who-knows', { topic: topic.id })
  expect(people).toMatchObject([{ person: { name: 'Mara' }, reasons: [{ kind: 'explained', with: null }] }])
})

test('A line taken out of the open topic stays in the area, and one taken out of the area stays open', async () => {
  const { topic } = await mara.does('release', { topic: round.topic })
  await open(round.claim)
  const [line] = (await olga.does('list-claims', { topic: topic.id })).claims
  await mara.does('withdraw-claim', { claim: line?.id ?? '', version: line?.version ?? 0 })
  await house.whorl.settle()
  expect((await olga.does('list-claims', { topic: topic.id })).claims).toEqual([])
  expect(await everything(olga, topic.id)).not.toMatch(/queue/)
  expect((await ben.does('list-claims', { topic: round.topic })).claims).toHaveLength(2)
  await open(round.confirmed)
  await mara.does('withdraw-claim', { claim: round.confirmed, version: 1 })
  expect((await olga.does('list-claims', { topic: topic.id })).claims).toHaveLength(1)
})

test('Whoever has begun to recall a line goes on with it; it does not come twice', async () => {
  await mara.does('release', { topic: round.topic })
  const count = async (who: Somebody) => (await who.does('list-exercises', {})).exercises.map(({ topic }) => topic.path)
  expect([await count(ben), await count(ana), await count(olga)]).toEqual([
    [round.path, round.path],
    [round.path, round.path],
    [],
  ])
  await open(round.claim)
  expect(await count(ben)).toEqual([round.path, round.path])
  expect((await count(ana)).sort()).toEqual([round.path, 'zebra-purge'].sort())
  expect(await count(olga)).toEqual(['zebra-purge'])
})
