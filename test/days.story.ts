/** A day is the day where somebody is: what is due on it is there in the morning. */
import { expect, test } from 'vitest'
import { type House, openHouse, type Somebody } from './house.ts'
import { goRound } from './round.ts'

const LA = 'America/Los_Angeles'

async function opened() {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const ben = await house.comes('Ben', 'member')
  const ana = await house.comes('Ana', 'member')
  return { house, mara, ben, ana, round: await goRound(house, { mara, ben, ana }, 'Zebra') }
}

/** Sets the clock to an instant to come. */
const goTo = (house: House, at: string) => house.later((Date.parse(at) - Date.parse(house.now())) / 86_400_000)

const recallsOf = async (who: Somebody) => (await who.does('today', {})).things.filter(({ kind }) => kind === 'recall')

/** Recalls every exercise until all are due in days, and returns when the first is. */
async function recalled(who: Somebody): Promise<string> {
  const due: string[] = []
  for (const { id } of (await who.does('list-exercises', {})).exercises)
    due.push((await who.does('recall', { exercise: id, grade: 'had-it' })).dueAt)
  return due.sort()[0] ?? ''
}

test('What was recalled in the evening is due in the morning of its day, where the learner is', async () => {
  const { house, ben } = await opened()
  const there = house.from(ben, LA)
  // On Monday, 1 June, at 20:00 in Los Angeles; the first recall is to come again within minutes.
  goTo(house, '2026-06-02T02:45:00.000Z')
  await recalled(there)
  goTo(house, '2026-06-02T03:00:00.000Z')
  const due = await recalled(there)
  expect(due).toMatch(/T11:00:00.000Z$/)
  house.later((Date.parse(due) - Date.parse(house.now()) - 60_000) / 86_400_000)
  expect(await recallsOf(there)).toEqual([])
  house.later(2 / 24 / 60)
  expect((await recallsOf(there)).length).toBeGreaterThan(0)
  expect((await there.does('list-exercises', {})).exercises.some((one) => one.due)).toBe(true)
})

test('A request is put off until tomorrow, and is back when tomorrow begins where one is', async () => {
  const { house, mara, round } = await opened()
  const there = house.from(mara, LA)
  const isThere = async (who: Somebody) =>
    (await who.does('today', {})).things.some((one) => 'request' in one && one.request === round.openRequest)
  // Monday, 30 November, 19:00 in Los Angeles.
  goTo(house, '2026-12-01T03:00:00.000Z')
  expect((await there.isRefused('snooze', { request: round.openRequest, until: '2026-11-30' })).field).toBe('until')
  await there.does('snooze', { request: round.openRequest, until: '2026-12-01' })
  expect(await isThere(there)).toBe(false)
  expect((await there.does('today', {})).dueNext).toBe('2026-12-01T08:00:00.000Z')
  goTo(house, '2026-12-01T08:01:00.000Z')
  expect(await isThere(there)).toBe(true)
  // In Tokyo, that is the past; who names no zone may be anywhere.
  const inTokyo = house.from(mara, 'Asia/Tokyo')
  expect((await inTokyo.isRefused('snooze', { request: round.openRequest, until: '2026-12-01' })).field).toBe('until')
  await mara.does('snooze', { request: round.openRequest, until: '2026-12-01' })
})

test('A page is past its day when that day is over where the reader is', async () => {
  const { house, mara, round } = await opened()
  const { topic } = round
  const { version, markdown } = await mara.does('read-page-text', { topic })
  const dated = markdown.replace(/^---\n/, '---\nreviewBy: 2026-11-30\n')
  await mara.does('edit-page', { topic, version, markdown: dated })
  goTo(house, '2026-12-01T03:00:00.000Z')
  const past = async (who: Somebody) => (await who.does('topic-care', { topic })).review
  expect(await past(house.from(mara, LA))).toEqual({ due: '2026-11-30', past: false })
  expect(await past(house.from(mara, 'Asia/Tokyo'))).toEqual({ due: '2026-11-30', past: true })
  await house.from(mara, LA).does('still-true', { topic, next: '2026-12-01' })
  expect((await mara.does('read-page-text', { topic })).markdown).toContain('reviewed: 2026-11-30')
})
