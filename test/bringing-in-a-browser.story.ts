import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Reach } from '../src/combination/index.ts'
import { answeringPlace } from './answering-place.ts'
import { pdfOf, scannedPdf } from './documents.ts'
import { looked } from './looked.ts'
import { press, team } from './team.ts'

const runbook = '# Edge runbook\n\n## Cache purge\n\nA cache purge throws away what the edge has kept.\n'
const page = '---\ntitle: Head-room\nsummary: What is left.\n---\n\nHead-room is what is left. ^[runbook.md:5]\n'
const html = '<!doctype html><title>On call</title><h1>On call</h1><p>You carry the phone.</p><script>no()</script>'

test('A keeper brings files in, and a refused one holds up no other', { timeout: 60_000 }, async () => {
  const { olga, url, faults } = await opened()
  await olga.getByRole('link', { name: 'Bring something in' }).click()
  await olga.getByRole('heading', { name: 'Bring something in' }).waitFor()
  await choose(olga, [
    ['runbook.md', runbook],
    ['head-room.md', page],
    ['on-call.html', html],
    ['data.bin', Buffer.from([0x62, 0, 0x72])],
    ['long.txt', 'x'.repeat(2_000_001)],
  ])
  const row = (name: string) => olga.getByRole('listitem').filter({ hasText: name })
  await row('data.bin').getByText('It is no document that can be read here.').waitFor()
  await row('long.txt').getByText('It has more than two million characters.').waitFor()
  await expect.poll(() => olga.getByLabel('Take head-room.md in as').inputValue()).toBe('page')
  expect(await olga.getByLabel('Take on-call.html in as').count()).toBe(0)
  await dropped(olga, 'again.md', '---\ntitle: Head-room\n---\n\nAnother page of that name.\n')
  await row('again.md').waitFor()
  await looked(olga, 'bring-chosen')
  await press(olga, 'Bring all four in')

  // Three are in; the fourth would have been a page that is there already, and becomes a source instead.
  await row('again.md').getByText('There is a page called Head-room already.').waitFor()
  await olga.getByText('Three are in. One was refused; why stands beside it.').waitFor()
  await looked(olga, 'bring-refused')
  await olga.getByLabel('Take again.md in as').selectOption('source')
  await press(olga, 'Bring it in')
  await row('again.md').getByText('It is in. Read it').waitFor()

  // The same text a second time says so; a pasted one is named after its heading.
  await choose(olga, [['runbook.md', runbook]])
  await press(olga, 'Bring it in')
  await olga.getByText('It was here already, word for word').waitFor()
  await olga.getByText('Paste a text instead').click()
  await olga.getByLabel('The text').fill('# Stale locks\n\nA stale lock is one whose owner is gone.')
  await press(olga, 'Add it')
  await press(olga, 'Bring it in')
  await olga.getByRole('link', { name: 'Stale locks', exact: true }).waitFor()

  // What is brought in can be read: HTML as its words, a page at its topic.
  await olga.getByRole('link', { name: 'On call', exact: true }).click()
  await olga.getByText('You carry the phone.').waitFor()
  expect(await olga.getByText('no()').count()).toBe(0)
  await olga.goto(`${url}/edge-team/t/head-room`)
  await olga.getByText('Head-room is what is left.').waitFor()
  expect(faults).toEqual([])
})

test('A PDF and an address are read, a new version is brought, and what changed is marked and settled', {
  timeout: 90_000,
}, async () => {
  const web = '<!doctype html><title>On call</title><h1>On call</h1><p>You carry the phone.</p>'
  const place = await answeringPlace({ '/on-call': { body: web } })
  const { olga, url, faults } = await opened(place.reach)
  await olga.goto(`${url}/edge-team/bring`)
  const pdf = pdfOf([['Edge runbook', 'A purge takes ten minutes.'], ['Ask Jun first.']], 'Edge runbook')
  await choose(olga, [
    ['runbook.pdf', pdf],
    ['scan.pdf', scannedPdf()],
    ['purging.md', '---\ntitle: Purging\n---\n\nIt takes ten minutes. ^[runbook.md:8] Ask. ^[runbook.md:10]\n'],
  ])
  await olga.getByText('Fetch an address instead').click()
  await olga.getByLabel('The address').fill(`${place.url}/on-call`)
  await press(olga, 'Add it')
  await olga.getByLabel('The address').fill(`${place.url}/nowhere`)
  await press(olga, 'Add it')
  await press(olga, 'Bring all five in')
  const bringing = olga.getByRole('list', { name: 'What you are bringing' })
  const row = (name: string) => bringing.getByRole('listitem').filter({ hasText: name })
  await row('scan.pdf').getByText('Its pages are pictures').waitFor()
  await row('/nowhere').getByText('There is no such page there.').waitFor()
  await looked(olga, 'bring-documents')
  await olga.getByRole('link', { name: 'On call', exact: true }).click()
  await olga.getByText('You carry the phone.').waitFor()
  await press(olga, 'Look again')
  await olga.getByText('It says the same as before.').waitFor()

  // The PDF is read by its pages, and had again as it was.
  await olga.goto(`${url}/edge-team/t/purging`)
  await olga.getByRole('link', { name: 'runbook, page 2, line 10' }).click()
  await olga.getByText('Page 2').waitFor()
  await looked(olga, 'source-pdf')
  const down = olga.waitForEvent('download')
  await olga.getByRole('link', { name: 'Download as it was given' }).click()
  expect((await down).suggestedFilename()).toBe('runbook.pdf')

  // A new version: what only moved is followed, what changed is marked until somebody says that it holds.
  const next = pdfOf([['Edge runbook', 'Read all of it.', 'A purge takes ninety minutes.'], ['Ask Jun first.']])
  const file = { name: 'runbook.pdf', mimeType: 'application/pdf', buffer: next }
  await olga.getByLabel('Bring a new version').setInputFiles(file)
  await olga.getByText('A purge takes ninety minutes.').first().waitFor()
  await olga.getByText('What changed in it').click()
  await olga.getByText('Read all of it.').nth(1).waitFor()
  await looked(olga, 'source-versions')
  await olga.getByRole('link', { name: 'Purging' }).click()
  await olga.getByRole('heading', { name: 'What this rests on has changed' }).waitFor()
  await looked(olga, 'topic-changed')
  await olga.goto(`${url}/edge-team/mend`)
  await olga.getByRole('heading', { name: 'What a page cites has changed' }).waitFor()
  await looked(olga, 'mend-changed')
  await olga.goto(`${url}/edge-team/t/purging`)
  await olga.getByRole('button', { name: /It still holds/ }).click()
  await olga.getByRole('heading', { name: 'What this rests on has changed' }).waitFor({ state: 'hidden' })
  await olga.getByRole('link', { name: 'runbook, page 1, line 9' }).waitFor()
  expect(faults).toEqual([])
})

test('Who is asked may say not now, and nobody is told', { timeout: 60_000 }, async () => {
  const { olga, url, faults, comes } = await opened()
  const ben = await comes('Ben')
  await ben.goto(`${url}/edge-team`)
  await press(ben, 'Ask something')
  const sheet = ben.getByRole('dialog')
  await sheet.getByLabel('About').fill('Cache purge')
  await sheet.getByLabel('What do you want to know?').fill('When is it safe?')
  await sheet.getByLabel('Somebody else').check()
  await sheet.getByLabel('Somebody else').last().selectOption({ label: 'Olga' })
  await sheet.getByRole('button', { name: 'Ask', exact: true }).click()
  await ben.waitForURL(`${url}/edge-team/t/cache-purge`)

  await olga.goto(`${url}/edge-team`)
  await olga.getByText('When is it safe?').waitFor()
  await press(olga, 'Not now')
  await looked(olga, 'today-later')
  await press(olga, 'Next week')
  await olga.getByText(/It comes back on .* Nobody is told\./).waitFor()
  await olga.getByText('Nothing is waiting for you.').waitFor()
  await ben.goto(`${url}/edge-team`)
  await ben.getByText('Nothing is waiting for you.').waitFor()

  // Unasked, she says what she knows; it goes to her alone first, and onto the page when she has confirmed it.
  await olga.goto(`${url}/edge-team/t/cache-purge`)
  await press(olga, 'Say something about this')
  await olga.getByLabel('What you would say').fill('A purge is quick. Watch the queue, not the load.')
  await looked(olga, 'tell')
  await olga.getByRole('dialog').getByRole('button', { name: 'Keep' }).click()
  await olga.getByText('Nobody sees these before you confirm them.').waitFor()
  await press(olga, 'Confirm')
  await olga.waitForURL(`${url}/edge-team/t/cache-purge`)
  await olga.getByText('Watch the queue, not the load.').waitFor()
  expect(faults).toEqual([])
})

test('Ctrl-K finds a topic, a screen, or something to do', { timeout: 60_000 }, async () => {
  const { olga, url, faults } = await opened()
  const { keyboard } = olga
  await keyboard.press('Control+k')
  await olga.getByRole('combobox', { name: 'Find or do' }).waitFor()
  await keyboard.type('Cache purge')
  await olga.getByRole('option', { name: 'Start a topic called “Cache purge”' }).waitFor()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect.poll(() => olga.getByLabel('What is it called?').inputValue()).toBe('Cache purge')
  await press(olga, 'Start it')
  await olga.waitForURL(`${url}/edge-team/t/cache-purge`)
  await olga.getByRole('dialog').waitFor({ state: 'hidden' })

  await keyboard.press('Control+k')
  await keyboard.type('whole')
  await keyboard.press('Enter')
  await olga.waitForURL(`${url}/edge-team/whole`)
  await olga.getByRole('dialog').waitFor({ state: 'hidden' })
  await olga.getByRole('button', { name: 'Find or do anything' }).click()
  await keyboard.type('pur')
  await olga.getByRole('option', { name: 'Cache purge', exact: true, selected: true }).waitFor()
  await looked(olga, 'find-topic')
  await keyboard.press('Enter')
  await olga.waitForURL(`${url}/edge-team/t/cache-purge`)
  await olga.getByRole('heading', { name: 'Cache purge' }).waitFor()
  await expect.poll(() => olga.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  await keyboard.press('Control+k')
  await keyboard.press('Escape')
  await olga.getByRole('dialog').waitFor({ state: 'hidden' })
  expect(faults).toEqual([])
})

/** A space with its owner in it, on a fresh Today. */
async function opened(reach?: Reach) {
  const entered = await team('Olga', { reach })
  await entered.founder.getByText('What do you have?').waitFor()
  return { ...entered, olga: entered.founder }
}

async function choose(page: Page, files: [name: string, content: string | Buffer][]): Promise<void> {
  const chosen = files.map(([name, content]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) }))
  await page.getByLabel('Choose files').setInputFiles(chosen)
}

/** Drops a file somewhere on the screen. */
async function dropped(page: Page, name: string, content: string): Promise<void> {
  await page.evaluate(
    ([called = '', words = '']) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([words], called, { type: 'text/markdown' }))
      for (const event of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(event, { dataTransfer, bubbles: true, cancelable: true }))
      }
    },
    [name, content],
  )
}
