import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage } from './browser.ts'
import { looked } from './looked.ts'
import { serve } from './served.ts'
import { introduce, press } from './team.ts'

test('Ben asks, Mara writes and shows, he recalls and does it, and one whorl has closed', {
  timeout: 120_000,
}, async () => {
  const { url, foundingLink, whorl, faults } = await serve()

  // Olga opens the link that the server printed, and invites two colleagues.
  const olga = await somebody()
  await olga.goto(foundingLink)
  await olga.getByLabel('Name of the space').fill('Edge team')
  await introduce(olga, 'Olga')
  await olga.getByRole('button', { name: 'Begin' }).click()
  await olga.waitForURL(`${url}/edge-team`)
  await looked(olga, 'today-fresh')
  const [mara, ben] = [await comes(olga, 'Mara'), await comes(olga, 'Ben')]

  // Mara has evidence: she has done a cache purge, and Olga saw it.
  await mara.goto(`${url}/edge-team/topics`)
  await press(mara, 'Start a topic')
  await mara.getByLabel('What is it called?').fill('Cache purge')
  await press(mara, 'Start it')
  await mara.waitForURL(`${url}/edge-team/t/cache-purge`)
  await looked(mara, 'topic-empty')
  await didThis(mara, 'Olga')
  await olga.goto(`${url}/edge-team`)
  await looked(olga, 'today-witness')
  await press(olga, 'I saw it')
  await said(olga, 'Kept, with your name as the one who saw it.')

  // Ben asks about the topic; they are few, so it leads with the room, and he looks who has something on record.
  await ben.goto(`${url}/edge-team/t/cache-purge`)
  await ben.getByRole('button', { name: 'Ask the room' }).waitFor()
  await looked(ben, 'topic-of-few')
  await ben.getByText('Who has something on record').click()
  await ben.getByText('was seen doing it, once').waitFor()
  await press(ben, 'Ask Mara')
  await ben.getByLabel('What do you want to know?').fill('How do I purge without taking the site down?')
  await looked(ben, 'ask')
  await ben.getByRole('dialog').getByRole('button', { name: 'Ask', exact: true }).click()
  await ben.getByRole('dialog').waitFor({ state: 'hidden' })
  await ben.getByText('How do I purge without taking the site down?').waitFor()

  // She is asked in the words of the promise; she writes.
  // The handbook has a word on it, too: a page of one voice would put nothing together.
  await handbookOf(whorl)
  await mara.goto(`${url}/edge-team`)
  await mara.getByText('No is fine, and nobody is told.').waitFor()
  await looked(mara, 'today-asked')
  await press(mara, 'Write')
  await mara
    .getByLabel('Your answer')
    .fill(
      'A purge throws away what the edge has kept. You watch the queue not the load. Never purge everything below forty per cent head-room. Ask Jun about the weather.',
    )
  await press(mara, 'Keep')

  // Her words have become lines; he sees nothing of them yet.
  await mara.getByText('Nobody sees these before you confirm them.').waitFor()
  await mara.goto(mara.url().replace('/confirm/', '/check/'))
  await mara.waitForURL(`${url}/edge-team/confirm/*`)
  await looked(mara, 'check')
  await ben.reload()
  await ben.getByRole('heading', { name: 'Cache purge' }).waitFor()
  expect(await ben.getByText('forty per cent').count()).toBe(0)
  await mara.getByRole('group', { name: 'Line 2' }).getByLabel('In a sentence').fill('Watch the queue, not the load.')
  await mara.getByRole('group', { name: 'Line 2' }).getByLabel('When it holds').fill('on the old cluster')
  await mara.getByRole('group', { name: 'Line 4' }).getByRole('button', { name: 'Leave it out' }).click()
  await press(mara, 'Confirm')

  // She shows him as well; both say so.
  await mara.waitForURL(`${url}/edge-team/t/cache-purge`)
  await press(mara, 'Show Ben')
  await said(mara, 'Ben will see that you would show them.')
  await mara.goto(`${url}/edge-team`)
  await press(mara, 'I showed Ben')
  await said(mara, 'Kept. It counts when Ben says so too.')
  await ben.goto(`${url}/edge-team`)
  await looked(ben, 'today-shown')
  await press(ben, 'Mara showed me')
  await said(ben, 'You both say so. It is kept.')

  // The page is compiled with her lines and cites her answer, which leaves out what she left out.
  await whorl.settle()
  await ben.goto(`${url}/edge-team/t/cache-purge`)
  await ben.getByText('Watch the queue, not the load (on the old cluster).').waitFor()
  await looked(ben, 'topic')
  expect(await ben.getByText('the weather').count()).toBe(0)

  // He recalls two lines, and lets it be seen that he remembers.
  await ben.getByRole('link', { name: 'Practise' }).click()
  await ben.getByText('Only you see this').waitFor()
  await looked(ben, 'practise')
  await press(ben, 'Show what Mara said')
  await looked(ben, 'practise-shown')
  await press(ben, 'I had it')
  await press(ben, 'Let it stand')
  await press(ben, 'Show what Mara said')
  await press(ben, 'Nearly')
  await ben.getByText(/comes back/).waitFor({ state: 'attached' })

  // He does what one line says, once, with help at hand, and she witnesses it.
  await ben.goto(`${url}/edge-team/t/cache-purge`)
  await ben.getByRole('article').getByRole('link', { name: /Mara/ }).nth(1).click()
  await ben.getByRole('heading', { name: 'Watch the queue, not the load.' }).waitFor()
  await didThis(ben, 'Mara', 'With help at hand', 'Mara showed you')
  await mara.goto(`${url}/edge-team`)
  await mara.getByText('How much help there was: With help at hand').click()
  await looked(mara, 'today-witness-help')
  await press(mara, 'I saw it')
  await said(mara, 'Kept, with your name as the one who saw it.')

  // One whorl has closed, by causes.
  await whorl.settle()
  await ben.goto(`${url}/edge-team/t/cache-purge`)
  await ben.getByRole('img', { name: /one round closed/i }).waitFor()
  await looked(ben, 'topic-round')
  const { topics } = await spiralOf(whorl)
  expect(topics).toEqual([1])

  // From the sentence back to her words, and forward to what he remembers and was seen doing.
  await ben.getByRole('article').getByRole('link', { name: /Mara/ }).nth(1).click()
  await ben.getByRole('heading', { name: 'Watch the queue, not the load.' }).waitFor()
  for (const moment of ['Ben asked', 'Mara showed Ben', 'Mara said', 'Mara saw Ben do it, once, with help at hand']) {
    await ben.getByText(moment, { exact: false }).first().waitFor()
  }
  await looked(ben, 'line')
  // Of the lines on the page, only the one that he let stand names him as who remembers it, to others.
  for (const [line, remembered] of [
    ['A purge throws away what the edge has kept.', 1],
    ['Watch the queue, not the load.', 0],
  ] as const) {
    await mara.goto(`${url}/edge-team/t/cache-purge`)
    await mara
      .getByRole('article')
      .getByRole('link', { name: /Mara/ })
      .nth(remembered ? 0 : 1)
      .click()
    await mara.getByRole('heading', { name: line }).waitFor()
    await mara.getByText('Mara said').first().waitFor()
    expect([line, await mara.getByText('Ben remembers it').count()]).toEqual([line, remembered])
  }
  await ben.getByRole('link', { name: 'The moment it was said' }).click()
  await ben.getByText('You watch the queue not the load.').first().waitFor()
  await ben.getByText('left out by Mara').waitFor()
  await looked(ben, 'source')

  // The rest of the house stands too.
  for (const screen of ['topics', 'whole', 'people', 'me', 'house', 'practise', 'edit/cache-purge', 't/nowhere']) {
    await olga.goto(`${url}/edge-team/${screen}`)
    await olga.getByRole('heading', { level: 1 }).waitFor()
    await looked(olga, screen.replace('/', '-'))
  }
  for (const screen of ['', 'about', 'sign-in']) {
    await olga.goto(`${url}/${screen}?all=true`)
    await olga.getByRole('heading', { level: 1 }).waitFor()
    await looked(olga, screen || 'spaces')
  }
  expect(faults).toEqual([])
  expect(complaints.splice(0)).toEqual([])

  async function comes(owner: Page, name: string): Promise<Page> {
    await owner.goto(`${url}/edge-team/people`)
    await press(owner, 'Make a link')
    const link = await owner.getByLabel('The link to send').inputValue()
    const page = await somebody()
    await page.goto(link)
    await looked(page, 'enter')
    await introduce(page, name)
    await press(page, 'Come in')
    await page.waitForURL(`${url}/edge-team`)
    return page
  }
})

/** What pages complained of: a refusal is an answer, not a fault of theirs; what breaks the door's policy is. */
const complaints: string[] = []

/** A browser of somebody's own, in English. */
async function somebody(): Promise<Page> {
  const page = await openPage({ locale: 'en-GB', reducedMotion: 'reduce' })
  page.on('console', (message) => {
    const refused = /status of 40[0-9]|There is no such/.test(message.text())
    if (message.type() === 'error' && !refused) complaints.push(message.text())
  })
  return page
}

/** Waits until the page says that it is done: what comes next may happen in another browser. */
const said = (page: Page, words: string) => page.getByText(words).waitFor({ state: 'attached' })

async function didThis(page: Page, witness: string, help = 'Left open', helped?: string): Promise<void> {
  await press(page, 'I did this')
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Who saw it').selectOption({ label: witness })
  await sheet.getByLabel('How much help there was').selectOption({ label: help })
  if (helped) await sheet.getByRole('checkbox', { name: helped }).check()
  await sheet.getByRole('button', { name: 'Keep' }).click()
  await sheet.waitFor({ state: 'hidden' })
}

async function handbookOf(whorl: Awaited<ReturnType<typeof serve>>['whorl']) {
  const act = whorl.acts.find(({ name }) => name === 'import-source')
  if (!act) throw new Error('There is no act import-source.')
  const text = '# Cache purge\n\nA cache purge empties the cache of one site.\n'
  const input = { name: 'handbook.md', title: 'Handbook', text }
  await whorl.perform({ act, space: 'edge-team', input, by: 'folder-owner', door: 'test' })
}

async function spiralOf(whorl: Awaited<ReturnType<typeof serve>>['whorl']) {
  const act = whorl.acts.find(({ name }) => name === 'the-whole')
  if (!act) throw new Error('There is no act the-whole.')
  const whole = await whorl.perform({ act, space: 'edge-team', input: {}, by: 'folder-owner', door: 'test' })
  return { topics: (whole.topics as { whorls: number }[]).map(({ whorls }) => whorls) }
}
