/** A space of very many topics in a browser: the first page at once, more on asking, found by typing. */
import { expect, test } from 'vitest'
import { shoot } from './browser.ts'
import { team } from './team.ts'

const TOPICS = 20_000

test('Twenty thousand topics open at once, go on by keyboard, and are found by their words', async () => {
  const { whorl, founder: page, home } = await team('Mara')
  await whorl.store.write(async ({ db }) => {
    const space = await db.selectFrom('space').select('id').executeTakeFirstOrThrow()
    for (let from = 0; from < TOPICS; from += 500) {
      const rows = Array.from({ length: 500 }, (_, k) => {
        const n = String(from + k).padStart(5, '0')
        const title = `Topic ${n} about ${from + k === 17_000 ? 'Überlaufventil' : 'something of that kind'}`
        const named = {
          slug: `topic-${n}`,
          title,
          folded: title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase(),
        }
        return {
          space_id: space.id,
          id: `topic-${n}`,
          area_id: 'open',
          ...named,
          started_by: null,
          started_at: '2026-05-04T09:00:00.000Z',
        }
      })
      await db.insertInto('topic').values(rows).execute()
    }
  })
  await page.goto(`${home}/topics`)
  const rows = page.locator('ul.topics > li')
  await rows.first().waitFor()
  expect(await rows.count()).toBe(50)
  const more = page.getByRole('button', { name: 'Show more' })
  await more.focus()
  const before = await page.evaluate(() => window.scrollY)
  await page.keyboard.press('Enter')
  await expect.poll(() => rows.count()).toBe(100)
  expect(await more.evaluate((button) => button === document.activeElement)).toBe(true)
  expect(await page.evaluate(() => window.scrollY)).toBe(before)
  for (const width of [360, 390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await shoot(page, `topics-${width}`)
  }
  await page.getByLabel('Find a topic').fill('uberlauf')
  await expect.poll(() => rows.allInnerTexts()).toEqual([expect.stringContaining('Topic 17000')])
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('topic 19999')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /^Topic 19999/ }).waitFor()
  await page.goto(`${home}/whole`)
  await expect.poll(() => page.locator('tbody tr').count()).toBe(50)
  await page.setViewportSize({ width: 360, height: 900 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await shoot(page, 'whole-360')
}, 180_000)
