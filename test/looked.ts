// @ts-expect-error Only the form with comments, twice as long, has types.
import axe from 'axe-core/axe.min.js'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { shoot } from './browser.ts'

/** Checks a screen by axe (WCAG 2.2 AA), and that it does not scroll sideways at 360 px. */
export async function looked(page: Page, name: string): Promise<void> {
  // The previous screen stays, busy, until the next one is loaded.
  await page.locator('main:not([aria-busy=true])').first().waitFor()
  await page.getByRole('heading').first().waitFor()
  // Screens do not depend on the store, so one store is enough.
  if (process.env.WHORL_TEST_STORE === 'postgres') return
  // axe stays loaded, since navigation keeps the document.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source as string)
  const problems = await page.evaluate(async () => {
    type Axe = { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
      preload: false,
      elementRef: false,
    })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  })
  expect(problems, name).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  // Floating elements are placed again shortly after the resize.
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await expect.poll(overflow, { message: `${name} at 360 px`, timeout: 3000 }).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 1280, height: 800 })
  await shoot(page, name)
}
