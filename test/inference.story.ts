/** What is read of people is off until an owner turns it on, and everybody is told. */
import { expect, test } from 'vitest'
import { infers } from '../src/ba/index.ts'
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
