import { expect, test } from 'vitest'
import { looked } from './looked.ts'
import { team } from './team.ts'

const page = (title: string, body: string, front = '') => `---\ntitle: ${title}\n${front}---\n\n${body}\n`

test('Mara renames a topic, joins another to it, parts and splits them, keeps the page, and settles where two differ', {
  timeout: 180_000,
}, async () => {
  const { url, founder: mara, does, again, whorl, faults } = await team('Mara')
  const ben = { id: 'ben', name: 'Ben' }
  await whorl.store.write(async ({ db }) => {
    const at = new Date().toISOString()
    const space = await db.selectFrom('space').select('id').where('slug', '=', 'edge-team').executeTakeFirstOrThrow()
    const account = {
      email: 'ben@example.org',
      email_verified: 0 as never,
      image: null,
      created_at: at,
      updated_at: at,
    }
    await db
      .insertInto('person')
      .values({ ...ben, ...account })
      .execute()
    await db
      .insertInto('membership')
      .values({ space_id: space.id, person_id: ben.id, role: 'member', since: at })
      .execute()
  })
  for (const markdown of [
    page(
      'Cache purge',
      '# Cache purge\n\nIt empties the cache.\n\n## Steps\n\nDrain the pool first.',
      'review_by: 2020-01-01\n',
    ),
    page('Flush', 'It empties the cache.\n\n## Steps\n\nThen watch the queue.'),
    page('Notes', 'See [[Cache purge]] and [[Flush]].'),
  ])
    await does('import-page', { markdown })
  await whorl.settle()

  const more = async (what: string) => {
    await mara.getByRole('button', { name: 'More', exact: true }).click()
    await mara.getByRole('menuitem', { name: what }).click()
    await mara.getByRole('dialog').waitFor()
  }

  // On top all stand in one line, and on a phone each can be reached.
  await mara.goto(`${url}/edge-team/topics`)
  const onTop = mara.getByRole('navigation')
  const middle = async (name: string) => {
    const { y, height } = (await onTop.getByRole('link', { name, exact: true }).boundingBox()) ?? { y: 0, height: 0 }
    return Math.round(y + height / 2)
  }
  await mara.getByRole('heading', { level: 1, name: 'Topics' }).waitFor()
  expect([await middle('Ask'), await middle('The whole')]).toEqual([await middle('Topics'), await middle('Topics')])
  await mara.getByText('It empties the cache.').first().waitFor()
  await looked(mara, 'topics')
  await mara.setViewportSize({ width: 360, height: 740 })
  await onTop.getByRole('link', { name: 'Ask', exact: true }).click()
  await mara.waitForURL(`${url}/edge-team/ask`)
  await mara.goto(`${url}/edge-team/whole`)
  await mara
    .getByRole('cell', { name: /together on the page/ })
    .first()
    .waitFor()
  await looked(mara, 'whole-narrow')
  await mara.setViewportSize({ width: 1280, height: 800 })

  // A page past its date says so, and one press says that it is still true.
  await mara.goto(`${url}/edge-team/t/cache-purge`)
  await mara.getByText('was to be looked at again by').waitFor()
  await looked(mara, 'topic-past')
  await mara.getByRole('button', { name: 'More', exact: true }).click()
  await mara.getByRole('menuitem', { name: 'Who keeps this page' }).waitFor()
  await looked(mara, 'topic-more')
  await mara.keyboard.press('Escape')
  await mara.getByRole('button', { name: 'Still true' }).click()
  await mara.getByRole('button', { name: 'in 6 months' }).click()
  await mara.getByText('You said it is still true').waitFor()

  // By another title, found by the old address.
  await more('Give it another title')
  await looked(mara, 'topic-rename')
  await mara.getByRole('textbox', { name: 'Title' }).fill('Edge purge')
  await mara.getByRole('button', { name: 'Rename' }).click()
  await mara.waitForURL(`${url}/edge-team/t/edge-purge`)
  await mara.goto(`${url}/edge-team/t/cache-purge`)
  await mara.waitForURL(`${url}/edge-team/t/edge-purge`)
  await mara.getByRole('heading', { level: 1, name: 'Edge purge' }).waitFor()

  // Joined with another, and parted again.
  await more('Join it with another topic')
  await expect.poll(() => mara.getByRole('button', { name: 'Join them' }).isDisabled()).toBe(true)
  await mara.getByLabel('Which topic goes into this one').fill('Flush')
  await looked(mara, 'topic-join')
  await mara.getByRole('button', { name: 'Join them' }).click()
  await mara.getByText('Then watch the queue.').waitFor()
  await expect.poll(() => mara.getByText('It empties the cache.').count()).toBe(1)
  await mara.getByRole('button', { name: /^Part them again ?: Flush$/ }).waitFor()
  await looked(mara, 'topic-just-joined')
  await mara.goto(`${url}/edge-team/t/flush`)
  await mara.waitForURL(`${url}/edge-team/t/edge-purge`)
  await more('Part what was joined')
  await mara.getByText(/^Flush, joined by Mara/).waitFor()
  await looked(mara, 'topic-joined')
  await mara.getByRole('button', { name: /^Part them again/ }).click()
  await mara.getByText('Then watch the queue.').waitFor({ state: 'detached' })

  // Split: a heading chooses what stands under it.
  await more('Make two topics of it')
  await mara.getByLabel('The new topic’s title').fill('Draining')
  await mara.getByLabel('Steps').check()
  await expect.poll(() => mara.getByLabel('Drain the pool first.').isChecked()).toBe(true)
  await looked(mara, 'topic-split')
  await mara.getByRole('button', { name: 'Make it a topic of its own' }).click()
  await mara.waitForURL(`${url}/edge-team/t/draining`)
  await mara.getByText('Drain the pool first.').waitFor()
  await mara.getByRole('link', { name: 'Edge purge' }).click()
  await mara.waitForURL(`${url}/edge-team/t/edge-purge`)
  await mara.getByText('See also').waitFor()

  // She keeps the page; asked for another, she may say no, and nobody is told.
  await more('Who keeps this page')
  await looked(mara, 'topic-keep')
  await mara.getByLabel('To be looked at again by').fill('2999-05-04')
  await mara.getByRole('button', { name: 'Keep the day' }).click()
  await mara.getByText('To be looked at again by 4 May 2999.').first().waitFor()
  expect((await does('read-page-text', { topic: 'edge-purge' })).markdown).toContain('\nreview_by: "2999-05-04"\n')
  await more('Who keeps this page')
  await mara.getByRole('button', { name: 'I will keep it' }).click()
  await mara.getByText('You keep this page.').waitFor()
  const founder = (await does('list-people', {})).people.find(({ name }: { name: string }) => name === 'Mara')
  await does('ask-to-keep', { topic: 'flush', person: founder?.id ?? '' }, ben)
  await mara.goto(`${url}/edge-team`)
  await mara.getByText('Would you keep the page about').waitFor()
  await looked(mara, 'today-keep')
  await mara.getByRole('button', { name: 'No', exact: true }).click()
  await mara.getByText('Would you keep the page about').waitFor({ state: 'detached' })

  // Two differ, and both see it before anybody else.
  for (const [who, words] of [
    [undefined, 'A purge of the edge cluster takes 30 minutes to reach everyone.'],
    [ben, 'A purge of the edge cluster takes 90 minutes to reach everyone.'],
  ] as const) {
    const { question } = await does('ask', { topic: 'flush', words: 'How long does it take?' }, who)
    const { claims } = await does('answer', { question, words }, who)
    const lines = claims.map(({ id }: { id: string }) => ({ id, version: 1 }))
    await does('confirm-claims', { claims: lines }, who)
    await whorl.settle()
  }
  await mara.goto(`${url}/edge-team`)
  await mara.getByText('When does each hold?').waitFor()
  await looked(mara, 'today-differ')
  await mara.emulateMedia({ colorScheme: 'dark' })
  await looked(mara, 'today-differ-dark')
  await mara.emulateMedia({ colorScheme: 'light' })
  await mara.getByLabel('Yours holds').fill('the old cluster')
  await mara.getByRole('button', { name: 'Keep', exact: true }).click()
  await mara.getByText('When does each hold?').waitFor({ state: 'detached' })
  const { differences } = await does('list-differences', { topic: 'flush' }, ben)
  await does('say-when', { difference: differences[0]?.id ?? '', holdsWhen: 'the new cluster' }, ben)
  await whorl.settle()
  await mara.goto(`${url}/edge-team/t/flush`)
  await mara.getByRole('heading', { name: 'Where we differ' }).waitFor()
  await mara.getByText('the new cluster').first().waitFor()
  await looked(mara, 'topic-differ')
  await mara.emulateMedia({ colorScheme: 'dark' })
  await looked(mara, 'topic-differ-dark')
  expect(faults).toEqual([])

  const nihongo = await again(mara, { locale: 'ja-JP' })
  await nihongo.goto(`${url}/edge-team/t/edge-purge`)
  await nihongo.getByRole('button', { name: 'ほかにできること' }).click()
  await nihongo.getByRole('menuitem', { name: '別の話題と一つにする' }).click()
  await nihongo.getByText('どちらのアドレスもここに届きます。').waitFor()
  await looked(nihongo, 'topic-join-ja')
})
