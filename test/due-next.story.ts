/** Today says when the next thing will be due that the clock alone brings: an open screen looks then. */
import { expect, test } from 'vitest'
import { openHouse } from './house.ts'
import { goRound } from './round.ts'

async function opened() {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const ben = await house.comes('Ben', 'member')
  const ana = await house.comes('Ana', 'member')
  return { house, mara, ben, ana, round: await goRound(house, { mara, ben, ana }, 'Zebra') }
}

test('Today says when the next card of one’s own is due, and shows it from then on', async () => {
  const { house, ben, ana } = await opened()
  const today = async () => {
    const { things, dueNext } = await ben.does('today', {})
    return { recalls: things.filter(({ kind }) => kind === 'recall').length, dueNext }
  }
  const cards = (await ben.does('list-exercises', {})).exercises.flatMap(({ dueAt }) => dueAt ?? []).sort()
  expect(await today()).toEqual({ recalls: 0, dueNext: cards[0] })
  // What others have begun is nothing that one is told of.
  expect((await ana.does('today', {})).dueNext).toBeNull()
  house.later((Date.parse(cards[0] ?? '') - Date.parse(house.now())) / 86_400_000)
  const later = await today()
  expect(later.recalls).toBe(1)
  expect(later.dueNext === null || later.dueNext > house.now()).toBe(true)
})

test('A request that was put off is due on its day', async () => {
  const { house, mara, round } = await opened()
  await mara.does('snooze', { request: round.openRequest, until: '2026-05-09' })
  expect(await mara.does('today', {})).toMatchObject({ dueNext: '2026-05-09T00:00:00.000Z' })
  house.later(5)
  const { things, dueNext } = await mara.does('today', {})
  expect(things).toContainEqual(expect.objectContaining({ request: round.openRequest }))
  expect(dueNext).toBeNull()
})
