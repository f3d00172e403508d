import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { looked } from './looked.ts'
import { press, team } from './team.ts'

const markdown = [
  '---',
  'title: Cache purge',
  'summary: A purge empties the cache.',
  'owner: edge   # of the handbook',
  'tags: [edge]',
  '---',
  '',
  'A purge empties the cache at the edge.',
  '',
  '## Steps',
  '',
  'Drain the pool first.',
  '',
  '## When it gets hard',
  '',
  'Watch the queue, not the load.',
  '',
].join('\n')

test('Olga completes a link, cites a line, sees the page beside its text, and keeps it', {
  timeout: 90_000,
}, async () => {
  const { olga, url, faults, does, written } = await opened()
  await does('import-source', {
    name: 'run.md',
    title: 'Edge runbook',
    text: '# Edge\n\nDrain it.\nA purge takes ten minutes.\n',
  })
  await does('start-topic', { title: 'Head-room' })
  await olga.goto(`${url}/edge-team/t/cache-purge`)
  await olga.getByRole('link', { name: 'Edit', exact: true }).click()
  const text = olga.getByRole('textbox', { name: 'The page, in Markdown' })
  const seen = olga.getByRole('region', { name: 'As it will be seen' })
  await seen.getByText('Watch the queue, not the load.').waitFor()
  const { keyboard } = olga

  // A link, by what is offered.
  await keyboard.press('Control+End')
  await keyboard.type('\nLook at [[head')
  await olga.getByRole('option', { name: 'Head-room' }).waitFor()
  await looked(olga, 'edit-link')
  await keyboard.press('Enter')
  await keyboard.type(' first. [[Nowhere')
  await takes(olga, '“Nowhere”, a topic to be started')

  // A citation: the source, then the line by a word in it.
  await keyboard.type(' It takes a while. ^[runbook')
  await takes(olga, /Edge runbook/)
  await olga.getByRole('option', { name: /Drain it\./ }).waitFor()
  await keyboard.type('ten')
  await olga.getByRole('option', { name: /Drain it\./ }).waitFor({ state: 'detached' })
  // While a line is being chosen, nobody is told that there is no such source.
  await seen.getByText('It takes a while.').waitFor()
  await expect
    .poll(() => olga.getByRole('status').allTextContents())
    .not.toContainEqual(expect.stringContaining('no source called'))
  await takes(olga, /ten minutes/)
  await seen.getByRole('link', { name: 'Edge runbook, line 4' }).waitFor()
  await keyboard.type(' And more. ^[run.md:99]')
  await seen.getByRole('button', { name: 'Nowhere' }).waitFor()
  await keyboard.press('ArrowLeft')
  await olga.getByText('run.md has no such line.').waitFor()
  await keyboard.press('End')
  for (const _ of ' And more. ^[run.md:99]') await keyboard.press('Backspace')
  await looked(olga, 'edit')

  // What the page says of itself, as fields; what nobody here knows stays byte for byte.
  await olga.getByText('What the page says of itself', { exact: true }).click()
  await olga.getByLabel('Tags').fill('edge, cache')
  await olga.getByLabel('To be looked at again by').fill('2020-10-01')
  await olga.getByText('That day is past').waitFor()
  await looked(olga, 'edit-fields-past')
  await olga.getByLabel('To be looked at again by').fill('2999-10-01')
  await looked(olga, 'edit-fields')
  await olga.setViewportSize({ width: 360, height: 740 })
  await press(olga, 'See it')
  await seen.getByRole('link', { name: 'Edge runbook, line 4' }).waitFor()
  await looked(olga, 'edit-seen')

  // Escape leads out of the text, Tab goes on, and a key keeps.
  await text.click()
  await keyboard.press('Escape')
  await expect.poll(() => olga.evaluate(() => document.activeElement?.textContent)).toBe('Keep')
  await keyboard.press('Tab')
  await expect.poll(() => olga.evaluate(() => document.activeElement?.textContent)).toBe('Leave it')
  await text.click()
  await keyboard.press('Control+k')
  await olga.getByRole('combobox', { name: 'Find or do' }).waitFor()
  await keyboard.press('Escape')
  await olga.getByRole('dialog').waitFor({ state: 'hidden' })
  await keyboard.press('Control+s')
  await olga.waitForURL(`${url}/edge-team/t/cache-purge`)
  await olga.getByText('Look at').waitFor()
  expect(await written()).toBe(
    `${markdown.replace('[edge]\n', '[edge, cache]\nreviewBy: "2999-10-01"\n')}\nLook at [[Head-room]] first. [[Nowhere]] It takes a while. ^[run.md:4]`,
  )
  expect(faults).toEqual([])
})

test('A draft outlives the page that it was begun on, and is offered back', { timeout: 90_000 }, async () => {
  const { olga, url, faults, saves } = await opened()
  await olga.goto(`${url}/edge-team/edit/cache-purge`)
  await olga.getByRole('textbox', { name: 'The page, in Markdown' }).waitFor()
  await olga.keyboard.press('Control+End')
  await olga.keyboard.type('\nWritten in the train.')
  await olga.getByRole('region').getByText('Written in the train.').waitFor()
  await olga.context().setOffline(true)
  await olga.keyboard.type(' And in a tunnel.')
  await olga.getByText('No connection: this waits.').waitFor()
  await olga.context().setOffline(false)
  await olga.getByRole('region').getByText('And in a tunnel.').waitFor()
  await olga.reload()
  await olga.getByText(/You began this .*, and left it here\./).waitFor()
  await olga.getByRole('region').getByText('Written in the train.').waitFor()

  await saves((text) => text.replace('Drain the pool first.', 'Drain both pools first.'))
  await olga.reload()
  await olga.getByText(/It has changed since\./).waitFor()
  await looked(olga, 'edit-draft')
  await olga.getByRole('link', { name: 'What has changed since' }).click()
  await olga.locator('ins', { hasText: 'both pools' }).waitFor()
  await olga.goBack()
  await press(olga, 'Take mine up again')
  await olga.getByRole('region').getByText('Written in the train.').waitFor()
  await olga.getByRole('region').getByText('Drain both pools first.').waitFor()
  await press(olga, 'Keep')
  await olga.waitForURL(`${url}/edge-team/t/cache-purge`)
  await olga.goto(`${url}/edge-team/edit/cache-purge`)
  await olga.getByRole('region').getByText('Written in the train.').waitFor()
  expect(await olga.getByText(/You began/).count()).toBe(0)
  expect(faults).toEqual([])
})

test('Two save at once: the second sees both sides, loses nothing, and the history shows how it was', {
  timeout: 90_000,
}, async () => {
  const { olga, url, faults, comes, written } = await opened()
  const ben = await comes('Ben')
  for (const [page, words] of [
    [olga, 'Watch the queue, says Olga.'],
    [ben, 'Watch the queue, says Ben.'],
  ] as const) {
    await page.goto(`${url}/edge-team/edit/cache-purge`)
    await page.getByRole('textbox', { name: 'The page, in Markdown' }).waitFor()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('End')
    await page.keyboard.press('Shift+Home')
    await page.keyboard.type(words)
    await page.getByRole('region').getByText(words).waitFor()
  }
  await ben.keyboard.press('Control+End')
  await ben.keyboard.type('\nBen adds this.')
  await press(olga, 'Keep')
  await olga.waitForURL(`${url}/edge-team/t/cache-purge`)
  await press(ben, 'Keep')
  await ben.getByText(/Olga kept a change while you wrote/).waitFor()
  await ben.getByRole('group', { name: /under “When it gets hard”/ }).waitFor()
  await ben.getByLabel('Keep mine').check()
  await looked(ben, 'edit-together')
  await ben.getByLabel('Keep both').check()
  await press(ben, 'Keep it so')
  await ben.waitForURL(`${url}/edge-team/t/cache-purge`)
  const text = await written()
  for (const words of ['says Olga.', 'says Ben.', 'Ben adds this.']) expect(text).toContain(words)

  await ben.getByRole('link', { name: 'What it said before' }).click()
  await ben.getByRole('heading', { name: 'How Cache purge came to say this' }).waitFor()
  await ben.locator('ins', { hasText: 'says Ben' }).waitFor()
  await looked(ben, 'history')
  await ben.getByRole('link', { name: /The first version here/ }).click()
  await press(ben, 'Make this the page again')
  await ben.waitForURL(`${url}/edge-team/t/cache-purge`)
  await ben.getByText('Watch the queue, not the load.').waitFor()
  expect(await written()).toBe(markdown)
  await ben.getByRole('link', { name: 'What it said before' }).click()
  await ben.getByText(/Back to how it was/).waitFor()
  await looked(ben, 'history-back')
  expect(faults).toEqual([])
})

test('Her own sync is told as her own, and the history says what came from the folder', {
  timeout: 90_000,
}, async () => {
  const { olga, url, faults, does } = await opened()
  await olga.goto(`${url}/edge-team/edit/cache-purge`)
  await olga.getByRole('textbox', { name: 'The page, in Markdown' }).waitFor()
  await olga.keyboard.press('Control+End')
  await olga.keyboard.press('ArrowUp')
  await olga.keyboard.press('End')
  await olga.keyboard.press('Shift+Home')
  await olga.keyboard.type('Watch the clock.')
  await olga.getByRole('region').getByText('Watch the clock.').waitFor()
  const text = markdown.replace('not the load.', 'not the disk.')
  await does('import-files', { files: [{ path: 'Cache purge.md', text, was: markdown }] })
  await press(olga, 'Keep')
  await olga.getByText(/^You kept a change in the folder while you wrote/).waitFor()
  await olga.getByLabel('Keep the folder’s').waitFor()
  await looked(olga, 'edit-together-mine')
  await press(olga, 'Keep it so')
  await olga.waitForURL(`${url}/edge-team/t/cache-purge`)
  await olga.getByRole('link', { name: 'What it said before' }).click()
  await olga.getByText('“load” became “disk”').waitFor()
  await olga.getByText('from the folder').first().waitFor()
  await looked(olga, 'history-folder')
  expect(faults).toEqual([])
})

/** A space with its owner and one page in it. */
async function opened() {
  const entered = await team('Olga')
  const { does, founder: olga } = entered
  await does('import-page', { markdown })
  const topic = 'cache-purge'
  const read = () => does('read-page-text', { topic })
  return {
    ...entered,
    olga,
    /** The page's text as it is kept. */
    written: async () => (await read()).markdown,
    /** Somebody saves the page meanwhile. */
    saves: async (change: (text: string) => string) => {
      const page = await read()
      await does('edit-page', { topic, version: page.version, markdown: change(page.markdown) })
    },
  }
}

/** Takes the first of what is offered; a list takes no key for the first moment that it is open. */
async function takes(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('option', { name }).waitFor()
  await page.waitForTimeout(150)
  await page.keyboard.press('Enter')
}
