/** Open screens show what others change, over one stream a browser, and read nothing again that they do not show. */
import type { BrowserContext, Page, Request } from 'playwright-core'
import { expect, test } from 'vitest'
import { brokenJob } from './broken-job.ts'
import { press, type Team, team } from './team.ts'

test('What one person asks stands on another’s open screen, without a reload', { timeout: 60_000 }, async () => {
  const there = await team('Mara')
  const { topic } = await there.does('start-topic', { title: 'Cache purge' })
  await there.whorl.settle()
  const ben = await there.comes('Ben')
  const mara = there.founder
  await mara.goto(`${there.home}/t/cache-purge`)
  await mara.getByText('Open questions').waitFor()
  const loads = counted(mara, (request) => request.isNavigationRequest())
  await ben.goto(`${there.home}/t/cache-purge`)
  await ask(there, topic.id, 'How is the cache purged?')
  for (const page of [mara, ben]) await page.getByText('How is the cache purged?').waitFor()
  await ask(there, topic.id, 'And at night?')
  await mara.getByText('And at night?').waitFor()
  // What follows comes, too: who is asked sees it on Today.
  await ben.goto(there.home)
  await ben.getByRole('heading', { level: 1 }).waitFor()
  const { people } = await there.does('list-people', {})
  const of = people.find(({ name }) => name === 'Ben')?.id ?? ''
  await there.does('ask', { topic: topic.id, words: 'Who has the key?', of })
  await ben.getByText('Who has the key?').waitFor()
  expect(loads()).toEqual([])
  expect(there.faults).toEqual([])
})

test('Who comes by an invitation stands among the people of an open screen', { timeout: 60_000 }, async () => {
  const there = await team('Mara')
  const mara = there.founder
  await mara.goto(`${there.home}/people`)
  await mara.getByText('Mara').first().waitFor()
  const loads = counted(mara, (request) => request.isNavigationRequest())
  await there.comes('Ben')
  await mara.getByRole('main').getByRole('list').first().getByText('Ben').waitFor()
  expect(loads()).toEqual([])
})

test('Ten tabs of a browser have one stream; when its tab is closed another takes over', {
  timeout: 120_000,
}, async () => {
  const there = await team('Mara')
  const { topic } = await there.does('start-topic', { title: 'Cache purge' })
  await there.whorl.settle()
  const first = await there.again(there.founder, {})
  const streams = counted(first.context(), isStream)
  const tabs = [first]
  while (tabs.length < 10) tabs.push(await first.context().newPage())
  for (const tab of tabs) {
    await tab.goto(`${there.home}/t/cache-purge`)
    await tab.getByText('Open questions').waitFor()
  }
  expect(streams()).toHaveLength(1)
  await ask(there, topic.id, 'How is the cache purged?')
  for (const tab of tabs) await tab.getByText('How is the cache purged?').waitFor()
  expect(streams()).toHaveLength(1)

  await first.close()
  await expect.poll(() => streams().length).toBe(2)
  await ask(there, topic.id, 'And at night?')
  for (const tab of tabs.slice(1)) await tab.getByText('And at night?').waitFor()
  expect(streams()).toHaveLength(2)
  expect(there.faults).toEqual([])
})

test('What hangs on another topic has a screen read nothing again, nor what it does not show', {
  timeout: 60_000,
}, async () => {
  const there = await team('Mara')
  const { topic: one } = await there.does('start-topic', { title: 'Cache purge' })
  const { topic: other } = await there.does('start-topic', { title: 'Night shift' })
  await there.whorl.settle()
  const here = await there.again(there.founder, {})
  const beside = await here.context().newPage()
  for (const [tab, path] of [
    [here, 'cache-purge'],
    [beside, 'night-shift'],
  ] as const) {
    await tab.goto(`${there.home}/t/${path}`)
    await tab.getByText('Open questions').waitFor()
  }
  // Both hear: the news of one tab is that of the other.
  await ask(there, one.id, 'How is the cache purged?')
  await here.getByText('How is the cache purged?').waitFor()
  await quiet(here.context())
  const reads = counted(here, isRead)
  await ask(there, other.id, 'Who is on tonight?')
  await beside.getByText('Who is on tonight?').waitFor()
  await there.does('make-agent-key', { name: 'Robin' })
  expect(reads()).toEqual([])
  await ask(there, one.id, 'And at night?')
  await here.getByText('And at night?').waitFor()
  expect(reads()).toContain('list-questions')
  // Nothing that was asked is shown by these.
  for (const act of ['list-spaces', 'topic-care', 'read-page']) expect(reads()).not.toContain(act)
})

test('What one writes oneself has read again what shows it, once, and nothing else', { timeout: 60_000 }, async () => {
  const there = await team('Mara')
  await there.does('start-topic', { title: 'Cache purge' })
  await there.does('start-topic', { title: 'Night shift' })
  await there.whorl.settle()
  const here = await there.again(there.founder, {})
  const beside = await here.context().newPage()
  for (const [tab, path] of [
    [beside, 'night-shift'],
    [here, 'cache-purge'],
  ] as const) {
    await tab.goto(`${there.home}/t/${path}`)
    await tab.getByText('Open questions').waitFor()
  }
  // From here on both hear.
  for (const [tab, path] of [
    [beside, 'night-shift'],
    [here, 'cache-purge'],
  ] as const) {
    await ask(there, path, 'Who is on tonight?')
    await tab.getByText('Who is on tonight?').waitFor()
  }
  await quiet(here.context())
  const [reads, readsBeside] = [counted(here, isRead), counted(beside, isRead)]
  await askOn(here, 'How is the cache purged?')
  await here.getByText('How is the cache purged?').waitFor()
  // A second one, by which all that the first had read again has been.
  await ask(there, 'cache-purge', 'And at night?')
  await here.getByText('And at night?').waitFor()
  expect(reads().filter((act) => act === 'list-questions')).toHaveLength(2)
  expect(reads()).toContain('ask')
  // Nothing that was asked is shown by these, nor by whatever is about another topic.
  for (const act of ['list-spaces', 'topic-care', 'read-page']) expect(reads()).not.toContain(act)
  expect(readsBeside()).toEqual([])
  expect(there.faults).toEqual([])
})

test('What failed stands on an owner’s open screen, and a page that failed is waited for no longer', {
  timeout: 60_000,
}, async () => {
  const there = await team('Mara')
  const { topic } = await there.does('start-topic', { title: 'Cache purge' })
  await there.whorl.settle()
  const { store } = there.whorl
  const { id } = await store.db.selectFrom('space').select('id').executeTakeFirstOrThrow()
  const broken = brokenJob(id, topic.id, new Date().toISOString())
  await store.write(({ db }) => db.insertInto('job').values(broken).execute())
  const mara = there.founder
  const ben = await there.again(mara, {})
  await mara.goto(`${there.home}/house`)
  await mara.getByText('Nothing is stuck.').waitFor()
  await ben.goto(`${there.home}/t/cache-purge`)
  await ben.getByText('The page is being put together.').waitFor()
  await quiet(mara.context())
  there.whorl.lookAround()
  await mara.getByText('It was begun three times and never came to an end.').waitFor()
  await ben.getByText('The page is being put together.').waitFor({ state: 'hidden' })
  await press(mara, 'Try again')
  await mara.getByText('Nothing is stuck.').waitFor()
  expect(there.faults.splice(0)).toHaveLength(1)
})

test('A card that comes due stands on an open Today, which asks for nothing until then', {
  timeout: 60_000,
}, async () => {
  const there = await team('Mara')
  const ben = await there.comes('Ben')
  const { topic } = await there.does('start-topic', { title: 'Cache purge' })
  const { question } = await there.does('ask', { topic: topic.id, words: 'How is the cache purged?' })
  const { claims } = await there.does('answer', { question, words: 'You drain the pool first, and then purge.' })
  await there.does('confirm-claims', { claims: claims.map((claim) => ({ id: claim.id, version: 1 })) })
  await there.whorl.settle()
  const by = (await there.does('list-people', {})).people.find(({ name }) => name === 'Ben')
  const [exercise] = (await there.does('list-exercises', {}, by)).exercises
  await there.does('recall', { exercise: exercise?.id ?? '', grade: 'had-it' }, by)
  const due = new Date(Date.now() + 5000).toISOString()
  await there.whorl.store.write(({ db }) => db.updateTable('card').set({ due_at: due }).execute())
  await ben.goto(there.home)
  await ben.getByRole('heading', { level: 1 }).waitFor()
  const reads = counted(ben, isRead)
  await ben.getByText('comes back to you').waitFor()
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(due))
  expect(reads().filter((act) => act === 'today')).toHaveLength(1)
})

test('Without a stream, what one writes oneself stands there at once, and what others write after a while', {
  timeout: 60_000,
}, async () => {
  const there = await team('Mara')
  const { topic } = await there.does('start-topic', { title: 'Cache purge' })
  await there.whorl.settle()
  const here = await there.again(there.founder, {})
  await here.route('**/live?*', (route) => route.fulfill({ status: 429 }))
  await here.clock.install()
  await here.goto(`${there.home}/t/cache-purge`)
  await here.getByText('Open questions').waitFor()
  const reads = counted(here, isRead)
  await askOn(here, 'How is the cache purged?')
  await here.getByText('How is the cache purged?').waitFor()
  expect(reads()).not.toContain('read-page')
  await ask(there, topic.id, 'And at night?')
  await here.clock.fastForward(10_000)
  await here.getByText('And at night?').waitFor()
})

test('What somebody is writing stays as it is while the page under it changes', { timeout: 60_000 }, async () => {
  const there = await team('Mara')
  await there.does('import-page', { markdown: '---\ntitle: Cache purge\n---\n\nDrain the pool first.\n' })
  await there.whorl.settle()
  const { founder: mara } = there
  await mara.goto(`${there.home}/edit/cache-purge`)
  const text = mara.getByRole('textbox', { name: 'The page, in Markdown' })
  await text.click()
  await mara.keyboard.press('Control+End')
  await mara.keyboard.type('\nWatch the ')
  const again = mara.waitForResponse((response) => response.url().endsWith('/read-page-text'))
  const { version, markdown } = await there.does('read-page-text', { topic: 'cache-purge' })
  await there.does('edit-page', { topic: 'cache-purge', version, markdown: `${markdown}\nTwo bells.\n` })
  await again
  await mara.keyboard.type('queue.')
  await expect.poll(() => text.textContent()).toContain('Watch the queue.')
  expect(await text.textContent()).not.toContain('Two bells.')
})

/** Asks on a topic's page, as its reader does. */
async function askOn(page: Page, words: string) {
  await press(page, 'Ask')
  await page.getByLabel('What do you want to know?').fill(words)
  await page.getByRole('dialog').getByRole('button', { name: 'Ask', exact: true }).click()
}

const ask = (there: Team, topic: string, words: string) => there.does('ask', { topic, words })

/** The names of the requests that a page or a browser makes from now on, of one kind. */
function counted(of: Page | BrowserContext, which: (request: Request) => boolean): () => string[] {
  const seen: string[] = []
  const note = (request: Request) => {
    if (which(request)) seen.push(new URL(request.url()).pathname.split('/').at(-1) ?? '')
  }
  if ('context' in of) of.on('request', note)
  else of.on('request', note)
  return () => seen
}

/** Waits until a browser reads nothing more: the stream that opens has all read anew, and news waits for what is read. */
async function quiet(context: BrowserContext): Promise<void> {
  const reads = counted(context, isRead)
  for (let before = -1; before !== reads().length; ) {
    before = reads().length
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
}

const isStream = (request: Request) => new URL(request.url()).pathname.endsWith('/live')
const isRead = (request: Request) => request.url().includes('/api/') && !isStream(request)
