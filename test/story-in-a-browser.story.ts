import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage } from './browser.ts'
import { looked } from './looked.ts'
import { serve } from './served.ts'

const PHONE = { width: 360, height: 740 }

test('Mara tells of one night on her phone; it is retold, she puts it right, and it becomes a page', {
  timeout: 120_000,
}, async () => {
  const { url, foundingLink, whorl, faults } = await serve()
  const mara = await openPage({ locale: 'en-GB', reducedMotion: 'reduce', hasTouch: true, viewport: PHONE })
  const see = async (name: string) => {
    await looked(mara, name)
    await mara.setViewportSize(PHONE)
  }
  await mara.goto(foundingLink)
  await mara.getByLabel('Name of the space').fill('Water works')
  await mara.getByLabel('Your name').fill('Mara')
  await mara.getByLabel('E-mail').fill('mara@example.org')
  await mara.getByLabel('Password').fill('Mara likes long walks')
  await mara.getByRole('button', { name: 'Begin' }).tap()
  await mara.waitForURL(`${url}/water-works`)

  // She finds it where anything is found, and says what it was about.
  await mara.getByRole('button', { name: 'Find or do anything' }).tap()
  await mara.getByRole('option', { name: 'Tell of one time' }).tap()
  await mara.getByText('Think of one time when it was hard, and you decided.').waitFor()
  await see('story-begin')
  await mara.getByLabel('What was it about?').fill('Cellar pump')
  await tap(mara, 'Begin')

  // Told: what stands before a blank line is kept already; the rest is kept when she says that this is the story.
  await mara.getByRole('heading', { name: 'What happened?' }).waitFor()
  await mara.getByText('about eight minutes left').waitFor()
  await see('story-empty')
  await mara
    .getByLabel('As you would tell a colleague')
    .pressSequentially('It was a Sunday, and I was alone in the house. The pump sounded wrong.\n\nI decided not ')
  await mara.getByText('The pump sounded wrong.', { exact: false }).and(mara.locator('.told p')).waitFor()
  await expect.poll(() => mara.getByLabel('And then?').inputValue()).toBe('I decided not ')

  // The phone dies; what she had said is there, and what she was writing.
  await mara.reload()
  await mara
    .getByLabel('And then?')
    .pressSequentially('to wait for Jun. I closed the valve by hand\nThe cellar stayed dry.')
  await see('story-telling')
  await tap(mara, 'That is the story')

  // Retold in her own sentences; she puts it right where it stands.
  await mara.getByRole('heading', { name: 'You said, in this order:' }).waitFor()
  expect(await linesOf(mara)).toEqual([
    'It was a Sunday, and I was alone in the house.',
    'The pump sounded wrong.',
    'I decided not to wait for Jun.',
    'I closed the valve by hand',
    'The cellar stayed dry.',
  ])
  await mara.getByLabel('Line 1', { exact: true }).fill('It was a Sunday.')
  await mara.getByText('You said: “It was a Sunday, and I was alone in the house.”').waitFor()
  await mara.getByLabel('Line 4', { exact: true }).fill('I shut the red valve by hand.')
  await mara.getByText('You said: “I closed the valve by hand”').waitFor()
  await mara.getByLabel('Line 2', { exact: true }).press('Alt+ArrowUp')
  await mara.getByLabel('Line 5', { exact: true }).press('End')
  await mara.keyboard.press('Enter')
  await mara.keyboard.type('Jun came at noon, and laughed.')
  for (let step = 0; step < ', and laughed.'.length; step++) await mara.keyboard.press('ArrowLeft')
  await mara.keyboard.press('Enter')
  expect((await linesOf(mara)).slice(4)).toEqual(['The cellar stayed dry.', 'Jun came at noon', ', and laughed.'])
  await tap(mara, 'Take out: line 7')
  await tap(mara, 'Take out: line 6')
  await tap(mara, 'Take out: line 5')
  await see('story-retelling')
  await mara.getByText('Taken out: “The cellar stayed dry.”').waitFor()
  await tap(mara, 'Put it back')
  await mara.getByLabel('Line 1', { exact: true }).press('Alt+ArrowDown')
  await tap(mara, 'That is how it was')

  // She says where she decided, and picks what to be asked.
  await mara.getByRole('heading', { name: 'Where did you decide?' }).waitFor()
  await see('story-where')
  await tap(mara, 'I decided not to wait for Jun.')
  await mara.getByRole('heading', { name: 'What was behind it?' }).waitFor()
  await see('story-probes')
  expect(await mara.getByRole('button', { name: 'What else could you have done?' }).count()).toBe(0)
  await tap(mara, 'What did you see or hear at that moment?')
  await mara
    .getByLabel('What did you see or hear at that moment?')
    .fill('A pump about to run dry hums like a kettle before it boils.')
  await see('story-probe')
  await tap(mara, 'Keep')
  await tap(mara, 'What made you choose this?')
  await tap(mara, 'Show instead')
  await mara.getByText('You would rather show this.').waitFor()
  await see('story-replies')
  await tap(mara, 'That is enough')

  // What could not be said becomes something to be shown, and all of it one page to correct.
  await mara.getByRole('heading', { name: 'What could you not put into words?' }).waitFor()
  await expect
    .poll(() => mara.getByLabel('What has to be shown').inputValue())
    .toBe('What made me choose this: “I decided not to wait for Jun.”')
  await mara.getByLabel('What has to be shown').fill('How far the red valve turns before it bites.')
  await see('story-wordless')
  await tap(mara, 'See your lines')
  await mara.getByText('Nobody sees these before you confirm them.').waitFor()
  await see('story-check')
  await mara.getByRole('group', { name: 'Line 6' }).getByLabel('When it holds').fill('on the old pump')
  await mara.getByRole('group', { name: 'Line 3' }).getByRole('button', { name: 'Leave it out' }).tap()
  await tap(mara, 'Confirm')

  // The topic's page cites her story.
  await mara.waitForURL(`${url}/water-works/t/cellar-pump`)
  await whorl.settle()
  const page = mara.getByRole('article')
  await page.getByText('A pump about to run dry hums like a kettle before it boils (on the old pump).').waitFor()
  await page.getByText('I shut the red valve by hand.').waitFor()
  expect(await page.getByText('not to wait for Jun').count()).toBe(0)
  await mara.getByText('You would rather show this.').waitFor()
  await see('story-page')
  await page
    .getByRole('link', { name: /^Mara, / })
    .first()
    .tap()
  await mara.waitForURL(/\/line\//)
  await see('story-line')
  await mara.getByRole('link', { name: 'The moment it was said' }).tap()
  await mara.getByText('A pump about to run dry').first().waitFor()
  await see('story-source')

  // Ben comes, sees what she would rather show, and asks her for it.
  await mara.goto(`${url}/water-works/people`)
  await tap(mara, 'Make a link')
  const ben = await openPage({ locale: 'en-GB', reducedMotion: 'reduce' })
  await ben.goto(await mara.getByLabel('The link to send').inputValue())
  await ben.getByLabel('Your name').fill('Ben')
  await ben.getByLabel('E-mail').fill('ben@example.org')
  await ben.getByLabel('Password').fill('Ben likes long walks')
  await ben.getByRole('button', { name: 'Come in' }).click()
  await ben.waitForURL(`${url}/water-works`)
  await ben.goto(`${url}/water-works/t/cellar-pump`)
  await ben.getByRole('button', { name: 'Ask Mara to show you' }).click()
  const sheet = ben.getByRole('dialog')
  await looked(ben, 'story-show-me')
  await sheet.getByRole('button', { name: 'Ask', exact: true }).click()
  await sheet.waitFor({ state: 'hidden' })
  await mara.goto(`${url}/water-works`)
  await mara.getByText('Would you show me this? “How far the red valve turns before it bites.”').waitFor()
  expect(faults).toEqual([])
})

const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().tap()

const linesOf = (page: Page) =>
  page
    .getByRole('textbox', { name: /^Line \d+$/ })
    .evaluateAll((fields) => fields.map((field) => (field as unknown as { value: string }).value))
