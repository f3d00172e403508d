import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clearScanning } from '../src/folders/index.ts'
import { openHouse, type Somebody } from './house.ts'
import { freshFolder } from './stores.ts'

const brings = async (who: Somebody, documents: { path: string; text: string }[]) =>
  (await who.does('scan', { name: 'Handbook', documents })).scan

const WORDS = '# Deploys\n\nYou must deploy before noon.\nThere will be sensible reasons not to follow this rule.\n'

test('What is hidden, no document, or too deep is named and never written: no repository comes of it', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const scan = await brings(mara, [
    { path: 'deploys.md', text: WORDS },
    { path: '.git', text: 'gitdir: /work/somebody-elses/.git' },
    { path: '.git/config', text: '[core]' },
    { path: 'run.sh', text: 'rm -rf .' },
    { path: `${'a/'.repeat(40)}deep.md`, text: WORDS },
    { path: 'a\u0001.md', text: WORDS },
  ])
  await house.whorl.settle()
  const { result } = (await mara.does('read-scan', { scan })).scan
  expect(result).toMatchObject({ documents: 1, commits: 0, fault: null })
  expect(result?.unread.map(({ path }) => path.replace(/^(a\/)+/, ''))).toEqual([
    '.git',
    '.git/config',
    'run.sh',
    'deep.md',
    'a\u0001.md',
  ])
  expect(house.faults).toEqual([])
})

test('A title with signs that no store keeps is taken up without them', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const scan = await brings(mara, [{ path: 'a.md', text: `---\ntitle: "Dep\\0loy"\n---\n${WORDS}` }])
  await house.whorl.settle()
  const { topic } = await mara.does('take-up', { scan, finding: 0 })
  expect(topic.title).toBe('Deploy')
  await house.whorl.settle()
  expect(house.faults).toEqual([])
})

test('A document that was made to take for ever is read with the rest', { timeout: 60_000 }, async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const scan = await brings(mara, [
    { path: 'deploys.md', text: WORDS },
    { path: 'spaces.md', text: `# a${' '.repeat(60_000)}b\n\nWords.\n` },
    { path: 'title.md', text: `---\ntitle: "${'( '.repeat(20_000)}"\n---\n\nWords.\n` },
    {
      path: 'steps.md',
      text: `# Steps\n\n${Array.from({ length: 8000 }, (_, n) => `${n + 1}. Open it.`).join('\n')}\n`,
    },
    { path: 'letters.md', text: `# L\n\nABC stands. ${'a '.repeat(20_000)}\nABC again. ABC and ABC.\n` },
  ])
  await house.whorl.settle()
  expect((await mara.does('read-scan', { scan })).scan).toMatchObject({ state: 'scanned', result: { documents: 5 } })
})

test('A source that no parser comes to the end of is kept, and stops nothing', { timeout: 60_000 }, async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  await mara.does('start-topic', { title: 'Purge' })
  for (const [name, text] of [
    ['lists.md', `# Purge\n\n${'- '.repeat(4000)}`],
    ['quotes.md', `# Purge\n\n${'> '.repeat(4000)}`],
    ['links.md', `# Purge\n\n${'[a]('.repeat(8000)}`],
    ['good.md', '# Purge\n\nA purge throws away what the edge has kept.\n'],
  ] as const)
    await mara.does('import-source', { name, text })
  await house.whorl.settle()
  expect((await mara.does('read-page', { topic: 'purge' })).page?.html).toContain('throws away')
  expect(house.faults).toEqual([])
})

test('What was forgotten while it was scanned leaves nothing, and no fault', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const scan = await brings(mara, [{ path: 'deploys.md', text: WORDS }])
  await mara.does('forget-scan', { scan })
  await house.whorl.settle()
  expect((await mara.does('list-scans', {})).scans).toEqual([])
  expect(house.faults).toEqual([])
})

test('A house that closes while something is scanned does not wait for it, and scans it when it is opened again', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  await brings(mara, [{ path: 'deploys.md', text: WORDS }])
  const settling = house.whorl.settle()
  await new Promise((resolve) => setTimeout(resolve, 50))
  await house.whorl.close()
  await settling.catch(() => undefined)
  expect(house.faults).toEqual([])
  const { houseOn } = await import('./house.ts')
  const again = await houseOn(house.place, { space: house.space, ids: 'again' })
  await again.whorl.settle()
  const { scans } = await again.here(mara).does('list-scans', {})
  expect(scans).toMatchObject([{ name: 'Handbook', state: 'scanned' }])
})

test('What scans that were killed left behind is cleared away, and nothing else', () => {
  const folder = freshFolder()
  mkdirSync(join(folder, 'scanning-abc'))
  writeFileSync(join(folder, 'scanning-abc', 'brought'), 'words')
  writeFileSync(join(folder, 'secret'), 'kept')
  clearScanning(folder)
  expect(readdirSync(folder)).toEqual(['secret'])
  expect(existsSync(join(folder, 'scanning-abc'))).toBe(false)
})
