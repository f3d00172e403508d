import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { readGitLog } from '../src/socialisation/index.ts'
import { HISTORY } from '../src/web/screens/scan/HowToGetIt.tsx'
import { openPage } from './browser.ts'
import { historyOf } from './history.ts'
import { looked } from './looked.ts'
import { madeUpChat } from './made-up-chat.ts'
import { serve } from './served.ts'
import { freshFolder } from './stores.ts'
import { introduce } from './team.ts'

test('A folder gives Olga findings on her first day; one of them goes to a colleague, who lands at the question', {
  timeout: 120_000,
}, async () => {
  const { url, foundingLink, faults } = await serve()
  const olga = await founds(foundingLink)
  await looked(olga, 'have')
  await olga.getByRole('link', { name: 'A folder of documents' }).click()
  await olga.getByText('at most five things come of it').waitFor()
  await looked(olga, 'scan-folder')
  const choosing = olga.waitForEvent('filechooser')
  await olga.getByText('Choose a folder').click()
  await (await choosing).setFiles(handbook())
  await olga.getByText('Worth sending to somebody who would know.').waitFor({ timeout: 30_000 })
  await olga.getByText('“Deploys” says there are good reasons not to follow it').waitFor()
  await olga.getByText('There will be sensible reasons not to follow this rule.').waitFor()
  await looked(olga, 'scanned')

  await olga.getByRole('button', { name: 'Who decides this?' }).click()
  await olga.getByText('It stands as a question on').waitFor()
  await olga.getByRole('button', { name: 'Make it a link for somebody' }).click()
  await olga.getByText('The link now lets one person in').waitFor()
  const message = await olga.getByLabel('To send on').first().inputValue()
  expect(message).toContain('No is fine, and nobody is told.')
  await looked(olga, 'scanned-forwarding')

  const ben = await openPage()
  await ben.goto(/http\S+$/m.exec(message)?.[0] ?? '')
  await introduce(ben, 'Ben')
  await ben.getByRole('button', { name: 'Come in' }).click()
  await ben.waitForURL((at) => at.href.startsWith(`${url}/edge-team/t/deploys?answer=`))
  await ben.getByLabel('Your answer').waitFor()
  await ben.getByText('Who decides this?').waitFor()

  // She may have it all forgotten; the question stays.
  await olga.getByRole('button', { name: 'Forget this scan' }).click()
  await olga.waitForURL(`${url}/edge-team/have`)
  await olga.getByText('Forgotten. What you sent on stays.').waitFor()
  await olga.getByText('Your earlier scans').waitFor({ state: 'hidden' })
  await ben.reload()
  await ben.getByText('Who decides this?').waitFor()
  expect(faults).toEqual([])
})

test('A history that the shown command wrote names what one person built, and three questions to them', {
  timeout: 120_000,
}, async () => {
  const { foundingLink, faults } = await serve()
  const olga = await founds(foundingLink)
  await olga.getByRole('link', { name: 'A repository' }).click()
  await olga.getByText('nothing of that kind is read here until an owner turns it on').waitFor()
  await looked(olga, 'scan-history-off')
  await olga.getByRole('button', { name: 'Turn it on: The history of a repository' }).click()
  await olga.getByText('git -c core.quotePath=false log').waitFor()
  await looked(olga, 'scan-history')
  const file = join(freshFolder(), 'history.txt')
  writeFileSync(file, historyOf())
  const choosing = olga.waitForEvent('filechooser')
  await olga.getByText('Choose history.txt').click()
  await (await choosing).setFiles(file)
  await olga.getByText('Jo alone had changed engine/').waitFor({ timeout: 30_000 })
  await expect.poll(() => olga.locator('.to-put li').count()).toBe(3)
  await looked(olga, 'scanned-history')
  await olga.getByRole('button', { name: 'Ask Jo' }).click()
  await olga.getByText('It stands as a question on').waitFor()
  expect(faults).toEqual([])
})

test('A chat export gives what was asked twice, and its author keeps the answer in two clicks', {
  timeout: 120_000,
}, async () => {
  const { url, foundingLink, faults, whorl } = await serve()
  const olga = await founds(foundingLink)
  await olga.getByRole('link', { name: 'A chat export' }).click()
  await olga.getByRole('button', { name: 'Turn it on: A chat' }).click()
  await olga.getByText('Send the zip as it comes.').waitFor()
  await looked(olga, 'scan-chat')
  const file = join(freshFolder(), 'bakery.zip')
  const files = Object.entries(madeUpChat()).map(([path, text]) => [path, strToU8(text)])
  writeFileSync(file, zipSync(Object.fromEntries(files)))
  const choosing = olga.waitForEvent('filechooser')
  await olga.getByText('Choose the zip').click()
  await (await choosing).setFiles(file)
  const one = olga.getByRole('listitem').filter({ hasText: 'reset the VPN token' }).first()
  await one.waitFor({ timeout: 30_000 })
  await looked(olga, 'scanned-chat')
  await one.getByRole('button', { name: 'Keep this?' }).click()
  await one.getByRole('button', { name: 'Make it a link for somebody' }).click()
  await olga.getByText('The link now lets one person in').waitFor()
  const message = await olga.getByLabel('To send on').first().inputValue()
  expect(message).toMatch(/You answered this on .+ Keep this, as your words\?/)
  // Nothing else of the chat is kept.
  await whorl.settle()
  expect(await whorl.store.db.selectFrom('source').selectAll().execute()).toEqual([])

  const mara = await openPage()
  await mara.goto(/http\S+$/m.exec(message)?.[0] ?? '')
  await introduce(mara, 'Mara')
  await mara.getByRole('button', { name: 'Come in' }).click()
  await mara.waitForURL((at) => at.href.startsWith(`${url}/edge-team/t/`))
  await expect.poll(() => mara.getByLabel('Your answer').inputValue()).toContain('choose *Reset token*')
  await looked(mara, 'keep-this')
  await mara.getByRole('button', { name: 'Keep', exact: true }).click()
  await mara.getByText('Nobody sees these before you confirm them.').waitFor()
  expect(faults).toEqual([])
})

test('What is brought and is nothing that can be read says so, and what would do', { timeout: 60_000 }, async () => {
  const { foundingLink } = await serve()
  const olga = await founds(foundingLink)
  await olga.getByRole('link', { name: 'A repository' }).click()
  await olga.getByRole('button', { name: 'Turn it on: The history of a repository' }).click()
  const file = join(freshFolder(), 'history.txt')
  writeFileSync(file, 'commit 1234\nAuthor: Jo\n')
  const choosing = olga.waitForEvent('filechooser')
  await olga.getByText('Choose history.txt').click()
  await (await choosing).setFiles(file)
  await olga.getByRole('alert').getByText('It is neither a zip nor a history.').waitFor({ timeout: 30_000 })
  await looked(olga, 'scanned-nothing')
})

test('The command that is shown prints what is read', () => {
  expect(HISTORY).toContain('%h%x09%aN%x09%aE%x09%at%x09%s')
  expect(readGitLog(historyOf().split('\n')).commits).toHaveLength(13)
})

async function founds(link: string): Promise<Page> {
  const page = await openPage()
  await page.goto(link)
  await page.getByLabel('Name of the space').fill('Edge team')
  await introduce(page, 'Olga')
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByRole('heading', { name: 'What do you have?' }).waitFor()
  return page
}

/** A small handbook in a folder, with what is not to be sent. */
function handbook(): string {
  const root = join(freshFolder(), 'handbook')
  mkdirSync(join(root, '.git'), { recursive: true })
  writeFileSync(join(root, '.git', 'secret.md'), '# Secret\n\nNot to be sent.\n')
  writeFileSync(join(root, 'picture.png'), Buffer.alloc(2000))
  writeFileSync(
    join(root, 'deploys.md'),
    '# Deploys\n\nYou must deploy before noon, and never on a Friday.\nThere will be sensible reasons not to follow this rule.\n',
  )
  writeFileSync(
    join(root, 'on-call.md'),
    '---\ntitle: On call\nreview_by: 2024-02-01\n---\n\nYou must answer a page within ten minutes.\n',
  )
  return root
}
