/** A folder and a space in step: whatever is done on both sides, whenever it is cut off. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { openSync } from '../src/folders/sync/sync-folder.ts'
import { type House, openHouse, type Somebody } from './house.ts'
import { freshFolder } from './stores.ts'

vi.setConfig({ testTimeout: 120_000 })

const put = (root: string, path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
const get = (root: string, path: string) => readFileSync(join(root, path), 'utf8')

/** Everything in a folder, its sidecar too, with when it was written. */
const stateOf = (root: string) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path, statSync(path).mtimeMs, statSync(path).ino, readFileSync(path, 'utf8')])
    .sort()

async function opened() {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'owner')
  await house.mayMakeSpaces(mara)
  let keys = 0
  const reach = () => ({
    perform: house.whorl.perform,
    space: house.space.slug,
    newKey: () => `sync-${++keys}-${Math.random()}`,
  })
  const root = freshFolder()
  const look = openSync(root)
  const inStep = async (with_ = look) => {
    const steps = []
    for (let n = 0; n < 6; n++) {
      const step = await with_(reach())
      steps.push(step)
      if (step.done.length === 0) break
    }
    expect(steps.at(-1)?.done).toEqual([])
    return steps.flatMap(({ done }) => done.map(({ path, what }) => `${what} ${path}`))
  }
  return { house, mara, root, reach, inStep }
}

const pageOf = async (who: Somebody, topic: string) => (await who.does('read-page-text', { topic })).markdown
async function edit(who: Somebody, topic: string, change: (text: string) => string) {
  const { version, markdown } = await who.does('read-page-text', { topic })
  await who.does('edit-page', { topic, version, markdown: change(markdown) })
}

test('A folder’s pages come in, the space’s come out, and then nothing is written', async () => {
  const { mara, house, root, inStep } = await opened()
  await mara.does('import-page', { markdown: '---\ntitle: Cache purge\n---\n\nBy key.\n' })
  await mara.does('import-source', { name: 'edge/run.md', text: 'Ten minutes.\n' })
  put(root, 'notes/Edge.md', 'Words, with no front matter.\r\n')
  put(root, 'sources/book.md', 'A line.\n')
  expect((await inStep()).sort()).toEqual([
    'in notes/Edge.md',
    'in sources/book.md',
    'out sources/edge/run.md',
    'out wiki/concepts/Cache purge.md',
  ])
  await house.whorl.settle()
  expect(await pageOf(mara, 'edge')).toBe('Words, with no front matter.\r\n')
  expect(get(root, 'wiki/concepts/Cache purge.md')).toBe('---\ntitle: Cache purge\n---\n\nBy key.\n')
  const before = stateOf(root)
  expect(await inStep()).toEqual([])
  expect(await inStep(openSync(root))).toEqual([])
  expect(stateOf(root)).toEqual(before)
})

test('A vault that comes in with its pages and their sources is left as it is, byte for byte', async () => {
  const { house, mara, root, inStep } = await opened()
  put(
    root,
    'sources/cache.md',
    '# Edge cache\n\nAn edge cache is a store near its readers.\n\nIt is emptied at noon.\n',
  )
  const page =
    '---\ntitle: Edge cache\ntags: [ops]\n---\n\n# Edge cache\n\nA store. ^[cache.md:3]\n\n## Why\n\nSpeed.\n'
  put(root, 'wiki/concepts/edge-cache.md', page)
  put(root, 'wiki/concepts/origin.md', '---\ntitle: Origin\n---\n\nWhat an [[edge cache]] asks.\n')
  await inStep()
  await house.whorl.settle()
  const before = stateOf(root)
  expect(await inStep()).toEqual([])
  expect(stateOf(root)).toEqual(before)
  expect(await pageOf(mara, 'edge-cache')).toBe(page)
  expect((await mara.does('read-page', { topic: 'edge-cache' })).page?.version).toBe(1)
})

test('Changes on either side meet; where both changed a block, both stand on both sides', async () => {
  const { mara, root, inStep } = await opened()
  const path = 'purge.md'
  put(root, path, '---\ntitle: Purge\n---\n\nOne.\n\nTwo.\n\nThree.\n')
  await inStep()
  put(root, path, get(root, path).replace('One.', 'One, here.').replace('Three.', 'Three, here.'))
  await edit(mara, 'purge', (text) => text.replace('Two.', 'Two, there.').replace('Three.', 'Three, there.'))
  await inStep()
  const text = get(root, path)
  expect(await pageOf(mara, 'purge')).toBe(text)
  for (const words of ['One, here.', 'Two, there.', 'Three, here.', 'Three, there.']) expect(text).toContain(words)
  expect(text.match(/Two versions: as written in Whorl/g)).toHaveLength(1)
})

test('A file that was taken away takes no page away, and comes back when somebody writes on it', async () => {
  const { mara, root, inStep } = await opened()
  put(root, 'purge.md', 'One.\n')
  await inStep()
  rmSync(join(root, 'purge.md'))
  expect(await inStep()).toEqual(['left-out purge.md'])
  expect(existsSync(join(root, 'purge.md'))).toBe(false)
  expect(await pageOf(mara, 'purge')).toBe('One.\n')
  await edit(mara, 'purge', () => 'One, by key.\n')
  expect(await inStep()).toEqual(['out purge.md'])
  expect(get(root, 'purge.md')).toBe('One, by key.\n')
})

test.each(['', ' Until June.'])(
  'When a topic is joined to another its file is put aside; what was added to it%s goes along',
  async (added) => {
    const { mara, root, house, inStep } = await opened()
    put(root, 'budget.md', '---\ntitle: Budget\n---\n\nWe freeze.\n')
    put(root, 'glossary.md', '---\ntitle: Glossary\n---\n\nWords.\n')
    await inStep()
    const { topics } = await mara.does('list-topics', {})
    await mara.does('merge-topics', { from: 'budget', into: 'glossary' })
    await house.whorl.settle()
    if (added) put(root, 'budget.md', get(root, 'budget.md').replace('We freeze.', `We freeze.${added}`))
    expect(await inStep()).toContain('put-aside budget.md')
    await house.whorl.settle()
    await inStep()
    expect(existsSync(join(root, 'budget.md'))).toBe(false)
    expect(get(root, '.whorl/gone/budget.md')).toContain('We freeze.')
    const glossary = get(root, 'glossary.md')
    expect(glossary).toBe(await pageOf(mara, 'glossary'))
    for (const words of ['Words.', `We freeze.${added}`]) expect(glossary.split(words)).toHaveLength(2)
    expect(await inStep(openSync(root))).toEqual([])
    const { files } = await mara.does('export-files', { as: 'llms' })
    expect(files.map(({ path }) => path).filter((path) => path.includes('budget'))).toEqual([])

    // Parted again, both come back.
    if (added) return
    await mara.does('part-topics', { topic: topics.find(({ slug }) => slug === 'budget')?.id ?? '' })
    await house.whorl.settle()
    await inStep()
    expect((await mara.does('list-files', {})).files.map(({ path }) => path)).toContain('wiki/concepts/budget.md')
    expect(existsSync(join(root, 'wiki/concepts/budget.md'))).toBe(true)
  },
)

test('A file that was moved or renamed keeps its page; an editor that saves by renaming is no different', async () => {
  const { mara, root, inStep } = await opened()
  put(root, 'purge.md', 'One.\n')
  await inStep()
  mkdirSync(join(root, 'old'))
  renameSync(join(root, 'purge.md'), join(root, 'old/cache.md'))
  expect(await inStep()).toEqual([])
  put(root, '.cache.md.swp', 'x')
  put(root, 'old/cache.md~', 'One, changed.\n')
  renameSync(join(root, 'old/cache.md~'), join(root, 'old/cache.md'))
  expect(await inStep()).toEqual(['in old/cache.md'])
  expect(await pageOf(mara, 'purge')).toBe('One, changed.\n')
  expect((await mara.does('list-topics', {})).topics).toHaveLength(1)
})

test('A source changed in the folder comes in, and nothing that was cited is lost', async () => {
  const { mara, house, root, inStep } = await opened()
  put(root, 'sources/run.md', 'Ten minutes.\n')
  put(root, 'guide.html', '<p>Drain first.</p>\n')
  await inStep()
  put(root, 'sources/run.md', 'Twelve minutes.\n')
  await inStep()
  await house.whorl.settle()
  const { sources } = await mara.does('list-sources', {})
  const words = []
  for (const { id } of sources)
    words.push(...(await mara.does('read-source', { source: id })).lines.map(({ text }) => text))
  expect(words).toContain('Twelve minutes.')
  const all = readdirSync(join(root, 'sources')).map((name) => get(root, `sources/${name}`))
  expect(all).toContain('Twelve minutes.\n')
  expect(get(root, 'guide.html')).toBe('<p>Drain first.</p>\n')
})

test('HTML in a folder is read as it is when it is chosen, and is one source whichever way it came', async () => {
  const { mara, house, root, inStep } = await opened()
  const html =
    '<!doctype html><title>Status page how-to</title><nav>Home</nav><h1>Status page how-to</h1>\n<p>Say what is slow.</p><ul><li>One</li><li>Two</li></ul>'
  put(root, 'status.html', html)
  await inStep()
  await house.whorl.settle()
  const sources = async () => (await mara.does('list-sources', {})).sources
  const [source] = await sources()
  expect(source).toMatchObject({ name: 'status.md', title: 'Status page how-to' })
  const words = (await mara.does('read-source', { source: source?.id ?? '' })).lines.map(({ text }) => text)
  expect(words.slice(words.indexOf('# Status page how-to'))).toEqual([
    '# Status page how-to',
    '',
    'Say what is slow.',
    '',
    '- One',
    '- Two',
  ])
  await mara.does('bring-source', { name: 'status.html', bytes: Buffer.from(html).toString('base64') })
  await mara.does('bring-source', { name: 'renamed.html', bytes: Buffer.from(html).toString('base64') })
  await house.whorl.settle()
  await mara.does('import-files', { files: [{ path: 'other/status.html', text: html }] })
  await mara.does('import-files', { files: [{ path: 'fresh.html', text: html.replace('slow', 'down') }] })
  await house.whorl.settle()
  expect((await sources()).map(({ name }) => name).sort()).toEqual(['fresh.md', 'status.md'])
  await inStep()
  expect(get(root, 'status.html')).toBe(html)
})

test('Links out of the folder are not followed, hostile names and empty files are told and left alone', async () => {
  const { mara, root, inStep, reach } = await opened()
  const outside = freshFolder()
  put(outside, 'secret.md', 'Secret.\n')
  symlinkSync(join(outside, 'secret.md'), join(root, 'secret.md'))
  symlinkSync(outside, join(root, 'away'))
  put(root, 'new\nline.md', 'Words.\n')
  put(root, 'Purge.md', 'One.\n')
  put(root, 'purge.md', 'Another.\n')
  put(root, 'CON.md', 'A device, to some.\n')
  put(root, 'blank.md', '\n')
  put(root, 'bytes.md', 'a\0b')
  await inStep()
  const { unread } = await openSync(root)(reach())
  expect(unread.map(({ path }) => path).sort()).toEqual([
    'away',
    'blank.md',
    'bytes.md',
    'new\nline.md',
    'purge.md',
    'secret.md',
  ])
  expect((await mara.does('list-topics', {})).topics.map(({ slug }) => slug).sort()).toEqual(['con', 'purge'])
  // Nor is anything written through a link that stands where a page would.
  symlinkSync(outside, join(root, 'wiki'))
  await mara.does('import-page', { markdown: '---\ntitle: Edge\n---\n\nWords.\n' })
  const step = await openSync(root)(reach())
  expect(step.unread.map(({ path }) => path)).toContain('wiki/concepts/Edge.md')
  expect(readdirSync(outside)).toEqual(['secret.md'])
})

test('A folder in step with one space is not put in step with another', async () => {
  const { mara, root, inStep, reach } = await opened()
  put(root, 'purge.md', 'One.\n')
  await inStep()
  const other = await mara.does('create-space', { name: 'Other' })
  await expect(openSync(root)({ ...reach(), space: other.slug })).rejects.toThrow(/in step with another space/)
})

const stems = ['alpha', 'beta', '知識']
type Op = {
  does: 'folder' | 'space' | 'look' | 'cut'
  at: number
  stem: number
  way: 'add' | 'change'
  eol: '\n' | '\r\n'
}
const op: fc.Arbitrary<Op> = fc.record({
  does: fc.constantFrom('folder', 'folder', 'space', 'space', 'look', 'cut', 'cut'),
  at: fc.nat(5),
  stem: fc.nat(stems.length - 1),
  way: fc.constantFrom('add', 'change'),
  eol: fc.constantFrom('\n', '\n', '\r\n'),
})

/** Does to a text what somebody would, and gives what they wrote and what they took away. */
function written(text: string, { at, way }: Op, n: number): { text: string; took: string | null; wrote: string } {
  const wrote = `words-${n}.`
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n'
  const words = text.match(/words-\d+\./g) ?? []
  const old = words[at % Math.max(1, words.length)]
  if (way === 'change' && old) return { text: text.replace(old, wrote), took: old, wrote }
  return {
    text: at % 2 ? `${text}${eol}${wrote}${eol}` : text.replace(/\r?\n\r?\n/, `${eol}${eol}${wrote}${eol}${eol}`),
    took: null,
    wrote,
  }
}

/** Lets a space be reached until so many calls were made: then it is gone, before the call or with its answer. */
function cutOff(house: House, after: number) {
  let calls = 0
  return async (call: Parameters<House['whorl']['perform']>[0]) => {
    if (++calls > after && after % 2 === 0) throw new Error('cut off')
    const answer = await house.whorl.perform(call)
    if (calls > after) throw new Error('cut off')
    return answer
  }
}

test('However edits, looks and cuts follow each other, both sides end the same with every word that anybody left', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(op, { minLength: 4, maxLength: 14 }), async (ops) => {
      const { house, mara, root, reach, inStep } = await opened()
      const [all, taken] = [new Set<string>(), new Set<string>()]
      let look = openSync(root)
      for (const [n, one] of ops.entries()) {
        const stem = stems[one.stem] ?? ''
        const path = `notes/${stem}.md`
        if (one.does === 'folder') {
          const before = existsSync(join(root, path)) ? get(root, path) : `---\ntitle: ${stem}\n---\n\nwords-first.\n`
          const { text, took, wrote } = written(before.replace(/\r?\n/g, one.eol), one, n)
          put(root, path, text)
          all.add(wrote)
          if (took) taken.add(took)
        } else if (one.does === 'space') {
          const there = await mara.does('read-page-text', { topic: stem }).catch(() => null)
          if (!there) continue
          const { text, took, wrote } = written(there.markdown, one, n)
          await mara.does('edit-page', { topic: stem, version: there.version, markdown: text })
          all.add(wrote)
          if (took) taken.add(took)
        } else if (one.does === 'look') await look(reach())
        else {
          await look({ ...reach(), perform: cutOff(house, one.at) }).catch(() => {})
          // It was killed: what it had in mind is gone.
          look = openSync(root)
        }
      }
      await inStep()
      for (const stem of stems) {
        const page = await pageOf(mara, stem).catch(() => null)
        if (page === null) continue
        expect(get(root, `notes/${stem}.md`)).toBe(page)
      }
      const texts = stems
        .map((stem) => (existsSync(join(root, `notes/${stem}.md`)) ? get(root, `notes/${stem}.md`) : ''))
        .join()
      for (const words of all) if (!taken.has(words)) expect(texts, words).toContain(words)
      expect((await mara.does('list-topics', {})).topics.length).toBeLessThanOrEqual(stems.length)
      const before = stateOf(root)
      expect(await inStep(openSync(root))).toEqual([])
      expect(stateOf(root)).toEqual(before)
      await house.whorl.close()
    }),
    { numRuns: 25 },
  )
})
