/** A whole folder in, by a keeper in a browser, and all of it out again as a zip. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { looked } from './looked.ts'
import { freshFolder } from './stores.ts'
import { team } from './team.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('A keeper brings a vault in whole, and takes it out again', { timeout: 90_000 }, async () => {
  const { url, founder: olga, faults } = await team('Olga')
  await olga.goto(`${url}/edge-team/bring`)

  const root = join(freshFolder(), 'vault')
  mkdirSync(join(root, 'sources'), { recursive: true })
  mkdirSync(join(root, '.obsidian'))
  const page = '---\ntitle: Purge\nx-own: [a,  b]\n---\n\nTen minutes. ^[run.md:4] See [[Edge]].\n'
  writeFileSync(join(root, 'Purge.md'), page)
  writeFileSync(join(root, 'broken.md'), '---\na: [\n---\nWords.\n')
  writeFileSync(join(root, 'latin.md'), Buffer.from([0x62, 0xe4, 0x72]))
  writeFileSync(join(root, 'picture.png'), 'x')
  writeFileSync(join(root, '.obsidian/app.md'), 'x')
  writeFileSync(join(root, 'sources/run.md'), '---\ntitle: Run\n---\nTen minutes.\n')
  await olga.getByText('Import a whole folder').click()
  await olga.getByLabel('Choose a folder').setInputFiles(root)
  await olga.locator('details').getByText('One page and one source are in.').waitFor()
  await olga.getByText('broken.md Its front matter is not YAML').waitFor()
  await olga.getByText('latin.md It is not text in UTF-8.').waitFor()
  await looked(olga, 'bring-folder')

  // The same as a zip changes nothing, and brings what is new in it.
  const zip = zipSync({ 'vault/Purge.md': bytes(page), 'vault/Edge.md': bytes('The edge.\n') })
  await olga
    .getByLabel('Choose a zip')
    .setInputFiles({ name: 'vault.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) })
  await olga.locator('details').getByText('Two pages and no sources are in.').waitFor()

  await olga.getByText('Take it out as files').click()
  await looked(olga, 'take-out')
  const download = olga.waitForEvent('download')
  await olga.getByRole('button', { name: 'Take it out', exact: true }).click()
  const out = unzipSync(new Uint8Array(readFileSync(await (await download).path())))
  expect(Object.keys(out).sort()).toEqual([
    '.whorl/vault.json',
    'sources/run.md',
    'wiki/concepts/Edge.md',
    'wiki/concepts/Purge.md',
    'wiki/index.md',
  ])
  expect(new TextDecoder().decode(out['wiki/concepts/Purge.md'])).toBe(page)
  expect(faults).toEqual([])
})
