/** A page of a folder of documents as its reader has it: callouts, tasks, pictures that stayed there, links to headings. */
import { expect, test } from 'vitest'
import { looked } from './looked.ts'
import { team } from './team.ts'

const crawler = `# Crawler

It asks for [change detection](../wiki/concepts/change-detection.md#how-it-is-done) whether a page has changed, and reads [[Change detection#When]] it may. What comes [next](./next-step.md) nobody has written.

![The certificates, by day](../img/certs.png)

What is ==most important== stands in [[minutes.pdf]].

> [!warning] Never two at once
> The older of a pair goes first.

> [!TIP]
> Ask the circle.

> [!note]- Two minutes
> - one
> - another

- [x] Measured
- [ ] Written down
  - [ ] by Monday

> [!warning] Two versions: as written in the folder

Ten minutes.

> [!warning] Two versions: as written in Whorl

Twelve minutes.

> [!warning] Two versions: until here. Keep what holds, and take these marks out

Why so is a longer story.[^1]

[^1]: It is in the minutes.
`
const lines = Array.from({ length: 60 }, (_, n) => `Paragraph ${n + 1} says a little.`).join('\n\n')
const detection = `# Change detection\n\n${lines}\n\n## How it is done\n\nBy hashes.\n\n${lines}\n`

test('Mara reads a page of her docs, and a link leads her to its heading', { timeout: 120_000 }, async () => {
  const { url, founder: mara, does, whorl, faults } = await team('Mara')
  const files = [
    { path: 'docs/crawler.md', text: crawler },
    { path: 'wiki/concepts/change-detection.md', text: detection },
  ]
  await does('import-files', { files })
  await whorl.settle()

  await mara.goto(`${url}/edge-team/t/crawler`)
  await mara.getByRole('note').filter({ hasText: 'Never two at once' }).waitFor()
  expect(await mara.getByRole('checkbox', { name: 'Done' }).isChecked()).toBe(true)
  expect(await mara.getByRole('checkbox', { name: 'To do' }).first().isChecked()).toBe(false)
  await mara.getByText('Picture: The certificates, by day').waitFor()
  expect(await mara.getByText('not in its lines:').count()).toBe(0)
  await looked(mara, 'documents')
  await mara.emulateMedia({ colorScheme: 'dark' })
  await looked(mara, 'documents-dark')
  await mara.emulateMedia({ colorScheme: 'light' })

  await mara.getByRole('link', { name: 'Change detection › When' }).waitFor()
  await mara.getByRole('link', { name: 'change detection', exact: true }).click()
  const heading = mara.getByRole('heading', { name: 'How it is done' })
  await heading.waitFor()
  expect(new URL(mara.url()).hash).toBe('#at-how-it-is-done')
  const isThere = () => heading.evaluate((one) => one.getBoundingClientRect().top)
  await expect.poll(isThere).toBeLessThan(400)
  await mara.reload()
  await expect.poll(isThere).toBeLessThan(400)

  await mara.goto(`${url}/edge-team/t/crawler`)
  await mara.getByRole('button', { name: 'next', exact: true }).click()
  await mara.getByRole('dialog').waitFor()
  expect(faults).toEqual([])
})
