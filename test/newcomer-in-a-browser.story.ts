import { expect, test } from 'vitest'
import { looked } from './looked.ts'
import { press, team } from './team.ts'

const FRIDAY = 'Never purge on a Friday, because nobody watches the queue at the weekend.'
const PAGE = `---\ntitle: Cache purge\n---\n\n# Cache purge\n\nA purge throws away what the edge has kept.\n\n${FRIDAY}\n`

test('Nia says what puzzles her: one line was said already, one becomes a gap that Mara closes without knowing whose', {
  timeout: 120_000,
}, async () => {
  const { url, founder: mara, does, comes, whorl, faults } = await team('Mara')
  await does('import-page', { markdown: PAGE })
  await whorl.settle()
  const nia = await comes('Nia')

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
  await mara.getByText('Who is told before a purge of everything?').waitFor()
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
