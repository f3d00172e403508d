/** What two people found unusual about a doing is read by the two, and by nobody else. */
import { expect, test } from 'vitest'
import { shoot } from './browser.ts'
import { press, team } from './team.ts'

test('Whoever did it and whoever saw it read what the other found unusual, on their own screens', {
  timeout: 60_000,
}, async () => {
  const there = await team('Mara')
  const { founder: mara, does } = there
  const { topic } = await does('start-topic', { title: 'Cache purge' })
  const [ben, ana] = [await there.comes('Ben'), await there.comes('Ana', 'keeper')]
  const { people } = await does('list-people', {})
  const [founder, doer] = ['Mara', 'Ben'].map((name) => people.find((one) => one.name === name)) as typeof people
  if (!founder || !doer) throw new Error('Two people were expected.')
  await does('did-it', { topic: topic.id, on: '2026-05-04', with: founder.id, unusual: 'There was fog.' }, doer)
  await mara.getByText('There was fog.').waitFor()
  await mara.locator('summary', { hasText: 'How much help there was' }).click()
  await mara.getByLabel('What was unusual').fill('The pool was dry.')
  await press(mara, 'I saw it')
  await mara.getByText('Kept, with your name').waitFor()
  for (const page of [mara, ben]) {
    await page.goto(`${there.home}/me`)
    await page.getByText('There was fog.').waitFor()
    await page.getByText('The pool was dry.').waitFor()
  }
  await ben.getByText('What Mara found unusual:').waitFor()
  await shoot(ben, 'unusual-light')
  const dark = await there.again(mara, { colorScheme: 'dark', locale: 'ja-JP', viewport: { width: 360, height: 740 } })
  await dark.goto(`${there.home}/me`)
  await dark.getByText('やったこと、見たこと').waitFor()
  await shoot(dark, 'unusual-dark-phone')
  await ana.goto(`${there.home}/me`)
  await ana.getByRole('heading', { name: 'Ana' }).waitFor()
  await ana.goto(`${there.home}/t/cache-purge`)
  await ana.getByText('was seen doing it').first().waitFor({ state: 'attached' })
  expect(await ana.getByText(/fog|pool was dry/).count()).toBe(0)
  expect(there.faults).toEqual([])
})
