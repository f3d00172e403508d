/** What is read of people is off until an owner turns it on, and everybody is told. */
import { expect, test } from 'vitest'
import { infers } from '../src/ba/index.ts'
import { historyOf } from './history.ts'
import { openHouse, type Somebody } from './house.ts'

async function opened() {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'owner')
  const ben = await house.comes('Ben', 'reader')
  const reads = (from: 'history' | 'chat') => house.whorl.store.read((tx) => infers(tx, house.space.id, from))
  return { house, mara, ben, reads }
}

const notices = async (who: Somebody) =>
  (await who.does('today', {})).things
    .filter((thing) => thing.kind === 'read-here')
    .map(({ from, by }) => [from, by.name])

test('Each is off until it is turned on, and the one does not turn on the other', async () => {
  const { mara, ben, reads } = await opened()
  expect([await reads('history'), await reads('chat')]).toEqual([false, false])
  await mara.does('turn-on-inference', { from: 'history' })
  expect([await reads('history'), await reads('chat')]).toEqual([true, false])
  const { inference } = await ben.does('list-inference', {})
  expect(inference).toMatchObject([
    { from: 'history', on: { by: { name: 'Mara' }, at: '2026-05-04T09:00:00.000Z' } },
    { from: 'chat', on: null },
  ])
  await mara.does('turn-off-inference', { from: 'history' })
  expect(await reads('history')).toBe(false)
})

test('Everybody is told until they say they have seen it, who comes later too; who turned it on knows', async () => {
  const { house, mara, ben } = await opened()
  await mara.does('turn-on-inference', { from: 'history' })
  await mara.does('turn-on-inference', { from: 'history' })
  const ana = await house.comes('Ana', 'member')
  for (const who of [ben, ana]) expect(await notices(who)).toEqual([['history', 'Mara']])
  expect(await notices(mara)).toEqual([])
  const [notice] = (await ben.does('today', {})).things
  if (notice?.kind !== 'read-here') throw new Error('A notice comes first.')
  await ben.does('dismiss', { thing: notice.inference })
  expect(await notices(ben)).toEqual([])
  expect(await notices(ana)).toEqual([['history', 'Mara']])
})

test('Turned off nobody is told of it any more; turned on again everybody is told again', async () => {
  const { mara, ben } = await opened()
  await mara.does('turn-on-inference', { from: 'chat' })
  const [notice] = (await ben.does('today', {})).things
  await ben.does('dismiss', { thing: notice?.kind === 'read-here' ? notice.inference : '' })
  await mara.does('turn-off-inference', { from: 'chat' })
  expect(await notices(ben)).toEqual([])
  await mara.does('turn-on-inference', { from: 'chat' })
  expect(await notices(ben)).toEqual([['chat', 'Mara']])
})

test('Only an owner turns it on or off', async () => {
  const { house, reads } = await opened()
  const keeper = await house.comes('Kim', 'keeper')
  expect((await keeper.isRefused('turn-on-inference', { from: 'history' })).kind).toBe('not-yours')
  expect((await keeper.isRefused('turn-off-inference', { from: 'history' })).kind).toBe('not-yours')
  expect(await reads('history')).toBe(false)
})

test('What a history says of somebody here is theirs first, and is seen by whoever brought it once they let it', async () => {
  const { house, mara, ben } = await opened()
  await mara.does('turn-on-inference', { from: 'history' })
  const jo = await house.comes(' jo', 'reader')
  const { scan } = await mara.does('begin-scan', { name: 'history.txt' })
  await mara.does('send-scan-part', { scan, part: 0, bytes: Buffer.from(historyOf()).toString('base64') })
  await mara.does('scan', { scan })
  await house.whorl.settle()

  const found = async () => (await mara.does('read-scan', { scan })).scan.result?.findings ?? []
  expect(await found()).toEqual([null])
  expect(await mara.isRefused('take-up', { scan, finding: 0 })).toMatchObject({ kind: 'absent', field: 'finding' })
  const { inferred } = await jo.does('list-inferred', {})
  expect(inferred).toMatchObject([{ scan, finding: 0, brought: 'history.txt', by: { name: 'Mara' }, seen: false }])
  expect(inferred[0]?.line).toContain('Jo alone had changed engine/')
  const told = async () => (await jo.does('today', {})).things.filter(({ kind }) => kind === 'inferred')
  expect(await told()).toMatchObject([{ scan, finding: 0, by: { name: 'Mara' } }])
  await jo.does('dismiss', { thing: `${scan} 0` })
  expect(await told()).toEqual([])
  for (const who of [mara, ben]) expect(await who.does('list-inferred', {})).toEqual({ inferred: [] })

  expect((await ben.isRefused('let-be-seen', { scan, finding: 0, seen: true })).kind).toBe('absent')
  await jo.does('let-be-seen', { scan, finding: 0, seen: true })
  expect(await found()).toMatchObject([{ kind: 'held-by-one', whom: 'Jo' }])
  await jo.does('let-be-seen', { scan, finding: 0, seen: false })
  expect(await found()).toEqual([null])
  await mara.does('forget-scan', { scan })
  expect(await jo.does('list-inferred', {})).toEqual({ inferred: [] })
})

test('What somebody brings about themselves, or about nobody who is here, is hidden from nobody', async () => {
  const { house, mara } = await opened()
  await mara.does('turn-on-inference', { from: 'history' })
  const jo = await house.comes('Jo', 'keeper')
  for (const [who, here] of [
    [jo, true],
    [mara, false],
  ] as const) {
    const { scan } = await who.does('begin-scan', { name: 'history.txt' })
    const log = here ? historyOf() : historyOf().replaceAll('\tJo\t', '\tKim\t')
    await who.does('send-scan-part', { scan, part: 0, bytes: Buffer.from(log).toString('base64') })
    await who.does('scan', { scan })
    await house.whorl.settle()
    expect((await who.does('read-scan', { scan })).scan.result?.findings).toMatchObject([{ kind: 'held-by-one' }])
  }
})
