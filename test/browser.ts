/** A browser for stories: one per worker, a fresh context per page, no access to other hosts. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { TestRunner } from 'vitest'
import { afterwards } from './afterwards.ts'
import { browserPrograms } from './browser-programs.ts'
import { keptFolder, leftOut } from './ground.ts'

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]

let browser: Promise<Browser> | undefined

/** The worker's browser, started at first use; if none starts, the test is skipped with a note. */
export async function openBrowser(): Promise<Browser> {
  browser ??= launch()
  try {
    return await browser
  } catch (error) {
    const why = `${leftOut}the browser, because none could be started (${error instanceof Error ? error.message : error}).`
    TestRunner.getCurrentTest()?.context.skip(why)
    throw new Error(why)
  }
}

/** Opens a page in a context of its own, closed after the test: `await openPage()`. */
export async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await (await openBrowser()).newContext({ viewport: { width: 1280, height: 800 }, ...options })
  afterwards(() => context.close())
  context.setDefaultTimeout(10_000)
  return context.newPage()
}

/**
 * With `WHORL_SHOTS=1`, takes screenshots of a page, light and dark, wide and narrow, into
 * `whorl-shots` in the temporary folder.
 */
export async function shoot(page: Page, name: string): Promise<void> {
  if (process.env.WHORL_SHOTS !== '1') return
  const folder = join(keptFolder(), 'whorl-shots')
  mkdirSync(folder, { recursive: true })
  const before = page.viewportSize()
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true })
    }
  }
  await page.emulateMedia({ colorScheme: null })
  if (before) await page.setViewportSize(before)
}

async function launch(): Promise<Browser> {
  let problem: unknown = new Error('there is none here')
  for (const { path, env } of browserPrograms()) {
    try {
      const launched = await chromium.launch({
        executablePath: path,
        env: env as Record<string, string>,
        args: flags,
        handleSIGTERM: false,
        timeout: 30_000,
      })
      // Vitest ends a worker by SIGTERM; `exit` lets Playwright close the browser and its profile.
      process.once('SIGTERM', () => process.exit())
      return launched
    } catch (error) {
      problem = error
    }
  }
  throw problem
}
