import { expect, test } from 'vitest'
import { looked } from './looked.ts'
import { team } from './team.ts'

const CACHE = '# Edge cache\n\nAn edge cache is a store near its readers. It asks the [[origin shield]] first.\n'
const ALERTS = '# Alerts at night\n\nAn alert at night wakes one person, and no more.\n'

test('Mara starts a topic that her sources speak of in one press, and puts another aside', {
  timeout: 120_000,
}, async () => {
  const { url, founder: mara, does, whorl, faults } = await team('Mara')

  for (const [name, text] of Object.entries({ 'cache.md': CACHE, 'alerts.md': ALERTS }))
    await does('import-source', { name, text })
  await whorl.settle()

  await mara.goto(`${url}/edge-team/topics`)
  await mara.getByRole('heading', { name: 'What else is spoken of here' }).waitFor()
  await mara.getByText('cache.md is about it.').waitFor()
  await looked(mara, 'suggested-topics')
  await mara.emulateMedia({ colorScheme: 'dark' })
  await looked(mara, 'suggested-topics-dark')
  await mara.emulateMedia({ colorScheme: 'light' })

  await mara.getByRole('button', { name: /^Not this one ?: Alerts at night$/ }).click()
  await mara.getByRole('heading', { name: 'Alerts at night' }).waitFor({ state: 'detached' })
  await mara.getByRole('button', { name: /^Start it ?: Edge cache$/ }).click()
  await mara.waitForURL(`${url}/edge-team/t/edge-cache`)
  await whorl.settle()
  await mara.reload()
  await mara.getByText('An edge cache is a store near its readers.').first().waitFor()
  await mara.goto(`${url}/edge-team/topics`)
  await mara.getByRole('heading', { level: 2, name: 'Edge cache' }).waitFor()
  expect(await mara.getByText('Alerts at night').count()).toBe(0)
  expect(faults).toEqual([])
})
