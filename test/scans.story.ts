import { expect, test } from 'vitest'
import { historyOf } from './history.ts'
import { openHouse, type Somebody } from './house.ts'

const HANDBOOK = [
  {
    path: 'deploys.md',
    text: `# Deploys

You must deploy before noon, and never on a Friday.
There will be sensible reasons not to follow this rule.
`,
  },
  {
    path: 'on-call.md',
    text: `---
title: On call
review_by: 2024-02-01
---

You must answer a page within ten minutes. See the runbook.
`,
  },
]

async function brings(who: Somebody, documents = HANDBOOK) {
  return (await who.does('scan', { name: 'Handbook', documents })).scan
}

test('Documents are turned once, and what is found is shown to whoever brought them', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const scan = await brings(mara)
  expect((await mara.does('read-scan', { scan })).scan).toMatchObject({ state: 'scanning', result: null })
  await house.whorl.settle()
  const { scan: read } = await mara.does('read-scan', { scan })
  expect(read).toMatchObject({ state: 'scanned', result: { documents: 2, fault: null } })
  expect(read.result?.findings.map((one) => [one?.kind, one?.about])).toEqual([
    ['left-to-judgement', 'Deploys'],
    ['past-review', 'On call'],
  ])
  expect((await mara.does('list-scans', {})).scans).toMatchObject([{ id: scan, name: 'Handbook', state: 'scanned' }])
  expect(house.faults).toEqual([])
})

test('A finding that is taken up becomes a question about its topic, with its document as a source, once', async () => {
  const house = await openHouse()
  const [mara, ben] = [await house.comes('Mara', 'keeper'), await house.comes('Ben', 'member')]
  const scan = await brings(mara)
  await house.whorl.settle()
  const first = await mara.does('take-up', { scan, finding: 0 })
  expect(await mara.does('take-up', { scan, finding: 0 })).toEqual(first)
  await house.whorl.settle()
  const { questions } = await ben.does('list-questions', { topic: first.topic.id })
  expect(questions.map(({ words }) => words)).toEqual([
    'Who decides this? “Deploys” says there are good reasons not to follow it.\n“There will be sensible reasons not to follow this rule.”',
  ])
  const { sources } = await ben.does('list-sources', {})
  expect(sources.map(({ name, title }) => [name, title])).toEqual([['deploys.md', 'deploys.md']])
  expect((await mara.does('read-scan', { scan })).scan.takenUp).toMatchObject([{ finding: 0, topic: first.topic }])
})

test('What somebody brought is theirs alone, and they can have it forgotten', async () => {
  const house = await openHouse()
  const [mara, olga] = [await house.comes('Mara', 'keeper'), await house.comes('Olga', 'owner')]
  const scan = await brings(mara)
  await house.whorl.settle()
  for (const act of ['read-scan', 'forget-scan'] as const)
    expect(await olga.isRefused(act, { scan })).toMatchObject({ kind: 'absent', field: 'scan' })
  expect(await olga.isRefused('take-up', { scan, finding: 0 })).toMatchObject({ kind: 'absent', field: 'scan' })
  expect(await olga.isRefused('send-scan-part', { scan, part: 0, bytes: 'QUFB' })).toMatchObject({ kind: 'absent' })
  expect((await olga.does('list-scans', {})).scans).toEqual([])
  await mara.does('forget-scan', { scan })
  expect(await mara.isRefused('read-scan', { scan })).toMatchObject({ kind: 'absent' })
  const left = await house.whorl.store.db.selectFrom('turn_part').selectAll().execute()
  expect(left).toEqual([])
})

test('What somebody began to bring and left is forgotten after a week', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const { scan } = await mara.does('begin-scan', { name: 'history.txt' })
  await mara.does('send-scan-part', { scan, part: 0, bytes: 'QUFB' })
  house.later(6)
  await house.whorl.tidy()
  expect((await mara.does('read-scan', { scan })).scan.state).toBe('sending')
  house.later(2)
  await house.whorl.tidy()
  expect((await mara.isRefused('read-scan', { scan })).kind).toBe('absent')
  expect(await house.whorl.store.db.selectFrom('turn_part').selectAll().execute()).toEqual([])
})

test('A history that comes in parts names the folders that one alone had changed, with questions', async () => {
  const house = await openHouse()
  const [mara, olga] = [await house.comes('Mara', 'keeper'), await house.comes('Olga', 'owner')]
  await olga.does('turn-on-inference', { from: 'history' })
  const { scan } = await mara.does('begin-scan', { name: 'history.txt' })
  const parts = halves(historyOf())
  expect(await mara.isRefused('scan', { scan })).toMatchObject({ field: 'scan', kind: 'unfit' })
  await mara.does('send-scan-part', { scan, part: 1, bytes: parts[1] })
  expect(await mara.isRefused('scan', { scan })).toMatchObject({ problem: 'Not all of its parts have come.' })
  await mara.does('send-scan-part', { scan, part: 0, bytes: 'QUFB' })
  await mara.does('send-scan-part', { scan, part: 0, bytes: parts[0] })
  await mara.does('scan', { scan })
  expect(await mara.isRefused('send-scan-part', { scan, part: 2, bytes: parts[1] })).toMatchObject({ kind: 'unfit' })
  await house.whorl.settle()
  const { result } = (await mara.does('read-scan', { scan })).scan
  expect(result).toMatchObject({ commits: 13, documents: 0, fault: null })
  expect(result?.findings[0]).toMatchObject({ kind: 'held-by-one', about: 'engine/', button: 'Ask Jo' })
  expect(result?.findings[0]?.questions).toHaveLength(3)
  await house.whorl.settle()
  expect(await house.whorl.store.db.selectFrom('turn_part').selectAll().execute()).toEqual([])
})

test('A history that is cut is said to be, and nothing is found of people; nobody is named in what is left out', async () => {
  const house = await openHouse()
  const [mara, olga] = [await house.comes('Mara', 'keeper'), await house.comes('Olga', 'owner')]
  await olga.does('turn-on-inference', { from: 'history' })
  const brought = async (text: string) => {
    const { scan } = await mara.does('begin-scan', { name: 'history.txt' })
    await mara.does('send-scan-part', { scan, part: 0, bytes: Buffer.from(text).toString('base64') })
    await mara.does('scan', { scan })
    await house.whorl.settle()
    return (await mara.does('read-scan', { scan })).scan.result
  }
  expect(await brought(historyOf().replace('\n\n', '\n=\tgrafted\n\n'))).toMatchObject({
    commits: 13,
    findings: [],
    notes: [expect.stringMatching(/^Its history is cut.* It begins on 1 January 2024/)],
  })
  let n = 0
  const twoOfAName = historyOf().replaceAll('jo@example.org', () => `jo@${n++ % 2 ? 'a' : 'b'}.example`)
  const { findings, notes } = (await brought(twoOfAName)) ?? {}
  expect([findings, notes]).toEqual([[], [expect.stringMatching(/^A name stands under several addresses/)]])
  expect((await brought(historyOf()))?.notes).toEqual([])
})

test('A history is not read where no owner has turned that on', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const { scan } = await mara.does('begin-scan', { name: 'history.txt' })
  await mara.does('send-scan-part', { scan, part: 0, bytes: Buffer.from(historyOf()).toString('base64') })
  await mara.does('scan', { scan })
  await house.whorl.settle()
  const { result } = (await mara.does('read-scan', { scan })).scan
  expect(result).toMatchObject({
    commits: 0,
    findings: [],
    fault: expect.stringContaining('until an owner turns it on'),
  })
})

test.each([
  ['something else', 'Hello.', /neither a zip nor a history/],
  ['a zip that is none', 'PK and no more', /no zip, or it is cut off/],
  ['JSON that is broken', '{"documents": [', /neither a zip/],
])('%s that was brought is said to be so, and nothing is stuck', async (_, text, fault) => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const { scan } = await mara.does('begin-scan', { name: 'thing' })
  await mara.does('send-scan-part', { scan, part: 0, bytes: Buffer.from(text).toString('base64') })
  await mara.does('scan', { scan })
  await house.whorl.settle()
  const { scan: read } = await mara.does('read-scan', { scan })
  expect(read.state).toBe('scanned')
  expect(read.result?.fault ?? read.result?.unread[0]?.reason).toMatch(fault)
  expect(house.faults).toEqual([])
})

test('A document whose name leads out of its place is named, and the rest is read', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const scan = await brings(mara, [...HANDBOOK, { path: '../../out.md', text: '# Out\n\nWords.' }])
  await house.whorl.settle()
  const { result } = (await mara.does('read-scan', { scan })).scan
  expect(result).toMatchObject({ documents: 2, unread: [{ path: '../../out.md' }] })
})

const halves = (text: string): [string, string] => {
  const bytes = Buffer.from(text)
  const half = bytes.length >> 1
  return [bytes.subarray(0, half).toString('base64'), bytes.subarray(half).toString('base64')]
}
