/** One way to press and one way to fill a form, as somebody meets them: busy, refused, done. */
import type { Page, Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage } from './browser.ts'
import { serve } from './served.ts'

test('A press is sent once and says what came of it; a form keeps what was typed; a screen that does not come says so', {
  timeout: 90_000,
}, async () => {
  const { url, foundingLink, whorl, faults } = await serve()
  const mara = await openPage({ locale: 'en-GB', reducedMotion: 'reduce' })
  const wrong: string[] = []
  mara.on('pageerror', (error) => wrong.push(error.message))
  await mara.goto(foundingLink)
  await mara.getByLabel('Name of the space').fill('Edge team')
  await mara.getByLabel('Your name').fill('Mara')
  await mara.getByLabel('E-mail').fill('mara@example.com')
  await mara.getByLabel('Password').fill('short')
  await mara.getByRole('button', { name: 'Begin' }).click()

  // The field that was refused says so, and has the focus; what was typed is there still.
  const password = mara.getByLabel('Password')
  await expect.poll(() => password.getAttribute('aria-invalid')).toBe('true')
  expect(await password.evaluate((field) => field === document.activeElement)).toBe(true)
  expect(await describedBy(password)).toMatch(/\S/)
  expect(await mara.getByLabel('Your name').inputValue()).toBe('Mara')
  await password.fill('a password of hers')
  await password.press('Enter')
  await mara.waitForURL(`${url}/edge-team`)
  const act = whorl.acts.find(({ name }) => name === 'import-page')
  if (!act) throw new Error('There is no act import-page.')
  for (const title of ['Cache purge', 'Gate']) {
    const input = { markdown: `---\ntitle: ${title}\n---\n\nWhat it is.\n` }
    await whorl.perform({ act, space: 'edge-team', input, by: 'folder-owner', door: 'test' })
  }
  await whorl.settle()
  await mara.goto(`${url}/edge-team/t/gate`)

  // While a press is under way it says so, keeps the focus, and is not sent again.
  const still = mara.getByRole('button', { name: 'Still true' })
  const sent = await held(mara, '**/api/edge-team/still-true')
  await still.click()
  await expect.poll(() => still.getAttribute('aria-busy')).toBe('true')
  await mara.keyboard.press('Enter')
  await mara.keyboard.press('Enter')
  await sent.fail()
  await mara.getByRole('alert').getByText('No connection. What you wrote is still here.').waitFor()
  expect(sent.count()).toBe(1)
  expect(await still.evaluate((button) => button === document.activeElement)).toBe(true)
  await mara.keyboard.press('Enter')
  await sent.goOn()
  await mara.getByRole('status').getByText('Still true, as of today.').waitFor()
  await expect.poll(() => mara.getByRole('alert').count()).toBe(0)
  expect(sent.count()).toBe(2)

  // A name that another has is refused at its field.
  await mara.getByRole('button', { name: 'More' }).click()
  await mara.getByRole('menuitem', { name: 'Give it another title' }).click()
  const title = mara.getByRole('dialog').getByLabel('Title')
  await title.fill('Cache purge')
  await title.press('Enter')
  await expect.poll(() => title.getAttribute('aria-invalid')).toBe('true')
  expect(await describedBy(title)).toMatch(/“Cache purge” is called so already.*choose another title/)
  expect(await title.inputValue()).toBe('Cache purge')
  await mara.keyboard.press('Escape')

  // From where Enter is a new line, Ctrl-Enter sends; a refusal that finds nobody there is announced.
  await mara.getByRole('button', { name: 'Ask', exact: true }).click()
  const words = mara.getByRole('dialog').getByLabel('What do you want to know?')
  await words.fill('When does it close?')
  const asked = await held(mara, '**/api/edge-team/ask')
  await words.press('Control+Enter')
  await expect.poll(asked.count).toBe(1)
  await mara.keyboard.press('Escape')
  await mara.getByRole('dialog').waitFor({ state: 'hidden' })
  await asked.fail()
  await mara.getByRole('status').getByText('No connection. What you wrote is still here.').waitFor()
  await mara.getByRole('button', { name: 'Ask', exact: true }).click()
  expect(await words.inputValue()).toBe('When does it close?')

  // A screen whose script does not come says so, and comes when it is asked for again.
  await mara.keyboard.press('Escape')
  await mara.context().setOffline(true)
  await mara.getByRole('link', { name: 'Topics' }).click()
  await mara.getByRole('heading', { name: 'No connection. What you wrote is still here.' }).waitFor()
  await mara.context().setOffline(false)
  await mara.getByRole('button', { name: 'Try again' }).click()
  await mara.getByRole('heading', { name: 'Topics', exact: true }).waitFor()
  expect(wrong).toEqual([])
  expect(faults).toEqual([])
})

/** Holds what is sent to an address until it is failed, or let go on. */
async function held(page: Page, address: string) {
  const routes: Route[] = []
  let sent = 0
  await page.route(address, (route) => {
    sent++
    routes.push(route)
  })
  const next = async (): Promise<Route> => {
    await expect.poll(() => routes.length).toBeGreaterThan(0)
    return routes.shift() as Route
  }
  return {
    count: () => sent,
    fail: async () => (await next()).abort(),
    goOn: async () => (await next()).continue(),
  }
}

/** The words that describe a field. */
const describedBy = (field: ReturnType<Page['getByLabel']>) =>
  field.evaluate((one) => document.getElementById(one.getAttribute('aria-describedby') ?? '')?.textContent ?? '')
