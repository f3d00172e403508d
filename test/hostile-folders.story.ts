/** What a folder, its sidecar or a name in a space may try while a vault comes in or goes out, and what happens instead: each of these once worked. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { OPEN } from '../src/ba/index.ts'
import { exportTo } from '../src/folders/sync/export-to.ts'
import { holdFolder } from '../src/folders/sync/hold-folder.ts'
import { importPath } from '../src/folders/sync/import-path.ts'
import { openFolder } from '../src/folders/sync/read-folder.ts'
import { openSync } from '../src/folders/sync/sync-folder.ts'
import { addSource } from '../src/knowledge/index.ts'
import { openHouse } from './house.ts'
import { freshFolder } from './stores.ts'

const put = (root: string, path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
const get = (root: string, path: string) => readFileSync(join(root, path), 'utf8')
const lines = (...all: unknown[]) => all.map((one) => `${JSON.stringify(one)}\n`).join('')

async function opened() {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'owner')
  const reach = () => ({ perform: house.whorl.perform, space: house.space.slug, newKey: () => `k-${Math.random()}` })
  const above = freshFolder()
  const root = join(above, 'vault')
  mkdirSync(root)
  const inStep = async () => {
    for (let n = 0; n < 6; n++) if ((await openSync(root)(reach())).done.length === 0) return
  }
  return { house, mara, reach, above, root, inStep }
}

test('A sidecar that somebody wrote deletes nothing outside of the folder, and moves no page into a hidden file', async () => {
  const { house, mara, reach, above, root } = await opened()
  put(above, 'mine.txt', 'Mine.')
  const { topic } = await mara.does('import-page', {
    markdown: '---\ntitle: Edge\n---\n[core]\n\tfsmonitor = "touch pwned"\n',
  })
  const of = { space: house.space.id, area: '' }
  const gone = { path: '../../../mine.txt', id: 'x', as: 'page', mark: '1', hash: '' }
  const hidden = { path: '.git/config', id: topic.id, as: 'page', mark: '', hash: '' }
  for (const first of [of, null]) {
    put(root, '.whorl/sync.jsonl', lines(first, gone, hidden))
    await openSync(root)(reach()).catch(() => {})
    expect(get(above, 'mine.txt')).toBe('Mine.')
    expect(existsSync(join(root, '.git'))).toBe(false)
  }
})

test('A sidecar’s links lead nowhere: nothing is read or written through them', async () => {
  const { house, mara, reach, above, root } = await opened()
  put(above, 'secret.md', 'The secret.\n')
  put(above, 'log.jsonl', lines({ space: house.space.id, area: '' }))
  put(root, 'a.md', '---\ntitle: A\n---\n\nWords.\n')
  mkdirSync(join(root, '.whorl/base'), { recursive: true })
  symlinkSync(join(above, 'secret.md'), join(root, '.whorl/base/a.md'))
  const scratch = freshFolder()
  await importPath({ path: root, reach: reach(), scratch, progress: () => {} })
  const { files } = await mara.does('export-files', { as: 'vault' })
  expect(files.map(({ path }) => path)).toContain('wiki/concepts/a.md')
  expect(JSON.stringify(files)).not.toContain('secret')
  symlinkSync(join(above, 'log.jsonl'), join(root, '.whorl/sync.jsonl'))
  await expect(openSync(root)(reach())).rejects.toThrow(/is a link/)
  expect(get(above, 'log.jsonl')).toBe(lines({ space: house.space.id, area: '' }))
})

test('A sidecar with what no sidecar has keeps nothing from coming in', async () => {
  const { house, mara, reach, root } = await opened()
  put(root, 'a.md', '---\ntitle: A\n---\n\nWords.\n')
  put(root, 'b.md', '---\ntitle: B\n---\n\nWords.\n')
  put(root, '.whorl/base/a.md', 'x'.repeat(600_000))
  put(root, '.whorl/base/b.md/c', 'A folder where a text would be.')
  put(root, '.whorl/last/a.md', 'x'.repeat(3_000_000))
  const known = { path: 'a.md', id: 'y'.repeat(200), as: 'page', mark: '1', hash: '' }
  put(root, '.whorl/sync.jsonl', `<<<<<<< HEAD\n${lines({ space: house.space.id, area: '' }, known, null, 7)}=======\n`)
  const step = await openSync(root)(reach())
  expect(step.unread).toEqual([])
  expect((await mara.does('list-topics', {})).topics.map(({ slug }) => slug).sort()).toEqual(['a', 'b'])
  await importPath({ path: root, reach: reach(), scratch: freshFolder(), progress: () => {} })
})

test('A file that no request could hold is told, and holds up no other', async () => {
  const { house, mara, reach, root } = await opened()
  put(root, 'a.md', `---\ntitle: A\n---\n\n${'\u0001'.repeat(1_990_000)}\n`)
  put(root, 'b.md', '---\ntitle: B\n---\n\nWords.\n')
  const limited: typeof house.whorl.perform = (call) => {
    if (Buffer.byteLength(JSON.stringify(call.input)) > 8 * 1024 * 1024) throw new Error('It is larger than 8 MiB.')
    return house.whorl.perform(call)
  }
  const step = await openSync(root)({ ...reach(), perform: limited })
  expect(step.unread).toMatchObject([{ path: 'a.md' }])
  expect((await mara.does('list-topics', {})).topics.map(({ slug }) => slug)).toEqual(['b'])
})

test('A folder that cannot keep what is in step is told so before anything is brought', async () => {
  const { mara, reach, root } = await opened()
  put(root, 'a.md', 'Words.\n')
  put(root, '.whorl', 'A file where its folder would be.')
  await expect(openSync(root)(reach())).rejects.toThrow(/cannot be written to/)
  expect((await mara.does('list-topics', {})).topics).toEqual([])
})

test('A zip is written through no link that stands where its draft would', async () => {
  const { mara, reach, above } = await opened()
  await mara.does('import-page', { markdown: '---\ntitle: A\n---\n\nWords.\n' })
  put(above, 'mine.txt', 'Mine.')
  symlinkSync(join(above, 'mine.txt'), join(above, 'all.zip.new'))
  await exportTo({ to: join(above, 'all.zip'), as: 'vault', reach: reach(), progress: () => {} })
  expect(get(above, 'mine.txt')).toBe('Mine.')
  expect(readdirSync(above).sort()).toEqual(['all.zip', 'mine.txt', 'vault'])
})

test('Two at once on one folder wait for each other, and each knows what the other did', async () => {
  const { mara, reach, root } = await opened()
  put(root, 'p.md', '---\ntitle: P\n---\n\nOne.\n')
  const [one, other] = [openSync(root), openSync(root)]
  const letGo = await holdFolder(root)
  const looks = Promise.all([one(reach()), other(reach())])
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect((await mara.does('list-topics', {})).topics).toEqual([])
  letGo()
  expect((await looks).flatMap(({ done }) => done)).toEqual([{ path: 'p.md', what: 'in' }])
  put(root, 'p.md', '---\ntitle: P\n---\n\nOne, by key.\n')
  await one(reach())
  const log = get(root, '.whorl/sync.jsonl')
  expect((await other(reach())).done).toEqual([])
  expect((await one(reach())).done).toEqual([])
  expect(get(root, '.whorl/sync.jsonl')).toBe(log)
})

test('A folder that became a link while it was walked is not read through it', async () => {
  const { above, root } = await opened()
  put(above, 'secret.md', 'The secret.\n')
  put(root, 'notes/secret.md', 'Words.\n')
  const folder = openFolder(root)
  expect(folder.readOne('notes/secret.md')).toMatchObject({ text: 'Words.\n' })
  rmSync(join(root, 'notes'), { recursive: true })
  symlinkSync(above, join(root, 'notes'))
  expect(folder.readOne('notes/secret.md')).toEqual({
    path: 'notes/secret.md',
    reason: 'It is a link out of the folder: not followed.',
  })
})

const row = {
  area_id: OPEN,
  origin: null,
  kind: 'file',
  voice: 'its own' as const,
  question_id: null,
  brought_by: null,
  at: '2026-05-04',
}
const long = '知'.repeat(150)

test.each(['vault', 'site', 'json', 'llms'] as const)(
  'Whatever a source is called, it goes out as %s beside the others',
  async (as) => {
    const { house, mara, reach, inStep, root } = await opened()
    const names = [
      'a',
      'a.md',
      'a/b.md',
      'A/c.md',
      'CON.md',
      'x. /y.md',
      `${long}.md`,
      '.env.md',
      'b.json',
      'b.json.md',
      'q(1).md',
    ]
    await house.whorl.store.write(async (tx) => {
      for (const [n, name] of names.entries()) {
        const text = `Words of number ${n}.\n`
        await addSource(tx, { ...row, space_id: house.space.id, id: `s-${n}`, name, title: name, text, hash: `${n}` })
      }
    })
    const to = join(freshFolder(), 'out')
    await exportTo({ to, as, reach: reach(), progress: () => {} })
    const all = readdirSync(to, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const paths = all.map((entry) => join(entry.parentPath, entry.name).slice(to.length + 1))
    expect(paths.filter((path) => /(?:^|\/)\.(?!whorl\/)/.test(path))).toEqual([])
    for (const path of paths) {
      for (const part of path.split('/')) {
        expect(Buffer.byteLength(part)).toBeLessThanOrEqual(255)
        expect(part).not.toMatch(/[. ]$|^(?:con|nul)\b/i)
      }
      if (as === 'json') JSON.parse(get(to, path))
    }
    const texts = all.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    for (const n of names.keys())
      expect(
        texts.filter((text) => text.includes(`number ${n}.`)),
        names[n],
      ).toHaveLength(1)
    if (as !== 'vault') return
    await inStep()
    expect((await openSync(root)(reach())).done).toEqual([])
    expect((await openSync(root)(reach())).unread).toEqual([])
    expect((await mara.does('list-sources', {})).sources).toHaveLength(names.length)
  },
)

test('Another folder of the same name takes no words of the first away', async () => {
  const { mara, reach } = await opened()
  for (const words of ['How we drain the edge.', 'Where the spare keys hang.']) {
    const root = join(freshFolder(), 'docs')
    put(root, 'setup.md', `---\ntitle: Setup\n---\n\n${words}\n`)
    await importPath({ path: root, reach: reach(), scratch: freshFolder(), progress: () => {} })
  }
  const { markdown } = await mara.does('read-page-text', { topic: 'setup' })
  expect(markdown).toContain('How we drain the edge.')
  expect(markdown).toContain('Where the spare keys hang.')
})
