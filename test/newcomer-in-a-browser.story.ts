import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage } from './browser.ts'
import { looked } from './looked.ts'
import { serve } from './served.ts'

const FRIDAY = 'Never purge on a Friday, because nobody watches the queue at the weekend.'
const PAGE = `---\ntitle: Cache purge\n---\n\n# Cache purge\n\nA purge throws away what the edge has kept.\n\n${FRIDAY}\n`

test('Nia says what puzzles her: one line was said already, one becomes a gap that Mara closes without knowing whose', {
  timeout: 120_000,
}, async () => {
  const { url, foundingLink, whorl, faults } = await serve()
  const does = async (name: string, input: object) => {
    const act = whorl.acts.find((one) => one.name === name)
    if (!act) throw new Error(`There is no act ${name}.`)
    return whorl.perform({ act, space: 'edge-team', input, by: 'folder-owner', door: 'test' })
  }
  const mara = await somebody()
  await mara.goto(foundingLink)
  await mara.getByLabel('Name of the space').fill('Edge team')
  await introduce(mara, 'Mara')
  await press(mara, 'Begin')
  await mara.waitForURL(`${url}/edge-team`)
  await does('import-page', { markdown: PAGE })
  await whorl.settle()
  const { path } = await does('invite', { role: 'member' })
  const nia = await somebody()
  await nia.goto(url + path)
  await introduce(nia, 'Nia')
  await press(nia, 'Come in')
  await nia.waitForURL(`${url}/edge-team`)

  // She finds the screen as she finds anything, and says one line; it was said already.
  await nia.getByRole('heading', { level: 1 }).waitFor()
  await nia.keyboard.press('Control+k')
  await nia.getByRole('combobox').fill('puzzled')
  await nia.keyboard.press('Enter')
  await nia.waitForURL(`${url}/edge-team/puzzled`)
  await nia.getByLabel('One line').fill('Why does nobody purge on a Friday?')
  await nia.keyboard.press('Enter')
  await nia.getByText('It was said already').waitFor()
  await nia.getByText(FRIDAY).waitFor()
  await expect.poll(() => nia.getByLabel('One line').inputValue()).toBe('')
  await looked(nia, 'puzzled-said')
  await press(nia, 'That answers it')
  await nia.getByText('It was said already').waitFor({ state: 'hidden' })

  // Another comes close to a topic, and a third to none: the room is asked, without her name.
  await nia.getByLabel('One line').fill('Who is told before a purge of everything?')
  await press(nia, 'Look for it')
  await nia.getByText('It comes closest to').waitFor()
  await looked(nia, 'puzzled-gap')
  await press(nia, 'Ask the room')
  await nia.getByText('You asked the room about').waitFor()
  await nia.getByLabel('One line').fill('What does the blue light mean?')
  await nia.keyboard.press('Enter')
  await nia.getByLabel('What is it about, in a word or two?').fill('Blue light')
  await press(nia, 'Ask the room')
  await nia.getByText('You asked the room about Blue light').waitFor()
  await looked(nia, 'puzzled-asked')
  await whorl.settle()

  // Mara sees the gap on her Today, and writes two lines to nobody in particular.
  await mara.goto(`${url}/edge-team`)
  await mara.getByText('Somebody new is puzzled').waitFor()
  await mara.getByText('Who is told before a purge of everything?').waitFor()
  await looked(mara, 'today-gap')
  await press(mara, 'Write')
  await mara.getByLabel('Your answer').fill('Tell the night keeper first.')
  await press(mara, 'Keep')
  await press(mara, 'Confirm')
  await mara.waitForURL(`${url}/edge-team/t/cache-purge`)
  await mara.getByText('Who is told before a purge of everything?', { exact: true }).waitFor()
  expect(await mara.getByText('Nia').count()).toBe(0)
  await whorl.settle()

  await nia.reload()
  await nia.getByRole('link', { name: 'Mara answered' }).waitFor()
  await looked(nia, 'puzzled-answered')

  // What was said is found from everywhere, as one types.
  await mara.goto(`${url}/edge-team`)
  await mara.getByRole('heading', { level: 1 }).waitFor()
  await mara.keyboard.press('Control+k')
  await mara.getByRole('combobox').pressSequentially('watches the que')
  const option = mara.getByRole('option', { name: /nobody watches the queue/ })
  await option.waitFor()
  await looked(mara, 'find-said')
  await mara.keyboard.press('Enter')
  await mara.waitForURL(`${url}/edge-team/t/cache-purge`)
  expect(faults).toEqual([])
})

async function somebody(): Promise<Page> {
  return openPage({ locale: 'en-GB', reducedMotion: 'reduce' })
}

async function introduce(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('E-mail').fill(`${name.toLowerCase()}@example.org`)
  await page.getByLabel('Password').fill(`${name} likes long walks`)
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
