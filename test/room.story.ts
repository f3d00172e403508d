/** Below fifteen people nobody is ranked and nobody is proposed: one asks the room. */
import { expect, test } from 'vitest'
import { type House, openHouse, type Somebody } from './house.ts'
import { goRound } from './round.ts'

/** A house of so many people, in which Ana has explained something and Zoe has done it, which weighs more. */
async function houseOf(people: number) {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const ben = await house.comes('Ben', 'member')
  const ana = await house.comes('Ana', 'member')
  const round = await goRound(house, { mara, ben, ana }, 'Zebra')
  const zoe = await house.comes('Zoe', 'member')
  const { doing } = await zoe.does('did-it', { topic: round.topic, on: '2026-05-04', with: mara.id })
  await mara.does('witness', { doing, saw: true })
  // The founder is one of them.
  await fill(house, people - 5)
  return { house, mara, ben, ana, zoe, round }
}

async function fill(house: House, n: number): Promise<Somebody[]> {
  const more = []
  for (let k = 0; k < n; k++) more.push(await house.comes(`Guest ${k}`, 'reader'))
  return more
}

const named = (people: { person: { name: string } }[]) => people.map(({ person }) => person.name)

test('Of fourteen nobody is put before another, or proposed; of fifteen they may be', async () => {
  const { house, ana, round } = await houseOf(14)
  const few = await ana.does('who-knows', { topic: round.topic })
  expect([few.routed, named(few.people)]).toEqual([false, ['Ben', 'Mara', 'Zoe']])
  await fill(house, 1)
  const many = await ana.does('who-knows', { topic: round.topic })
  expect(many.routed).toBe(true)
  expect(named(many.people)).toEqual(['Mara', 'Ben', 'Zoe'])
})

test('Today proposes nobody to do a thing beside where fourteen are here, and whoever explained it where fifteen are', async () => {
  const { house, ana, round } = await houseOf(14)
  const { exercises } = await ana.does('list-exercises', { topic: round.topic })
  await ana.does('recall', { exercise: exercises[0]?.id ?? '', grade: 'had-it' })
  const proposed = async () => {
    const { things } = await ana.does('today', {})
    const [thing] = things.filter(({ kind }) => kind === 'try')
    return thing?.kind === 'try' ? thing.with?.name : 'no such thing'
  }
  for (const one of (await ana.does('today', {})).things)
    if (one.kind === 'asked') await ana.does('decline', { request: one.request })
    else if (one.kind === 'shown') await ana.does('call-off', { showing: one.showing })
  expect(await proposed()).toBeUndefined()
  await fill(house, 1)
  expect(await proposed()).toBe('Mara')
})

test('In a closed area of few nobody is ranked, however many are in the space', async () => {
  const { house, mara, ana, ben } = await houseOf(20)
  const { slug: area } = await mara.does('make-area', { name: 'Board room' })
  for (const who of [ana, ben]) await mara.does('let-in', { area, person: who.id })
  const { topic } = await goRound(house, { mara, ben, ana }, 'Okapi', area)
  const { routed, people } = await ana.does('who-knows', { topic })
  expect([routed, named(people)]).toEqual([false, ['Ben', 'Mara']])
})
