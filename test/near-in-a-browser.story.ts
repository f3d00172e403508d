import { expect, test } from 'vitest'
import { shoot } from './browser.ts'
import { looked } from './looked.ts'
import { team } from './team.ts'

const page = (title: string, ...links: string[]) =>
  `---\ntitle: ${title}\n---\n\n${links.map((link) => `See [[${link}]].`).join(' ')} It is in the book. ^[runbook.md:1]\n`

const pages = [
  page('Cache purge', 'Origin shield', 'Surrogate key', 'Head-room', 'Stale locks', 'Edge cluster'),
  page('Origin shield', 'Edge cluster', 'Head-room'),
  page('Surrogate key', 'Tagging of images', 'Cache purge'),
  page('Head-room', 'Queue graph', 'Load at night'),
  page('Stale locks', 'Draining', 'Deploy in the night'),
  page('Queue graph', 'On-call circle'),
  page('Draining', 'Cache purge', 'Stale locks'),
  page('On call', 'Cache purge', 'Queue graph'),
  page('The March incident', 'Cache purge', 'Draining', 'Head-room'),
  page('Load at night'),
  page('Tagging of images'),
]

test('Mara walks from topic to topic by what stands near each, with keys alone', { timeout: 120_000 }, async () => {
  const { url, founder: mara, does, faults } = await team('Mara')
  await does('import-source', { name: 'runbook.md', title: 'Runbook', text: 'It is so.\n' })
  await does('start-topic', { title: 'Nobody near' })
  for (const markdown of pages) await does('import-page', { markdown })

  await mara.goto(`${url}/edge-team/t/cache-purge`)
  await mara.getByRole('link', { name: 'What stands near it' }).click()
  await mara.waitForURL(`${url}/edge-team/near/cache-purge`)
  const picture = mara.getByRole('group', { name: /^The topics near Cache purge/ })
  await picture.getByRole('link', { name: 'Origin shield' }).waitFor()
  await looked(mara, 'near')
  await mara.emulateMedia({ colorScheme: 'dark' })
  await looked(mara, 'near-dark')
  await mara.emulateMedia({ colorScheme: 'light' })

  // The table says the same as the picture.
  const inPicture = await picture.getByRole('link').allTextContents()
  const table = mara.getByRole('table', { name: /^The topics near Cache purge/ })
  const rows = await table.getByRole('rowheader').allTextContents()
  expect(inPicture).toEqual(['Cache purge', ...rows])
  await expect
    .poll(() => table.getByRole('row', { name: /^Draining/ }).textContent())
    .toContain('it links to Cache purge; both cite Runbook')
  await expect
    .poll(() => table.getByRole('row', { name: /^Surrogate key/ }).textContent())
    .toContain('Cache purge links to it; it links to Cache purge')

  // From the middle an arrow leads to a neighbour, and Enter goes there.
  await picture.getByRole('link', { name: 'Cache purge' }).focus()
  for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) {
    await mara.keyboard.press(key)
    const focused = await mara.evaluate(() => document.activeElement?.textContent)
    if (focused !== 'Cache purge') break
  }
  const focused = await mara.evaluate(() => document.activeElement?.textContent ?? '')
  expect(rows).toContain(focused)
  await mara.keyboard.press('Enter')
  await mara.getByRole('heading', { level: 1, name: `Near ${focused}` }).waitFor()

  // What is linked to and nobody has started can be started.
  await mara.goto(`${url}/edge-team/near/cache-purge`)
  await mara.getByRole('button', { name: 'Edge cluster' }).click()
  await mara.getByRole('dialog').waitFor()
  await mara.keyboard.press('Escape')

  // On a phone the picture has fewer, the table all.
  await mara.setViewportSize({ width: 360, height: 740 })
  await mara.goto(`${url}/edge-team/near/cache-purge`)
  await mara.getByRole('group', { name: /^The topics near/ }).waitFor()
  await shoot(mara, 'near-phone')

  await mara.goto(`${url}/edge-team/near/nobody-near`)
  await mara.getByText('Nothing yet: its page links to nothing').waitFor()
  await looked(mara, 'near-nothing')
  expect(faults).toEqual([])
})
