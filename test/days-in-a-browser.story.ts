/** A page says where it is open, and puts off until the tomorrow of that place. */
import { expect, test } from 'vitest'
import { team } from './team.ts'

test('A request is put off until tomorrow, wherever the page is open', { timeout: 60_000 }, async () => {
  const there = await team('Mara')
  const { topic } = await there.does('start-topic', { title: 'Cache purge' })
  const ben = await there.comes('Ben')
  const { people } = await there.does('list-people', {})
  const of = people.find(({ name }) => name === 'Ben')?.id ?? ''
  await there.does('ask', { topic: topic.id, words: 'Who has the key?', of })
  for (const timezoneId of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    const page = await there.again(ben, { timezoneId })
    const asked = page.waitForRequest(/\/today$/)
    await page.goto(there.home)
    expect((await asked).headers()['whorl-zone']).toBe(timezoneId)
    await page.close()
  }
  const west = await there.again(ben, { timezoneId: 'Pacific/Pago_Pago' })
  await west.goto(there.home)
  await west.getByText('Who has the key?').waitFor()
  await west.getByRole('button', { name: 'Not now' }).first().click()
  const put = west.waitForResponse(/\/snooze$/)
  await west.getByRole('button', { name: 'Tomorrow' }).click()
  expect((await put).status()).toBe(200)
  expect(there.faults).toEqual([])
})
