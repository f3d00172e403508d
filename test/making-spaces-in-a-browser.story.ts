import { expect, test } from 'vitest'
import { looked } from './looked.ts'
import { press, team } from './team.ts'

test('Ben may make no space and reads whom to ask; Olga, who founded this, lets him, and takes it back', {
  timeout: 90_000,
}, async () => {
  const { url, founder: olga, comes, faults } = await team('Olga')
  const ben = await comes('Ben')
  await ben.goto(`${url}/edge-team/me`)
  await ben.getByRole('link', { name: 'spaces' }).click()
  await ben.getByText('If you need one, ask Olga.').waitFor()
  expect(await ben.getByText('Start a space').count()).toBe(0)
  expect(await ben.getByText('Who runs this Whorl').count()).toBe(0)
  await looked(ben, 'where-to-without-making')

  await olga.goto(`${url}/?all=true`)
  await olga.getByRole('heading', { name: 'Who runs this Whorl' }).waitFor()
  await olga.getByText('Name somebody').click()
  await olga.getByLabel('Address of their account').fill('nobody@example.org')
  await press(olga, 'Name them')
  await olga.getByText('Nobody has an account here with it.').waitFor()
  await olga.getByLabel('Address of their account').fill('ben@example.org')
  await press(olga, 'Name them')
  await olga.getByLabel('What Ben may do').waitFor()
  await looked(olga, 'who-runs')

  await ben.reload()
  await ben.getByText('Start a space').click()
  await ben.getByLabel('Name of the space').fill('Night shift')
  await press(ben, 'Start it')
  await ben.waitForURL(`${url}/night-shift`)

  await olga.getByLabel('What Ben may do').selectOption('neither')
  await olga.getByLabel('What Ben may do').waitFor({ state: 'detached' })
  await ben.goto(`${url}/?all=true`)
  await ben.getByText('If you need one, ask Olga.').waitFor()
  expect(faults).toEqual([])
})
