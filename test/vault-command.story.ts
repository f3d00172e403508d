/** Vaults by the command line: in, out and in step, with a server and without one. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLineOf, serverOf } from './command-line.ts'
import { openHouse } from './house.ts'
import { freshFolder } from './stores.ts'

function folder(files: Record<string, string>) {
  const root = freshFolder()
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

const vault = {
  'sources/run.md': '---\ntitle: Run\n---\nTen minutes.\n',
  'notes/Purge.md': '---\ntitle: Purge\n---\n\nTen minutes. ^[run.md:4] See [[Edge]].\n',
  'broken.md': '---\na: [\n---\nWords.\n',
}

test.each(['here', 'by a server'])(
  'A folder is imported, exported as a zip and as a site, and imported from it again, %s',
  async (where) => {
    const house = await openHouse()
    const mara = await house.comes('Mara', 'owner')
    await house.mayMakeSpaces(mara)
    const whorl = commandLineOf(house, where === 'here' ? null : await serverOf(house))
    const root = folder(vault)
    const first = await whorl('import', root)
    expect(first).toMatchObject({ code: 0, error: '' })
    expect(first.out).toMatch(
      /^broken\.md not imported: Its front matter is not YAML[^\n]*\n1 page and 1 source\. 1 not imported\.\n$/,
    )
    expect((await whorl('import', root)).out).toContain('1 page and 1 source; 2 of them were here already.')
    await house.whorl.settle()

    const out = freshFolder()
    expect((await whorl('export', join(out, 'all.zip'))).out).toMatch(/^Wrote 4 files to /)
    expect((await whorl('export', join(out, 'all.zip'))).code).not.toBe(0)
    expect((await whorl('export', join(out, 'site'), '--as', 'site')).code).toBe(0)
    expect(readFileSync(join(out, 'site/pages/purge.html'), 'utf8')).toContain('../sources/run.md.html#L4')

    const { slug } = await mara.does('create-space', { name: 'Elsewhere' })
    const again = await whorl('import', join(out, 'all.zip'), '--space', slug)
    expect(again.out).toBe('1 page and 1 source. 0 not imported.\n')
    const there = house.here(mara, slug)
    expect((await there.does('read-page-text', { topic: 'purge' })).markdown).toBe(vault['notes/Purge.md'])
  },
)

test('A zip carries what the compiler wrote, so that its pages are the compiler’s still where they are imported', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'owner')
  await house.mayMakeSpaces(mara)
  const whorl = commandLineOf(house)
  await mara.does('import-source', { name: 'run.md', text: '# Purge\n\nA purge is a way to empty a cache at once.\n' })
  await mara.does('start-topic', { title: 'Purge' })
  await mara.does('recompile', { topic: 'purge' })
  await house.whorl.settle()
  const out = freshFolder()
  for (const to of ['all.zip', 'folder']) {
    expect((await whorl('export', join(out, to))).code).toBe(0)
    const { slug } = await mara.does('create-space', { name: to })
    expect((await whorl('import', join(out, to), '--space', slug)).code).toBe(0)
    const { files } = await house.here(mara, slug).does('export-files', { as: 'vault' })
    expect(files.map(({ path }) => path)).toContain('.whorl/base/wiki/concepts/Purge.md')
  }
})

test('A folder is put in step once, and says what it did', async () => {
  const house = await openHouse()
  await house.comes('Mara', 'owner')
  const whorl = commandLineOf(house)
  const root = folder(vault)
  const { code, out } = await whorl('sync', root, '--once')
  expect(code).toBe(0)
  expect(out).toMatch(
    /^→ Whorl {2}sources\/run\.md\n→ Whorl {2}notes\/Purge\.md\nbroken\.md not in step: Its front matter is not YAML.*\n2 files in step\.\n$/,
  )
  expect(existsSync(join(root, '.whorl/sync.jsonl'))).toBe(true)
  expect(readdirSync(root).sort()).toEqual(['.whorl', 'broken.md', 'notes', 'sources'])
})

test.each([
  [2, ['sync']],
  [2, ['export', 'x', '--as', 'tape']],
  [2, ['import', '--speed=9', 'x']],
  [1, ['sync', '/nowhere/at/all', '--once']],
  [1, ['export', 'x.zip', '--area', 'nowhere']],
])('The exit code is %i of %j', async (code, words) => {
  const house = await openHouse()
  await house.comes('Mara', 'owner')
  const said = await commandLineOf(house)(...words)
  expect([said.code, said.error]).toEqual([code, expect.stringMatching(/\S/)])
})
