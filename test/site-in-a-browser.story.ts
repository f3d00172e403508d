/** The exported site as a reader has it: opened from a disk, found about in, and with pages in it that somebody made to harm. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { exportTo } from '../src/folders/sync/export-to.ts'
import { openPage } from './browser.ts'
import { openHouse } from './house.ts'
import { looked } from './looked.ts'
import { freshFolder } from './stores.ts'

const said = Array.from({ length: 12 }, (_, n) => `Line ${n + 1}: drain the edge before you purge, and say so.`)

const whole = `---
title: Cache purge
summary: How a purge gets to every edge, and what to do when it does not.
---

# Cache purge

A purge by key reaches every edge within ten minutes. ^[run.md:4] Until then an edge answers with what it has; see [[Edge]] and [[Drain]]. ^[run.md:5-7]

## When it is stuck

1. Look at the queue, by \`purge --queue --of edge-7.example.org/a/very/long/path/that/does/not/break\`.
2. Drain the edge: **never** two at once.
   - Of a pair the older first.

> [!warning] Two versions: as written in the folder

Ten minutes.

| Edge | How long | Who knows |
| --- | --- | --- |
| Frankfurt | ten minutes, and twenty on the first of a month | [[Mara]] |
| São Paulo | never measured | nobody yet |

\`\`\`sh
whorl purge --all --but edge-7 --wait 600 --and-say-so-in-the-channel-where-people-look
\`\`\`

- [x] measured
- [ ] written down[^1]

[^1]: Where people look for it.
`

async function site(): Promise<string> {
  const { whorl, space, comes } = await openHouse()
  const mara = await comes('Mara', 'owner')
  const source = { path: 'sources/run.md', text: `---\ntitle: Runbook of the edge\n---\n${said.join('\n')}\n` }
  const more = ['Edge', 'Queue', '知識の螺旋'].map((title) => ({
    path: `${title}.md`,
    text: `---\ntitle: ${title}\nsummary: What ${title} is to us.\n---\n\nSee [[Cache purge]]. ^[run.md:9]\n`,
  }))
  await mara.does('import-files', { files: [source, { path: 'Cache purge.md', text: whole }, ...more, ...hostile] })
  const to = join(freshFolder(), 'site')
  const reach = { perform: whorl.perform, space: space.slug, newKey: () => 'k' }
  await exportTo({ to, as: 'site', reach, progress: () => {} })
  return pathToFileURL(to).href
}

const bad = 'document.title=`taken`'
const hostile = [
  {
    path: 'sources/bad.md',
    text: `---\ntitle: "</title><script>${bad}</script>"\n---\n<script>${bad}</script>\n</ol><img src=x onerror='${bad}'>\n`,
  },
  {
    path: 'bad.md',
    text: `---
title: "</title><script>${bad}</script>"
summary: "</script><script>${bad}</script><img src=x onerror='${bad}'>"
---

<script>${bad}</script><base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">
<svg onload='${bad}'></svg><iframe srcdoc="<script>parent.${bad}</script>"></iframe><img src=x onerror='${bad}'>
<form action="https://evil.example/"><input name=top><button>Send</button></form><style>body{display:none}</style>

[one](javascript:${bad}) [two](java\tscript:alert(1)) <javascript:alert(1)> [three](data:text/html,<script>${bad}</script>)
[four](vbscript:x) ![five](https://evil.example/x.png) [six][ref] [[x|<img src=x onerror='${bad}'>]] [["onmouseover='${bad}']]
[[bad" data-target="x]] ^[bad.md:3] ^["><script>${bad}</script>]

[ref]: javascript:${bad}
`,
  },
]

async function open(base: string, path: string) {
  const page = await openPage()
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) wrong.push(request.url())
  })
  await page.goto(`${base}/${path}`)
  return { page, wrong }
}

const addresses = (page: Page) =>
  page.locator('a').evaluateAll((all) => all.map((one) => (one as unknown as { href: string }).href))

test('A site is opened from a disk, and found about in', async () => {
  const base = await site()
  const { page, wrong } = await open(base, 'index.html')
  await looked(page, 'site-contents')
  await page.getByLabel('Find a page').fill('purge')
  await page.getByRole('listitem').getByRole('link', { name: 'Cache purge' }).first().waitFor()
  await page.getByLabel('Find a page').press('Enter')
  await page.waitForURL(`${base}/pages/cache-purge.html`)
  await page.getByText('Two versions: as written in the folder', { exact: true }).waitFor()
  await looked(page, 'site-page')
  await page.getByRole('link', { name: '2', exact: true }).first().click()
  await page.waitForURL(/run\.md\.html#L5$/)
  await looked(page, 'site-source')
  expect(wrong).toEqual([])
})

test('What a page, its title or its source says is never done by a site', async () => {
  const base = await site()
  for (const path of ['index.html', 'pages/bad.html', 'sources/bad.md.html']) {
    const { page, wrong } = await open(base, path)
    await page.getByLabel('Find a page').fill('taken')
    expect(await page.title(), path).toMatch(/^(?:Team$|<\/title>)/)
    expect(await page.locator('iframe, svg, img, base, style, form:not([role]), [onload], [onerror]').count()).toBe(0)
    expect(await page.locator('script:not([src])').count()).toBe(0)
    for (const href of await addresses(page)) expect(href).toMatch(/^(?:$|file:|https?:|mailto:)/)
    await expect.poll(() => page.locator('body').isVisible()).toBe(true)
    expect(wrong, path).toEqual([])
  }
})
