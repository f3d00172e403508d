import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { looked } from './looked.ts'
import { team } from './team.ts'

test('What is mistyped is found from anywhere, narrowed with a press, and asked where it is not here', {
  timeout: 120_000,
}, async () => {
  const { url, founder: mara, whorl, faults } = await team('Mara')
  await mara.getByRole('heading').first().waitFor()
  await brings(mara, url, [
    ['Head-room', 'Before a cache purge you check the head-room. A purge at noon empties what everybody needs.'],
    ['Caches', 'Cached pages live for an hour. Purge by key and the rest stays warm.'],
  ])
  await whorl.settle()

  await mara.keyboard.press('Control+K')
  const words = mara.getByRole('combobox', { name: 'Find or do' })
  await words.fill('cache prugeing')
  await mara.getByText('Found for: purge', { exact: true }).first().waitFor()
  await expect.poll(() => mara.locator('.found mark').allTextContents()).toContain('purge')
  await looked(mara, 'find-mistyped')

  await words.fill('"by key" purge')
  await mara.getByRole('option', { name: /^Caches/ }).waitFor()
  await mara.getByRole('option', { name: /^Head-room/ }).waitFor({ state: 'detached' })

  await words.fill('purge')
  await mara.getByRole('option', { name: /^Head-room/ }).waitFor()
  await mara.getByRole('button', { name: 'Questions', exact: true }).click()
  await expect.poll(() => words.inputValue()).toBe('kind:question purge ')
  await mara.getByText('Nothing here says that. Somebody may know.').first().waitFor()
  await mara.getByRole('option', { name: 'Ask about “purge”' }).waitFor()
  await looked(mara, 'find-narrowed')
  await mara.getByRole('button', { name: 'Without “Questions”' }).click()
  await mara.getByRole('option', { name: /^Head-room/ }).waitFor()

  await words.fill('zzzz')
  await mara.getByRole('option', { name: 'Ask about “zzzz”' }).waitFor()
  const status = mara.getByRole('dialog').getByRole('status')
  await expect.poll(() => status.textContent()).toBe('Nothing here says that. Somebody may know.')
  await words.fill('head-room')
  await expect.poll(() => status.textContent()).toBe('One thing found.')

  await words.fill('xylophonist by:nobody')
  await mara.getByRole('button', { name: 'Without “Nobody here is called “nobody””' }).waitFor()
  await words.press('ArrowDown')
  await words.press('Enter')
  expect(faults).toEqual([])
})

/** Brings texts in as she would by the door, with the session of her browser. */
async function brings(page: Page, url: string, texts: [string, string][]) {
  for (const [title, text] of texts) {
    const answer = await page.request.post(`${url}/api/edge-team/import-source`, {
      data: { name: `${title}.md`, title, text },
      headers: { origin: url },
    })
    expect(answer.ok(), await answer.text()).toBe(true)
  }
}
