import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { looked } from './looked.ts'
import { press, team } from './team.ts'

const FRIDAY = 'Never purge on a Friday, because nobody watches the queue at the weekend.'
const PAGE = `---\ntitle: Cache purge\n---\n\n# Cache purge\n\nA purge throws away what the edge has kept.\n\n${FRIDAY}\n`
const RUNBOOK = '# Runbook\n\nThe spare key of the server room hangs behind the boiler.\n'
const KEY = 'Where does the spare key of the server room hang?'
const LAMP = 'What does the green lamp over the gate mean?'

test('Nia asks: she reads what was said; what is not in here is kept, the room hears of it, and she is told when it is said', {
  timeout: 180_000,
}, async () => {
  const { url, founder: mara, does, comes, again, whorl, faults } = await team('Mara')
  await does('import-page', { markdown: PAGE })
  await does('import-source', { name: 'runbook.md', text: RUNBOOK })
  const { topic } = await does('start-topic', { title: 'Gate' })
  const { question } = await does('ask', { topic: topic.id, words: 'When does the gate close?' })
  const { claims } = await does('answer', {
    question,
    words: 'When it is dark, the gate closes by itself.',
  })
  await does('confirm-claims', { claims: claims.map(({ id, version }) => ({ id, version })) })
  await whorl.settle()
  const nia = await comes('Nia')

  // A question in the finder leads, by Enter, to what was said; its document is cited by line.
  await nia.getByRole('heading', { level: 1 }).waitFor()
  await nia.keyboard.press('Control+k')
  await nia.getByRole('combobox').fill(KEY)
  await nia.keyboard.press('Enter')
  await nia.waitForURL(`${url}/edge-team/ask?q=*`)
  await nia.getByText('The spare key of the server room hangs behind the boiler.').waitFor()
  await nia
    .getByRole('link', { name: 'runbook.md, line 3' })
    .or(nia.getByRole('link', { name: 'runbook, line 3' }))
    .waitFor()
  await looked(nia, 'ask-said')

  // On the screen itself: what Mara said, with her name, and asking her is one press away.
  await ask(nia, 'When does the gate close?')
  await nia.getByText('When it is dark, the gate closes by itself.').waitFor()
  await nia.getByRole('link', { name: /^Mara, / }).waitFor()
  await looked(nia, 'ask-said-by')
  await press(nia, 'Ask Mara')
  const sheet = nia.getByRole('dialog')
  await expect.poll(() => sheet.getByLabel('About').inputValue()).toBe('Gate')
  await expect.poll(() => sheet.getByLabel('What do you want to know?').inputValue()).toBe('When does the gate close?')
  await looked(nia, 'ask-sheet-filled')
  await nia.keyboard.press('Escape')
  await sheet.waitFor({ state: 'hidden' })
  await ask(nia, 'Why does nobody purge on a Friday?')
  await nia.getByText(FRIDAY).waitFor()
  await nia.getByRole('link', { name: 'On the page Cache purge' }).waitFor()

  // Not in here: said plainly, kept for her alone, and told to the room when she says so.
  await ask(nia, LAMP)
  await nia.getByRole('heading', { name: 'Not in here.' }).waitFor()
  await nia.getByText('Kept for you alone.').waitFor()
  await looked(nia, 'ask-not-in-here')
  await mara.goto(`${url}/edge-team/topics`)
  await mara.getByRole('heading', { name: 'Topics' }).waitFor()
  expect(await mara.getByText(LAMP).count()).toBe(0)
  await press(nia, 'Let the room know it is missing')
  await nia.getByText('The room knows that this is missing, and not who looked.').waitFor()
  await nia.goto(`${url}/edge-team/ask`)
  await nia.getByRole('link', { name: LAMP }).waitFor()
  await looked(nia, 'ask-begin')
  await mara.reload()
  await mara.getByText(LAMP).waitFor()
  await looked(mara, 'topics-not-here')

  // Asked of the room without her name: a question of the closest topic, and nobody's.
  await ask(nia, 'Who opens the gate at night for the late shift?')
  await nia.getByRole('heading', { name: /^(?:Not in here|Nothing here surely answers it)/ }).waitFor()
  await press(nia, 'Ask the room')
  await nia.getByLabel('Without my name').check()
  await looked(nia, 'ask-sheet-unnamed')
  await sheet.getByRole('button', { name: 'Ask', exact: true }).click()
  await nia.waitForURL(`${url}/edge-team/t/gate`)
  await nia.getByText('Who opens the gate at night for the late shift?').waitFor()
  await mara.goto(`${url}/edge-team/t/gate`)
  await mara.getByText('Who opens the gate at night for the late shift?').waitFor()
  expect(await mara.getByText('Nia').count()).toBe(0)

  // On Mara's Today the gap waits, of which she writes two lines; Nia hears that it is here now.
  await mara.goto(`${url}/edge-team`)
  await press(mara, 'Not me')
  await mara.getByText('Looked for, and not here').first().waitFor()
  const card = mara.getByRole('group').filter({ hasText: LAMP })
  await looked(mara, 'today-missing')
  await card.getByRole('button', { name: 'Write' }).click()
  await expect.poll(() => mara.getByLabel('The question it answers').inputValue()).toBe(LAMP)
  await mara.getByLabel('What you would say').fill('It means that the dogs are out.')
  await mara.getByRole('dialog').getByRole('button', { name: 'Keep' }).click()
  await press(mara, 'Confirm')
  await mara.waitForURL(`${url}/edge-team/t/gate`)
  await whorl.settle()
  await nia.goto(`${url}/edge-team`)
  await nia.getByText('What was said since answers it.').waitFor()
  await looked(nia, 'today-found')
  await nia.getByRole('link', { name: 'Read it' }).click()
  await nia.getByText('It means that the dogs are out.').waitFor()
  await mara.goto(`${url}/edge-team/topics`)
  await mara.getByRole('heading', { name: 'Topics' }).waitFor()
  expect(await mara.getByText('Looked for, and not here').count()).toBe(0)

  const dark = await again(nia, { locale: 'ja-JP', colorScheme: 'dark' })
  await dark.goto(`${url}/edge-team/ask?q=${encodeURIComponent(KEY)}`)
  await dark.getByText('こう話されています').last().waitFor()
  await looked(dark, 'ask-ja-dark')
  await dark.goto(`${url}/edge-team/ask?q=${encodeURIComponent('青いランプは何ですか')}`)
  await dark.getByRole('heading', { name: 'ここにはありません。' }).waitFor()
  await looked(dark, 'ask-not-in-here-ja-dark')
  expect(faults).toEqual([])
})

async function ask(page: Page, words: string): Promise<void> {
  await page.getByLabel('What do you want to know?').first().fill(words)
  await page.keyboard.press('Enter')
}
