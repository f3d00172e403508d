/**
 * A team in a browser: a Whorl server with a space, whose people are already signed in. Entering by
 * the form has stories of its own: one whorl, by keyboard, a story on a phone.
 */
import type { BrowserContextOptions, Page } from 'playwright-core'
import { acts } from '../src/acts.ts'
import type { Role } from '../src/ba/index.ts'
import { openPage } from './browser.ts'
import type { Acts, Outside } from './house.ts'
import { type Served, serve } from './served.ts'

type By = 'folder-owner' | { id: string; name: string }

/** A team with helpers for tests. */
export interface Team extends Served {
  /** The URL of the space: `http://localhost:1234/edge-team`. */
  home: string
  /** The founder's page, on Today. */
  founder: Page
  /** Does an act as the owner of the folder or another person. */
  does<N extends keyof Acts>(act: N, input: Acts[N]['in'], by?: By): Promise<Acts[N]['out']>
  /** Enters a new person by an invitation, and returns their page, on Today. */
  comes(name: string, role?: Role): Promise<Page>
  /** Another page of the same person, for instance in another language or dark. */
  again(somebody: Page, options: BrowserContextOptions): Promise<Page>
}

/** Opens a team with its founder; the space is called Edge team. */
export async function team(founder: string, outside: Outside & { browser?: BrowserContextOptions } = {}) {
  const served = await serve(outside)
  const { url, foundingLink, whorl } = served
  const home = `${url}/edge-team`
  const does: Team['does'] = (name, input, by = 'folder-owner') => {
    const act = acts.find((one) => one.name === name)
    if (!act) throw new Error(`There is no act ${name}.`)
    const space = act.scope === 'house' ? undefined : 'edge-team'
    return whorl.perform({ act, space, input, by, door: 'test' }) as never
  }
  const enter = async (link: string, name: string, spaceName?: string) => {
    const [, token = ''] = link.split('#')
    const form = { token, name, email: `${name.toLowerCase()}@example.org`, password: `${name} likes long walks` }
    const { cookies } = await whorl.signIn.enter({ ...form, ...(spaceName && { spaceName }) }, new Headers(), null)
    const page = await inEnglish(outside.browser)
    await page.context().addCookies(cookies.map((cookie) => asCookie(cookie, url)))
    await page.goto(home)
    await page.getByRole('heading', { level: 1 }).waitFor()
    return page
  }
  const entered: Team = {
    ...served,
    home,
    founder: await enter(foundingLink, founder, 'Edge team'),
    does,
    comes: async (name, role = 'member') => enter((await does('invite', { role })).path, name),
    again: async (somebody, options) => {
      const page = await inEnglish(options)
      await page.context().addCookies(await somebody.context().cookies())
      return page
    },
  }
  return entered
}

/** Presses a button by its label. */
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()

/** Fills in name, e-mail and password on the page of an invitation. */
export async function introduce(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('E-mail').fill(`${name.toLowerCase()}@example.org`)
  await page.getByLabel('Password').fill(`${name} likes long walks`)
}

/** Opens a page in English, with reduced motion. */
const inEnglish = (options: BrowserContextOptions = {}) =>
  openPage({ locale: 'en-GB', reducedMotion: 'reduce', ...options })

function asCookie(header: string, url: string) {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? []
  return { name, value, url }
}
