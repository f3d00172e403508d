/**
 * The way of a line in a browser: what was recalled of an earlier wording says so, and it goes on
 * however many they are.
 */
import { expect, test } from 'vitest'
import { shoot } from './browser.ts'
import { team } from './team.ts'

const MANY = 130

test('Forward from a line that was corrected, a recall stands as of its earlier wording; more is shown on asking', async () => {
  const there = await team('Mara')
  const { whorl, does, home, faults } = there
  const page = await there.comes('Ben')
  const { topic } = await does('start-topic', { title: 'Cache purge' })
  const { question } = await does('ask', { topic: topic.id, words: 'How do I purge?' })
  const { claims } = await does('answer', { question, words: 'Watch the queue, not the load.' })
  const line = claims[0]?.id ?? ''
  await does('confirm-claims', { claims: [{ id: line, version: 1 }] })
  await whorl.settle()
  const ben = (await does('list-people', {})).people.find(({ name }) => name === 'Ben')
  if (!ben) throw new Error('Ben was expected.')
  const exercise = (await does('list-exercises', {}, ben)).exercises[0]?.id ?? ''
  await does('recall', { exercise, grade: 'had-it' }, ben)
  await page.goto(`${home}/line/${line}`)
  await page.getByText('Ben remembers it').waitFor()

  await does('correct-claim', { claim: line, version: 1, statement: 'Watch the load, not the queue.' })
  await page.getByText('Ben remembered an earlier wording of it').waitFor()
  expect(await page.getByText('Ben remembers it').count()).toBe(0)
  await page.goto(`${home}/me`)
  await page.getByText('remembered an earlier wording of a line').waitFor()
  expect(await page.getByText('Watch the load').count()).toBe(0)

  const { space_id, person_id } = await whorl.store.db
    .selectFrom('evidence')
    .selectAll()
    .where('kind', '=', 'remembers')
    .executeTakeFirstOrThrow()
  const day = (n: number) => new Date(Date.now() + (n + 1) * 1000).toISOString()
  const rows = Array.from({ length: MANY }, (_, n) => ({
    ...{ space_id, person_id, area_id: 'open', topic_id: topic.id, kind: 'remembers', id: `more ${n}`, at: day(n) },
    ...{ about_kind: 'claim', about_id: line, stands_at: day(n) },
  }))
  await whorl.store.write(({ db }) =>
    db
      .insertInto('evidence')
      .values(rows as never)
      .execute(),
  )
  await page.goto(`${home}/line/${line}`)
  const remembered = page.locator('.moment.remembers')
  await remembered.first().waitFor()
  const before = await remembered.count()
  expect(before).toBeLessThan(MANY)
  await page.getByRole('button', { name: 'Show more' }).click()
  await expect.poll(() => remembered.count()).toBe(MANY + 1)
  await shoot(page, 'line-earlier')
  expect(faults).toEqual([])
}, 60_000)
