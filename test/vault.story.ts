/** A vault in and out by the acts: nothing lost, nothing doubled, and only what may be seen. */
import { expect, test } from 'vitest'
import { looseSlug } from '../src/ba/index.ts'
import { openHouse, type Somebody } from './house.ts'
import { goRound } from './round.ts'

const vault = [
  { path: 'sources/run.md', text: '---\ntitle: Run\n---\nThe purge takes ten minutes.\n' },
  {
    path: 'wiki/concepts/cache-purge.md',
    text: '---\ntitle: Cache purge\nx-own:   [kept,   as it is] # so\n---\r\n\r\nIt takes ten minutes. ^[run.md:4] See [[Nowhere]] and [[notes/Edge]].\r\n',
  },
  { path: 'notes/Edge.md', text: 'No front matter here.\n' },
  { path: 'notes/old/Edge.md', text: 'Another of the same name.\n' },
  { path: 'README.md', text: '# How we work\n\nTogether.\n' },
  { path: 'guide.html', text: '<h1>Guide</h1><p>Drain it first.</p>' },
  { path: 'wiki/index.md', text: '# Pages\n' },
  { path: '.obsidian/app.md', text: 'Not a page.\n' },
  { path: 'broken.md', text: '---\na: [\n---\n\nWords.\n' },
  { path: 'empty.md', text: ' \n' },
]

async function exported(who: Somebody, as: 'vault' | 'site' | 'json' | 'llms', area?: string) {
  const files = new Map<string, string>()
  for (let after: string | null | undefined; after !== null; ) {
    const part: Awaited<ReturnType<typeof once>> = await once(after)
    for (const { path, text } of part.files) files.set(path, (files.get(path) ?? '') + text)
    after = part.next
  }
  return files
  function once(after: string | undefined) {
    return who.does('export-files', { as, ...(after && { after }), ...(area && { area }) })
  }
}

test('A vault comes in whole, with what could not be read told; the same again changes nothing', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const { files } = await mara.does('import-files', { files: vault, from: 'handbook' })
  expect(files.map(({ path, as, is }) => `${is} ${as} ${path}`)).toEqual([
    'new source sources/run.md',
    'new page wiki/concepts/cache-purge.md',
    'new page notes/Edge.md',
    'new page notes/old/Edge.md',
    'new page README.md',
    'new source guide.html',
    'same nothing wiki/index.md',
    'same nothing .obsidian/app.md',
    'refused page broken.md',
    'refused page empty.md',
  ])
  expect(files[8]?.problem).toMatch(/^Its front matter is not YAML/)
  await house.whorl.settle()
  const { topics } = await mara.does('list-topics', {})
  expect(topics.map(({ slug }) => slug).sort()).toEqual(['cache-purge', 'edge', 'edge-2', 'how-we-work'])
  // Byte for byte, unknown fields and line ends too.
  expect((await mara.does('read-page-text', { topic: 'cache-purge' })).markdown).toBe(vault[1]?.text)
  const page = await mara.does('read-page', { topic: 'cache-purge' })
  expect(page.links).toEqual({ Nowhere: null, 'notes/Edge': 'edge' })
  expect(page.citations).toMatchObject([{ name: 'run.md', fromLine: 4, title: 'Run' }])
  expect((await mara.does('search', { words: 'ten minutes' })).hits.length).toBeGreaterThan(0)

  const again = await mara.does('import-files', { files: vault, from: 'handbook' })
  expect(again.files.map(({ is }) => is)).toEqual([...Array(8).fill('same'), 'refused', 'refused'])
  expect((await mara.does('list-topics', {})).topics).toHaveLength(4)
  expect((await mara.does('read-page-text', { topic: 'cache-purge' })).version).toBe(1)
})

test('A file brought again merges with what was written here since', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const text = (one: string, two: string) => `---\ntitle: Purge\n---\n\n${one}\n\n${two}\n`
  const bring = (words: string) => mara.does('import-files', { files: [{ path: 'purge.md', text: words }] })
  await bring(text('One.', 'Two.'))
  await mara.does('edit-page', { topic: 'purge', version: 1, markdown: text('One.', 'Two, by key.') })
  // The same file again takes nothing back, however often.
  for (const _ of [1, 2])
    expect((await bring(text('One.', 'Two.'))).files).toMatchObject([
      { is: 'same', text: text('One.', 'Two, by key.') },
    ])
  expect((await bring(text('One!', 'Two.'))).files).toMatchObject([
    { is: 'merged', text: text('One!', 'Two, by key.') },
  ])
  expect((await bring(text('One!', 'Two.'))).files).toMatchObject([{ is: 'same' }])
  const { files } = await bring(text('One!', 'Two, at noon.'))
  expect(files[0]?.text).toContain('Two, at noon.')
  expect(files[0]?.text).toContain('Two, by key.')
  // What a folder brought says so, and in its words what it changed.
  const { versions } = await mara.does('page-history', { topic: 'purge' })
  expect(versions.slice(-3)).toMatchObject([
    { fromFolder: true, words: null },
    { fromFolder: false, words: { was: null, is: 'by key' } },
    { fromFolder: true, first: true, words: null },
  ])
})

test('A page without a title of its own can be edited here', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  await mara.does('import-files', { files: [{ path: 'Edge case.md', text: 'Words.\n' }] })
  await mara.does('edit-page', { topic: 'edge-case', version: 1, markdown: 'Words, more.\n' })
  expect((await mara.does('read-page-text', { topic: 'edge-case' })).markdown).toBe('Words, more.\n')
})

test('An export brought elsewhere is the same there, and a recompile takes nothing back', async () => {
  const house = await openHouse()
  const people = {
    mara: await house.comes('Mara', 'keeper'),
    ben: await house.comes('Ben', 'member'),
    ana: await house.comes('Ana', 'member'),
  }
  const round = await goRound(house, people, 'Zebra')
  await house.whorl.settle()
  const out = await exported(people.mara, 'vault')
  const [path = ''] = [...out.keys()].filter((one) =>
    looseSlug(one.slice(0, -'.md'.length)).endsWith(`concepts${round.path}`),
  )
  expect(out.get(`.whorl/base/${path}`)).toBeTruthy()

  const other = await openHouse()
  const olga = await other.comes('Olga', 'keeper')
  const files = [...out]
    .filter(([one]) => !one.startsWith('.whorl/'))
    .map(([one, text]) => ({ path: one, text, base: out.get(`.whorl/base/${one}`) ?? '' }))
    .sort((a, b) => Number(b.path.startsWith('sources/')) - Number(a.path.startsWith('sources/')))
  await olga.does('import-files', { files })
  await other.whorl.settle()
  for (const { slug } of (await olga.does('list-topics', {})).topics) await olga.does('recompile', { topic: slug })
  await other.whorl.settle()
  const there = await exported(olga, 'vault')
  const paragraphs = (text = '') => text.split('\n').filter((line) => line.includes('^['))
  expect(paragraphs(out.get(path)).length).toBeGreaterThan(0)
  for (const line of paragraphs(out.get(path))) expect(there.get(path)).toContain(line)
})

test('An export has what anybody in its area may see: no line that waits, and nothing of a closed area', async () => {
  const house = await openHouse()
  const people = {
    mara: await house.comes('Mara', 'keeper'),
    ben: await house.comes('Ben', 'member'),
    ana: await house.comes('Ana', 'member'),
  }
  const owner = await house.comes('Olga', 'owner')
  const area = await owner.does('make-area', { name: 'Board' })
  for (const { id } of [people.mara, people.ben, people.ana])
    await owner.does('let-in', { area: area.slug, person: id })
  await goRound(house, people, 'Zebra', area.slug)
  await goRound(house, people, 'Lion')
  await house.whorl.settle()
  const outsider = await house.comes('Otto', 'keeper')
  for (const as of ['vault', 'site', 'json', 'llms'] as const) {
    const open = await exported(people.mara, as)
    expect(JSON.stringify([...open])).not.toContain('Zebra')
    expect(JSON.stringify([...open])).toContain('Lion')
    // She sees the line of her own that waits; it goes nowhere.
    expect(JSON.stringify([...open])).not.toContain('Drain Lion pools first')
    expect(await exported(outsider, as)).toEqual(open)
    expect(JSON.stringify([...(await exported(people.mara, as, area.slug))])).toContain('Zebra')
    expect((await outsider.isRefused('export-files', { as, area: area.slug })).kind).toBe('absent')
  }
})

test('A site stands alone: links lead to its pages, citations to lines, and what is wanted is said', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const more = { path: 'edge/sub.md', text: '---\ntitle: "<b>Sub</b> & more"\n---\n\nSee [[cache purge|the purge]].\n' }
  await mara.does('import-files', { files: [...vault.slice(0, 3), more] })
  const site = await exported(mara, 'site')
  const page = site.get('pages/cache-purge.html') ?? ''
  expect(page).toContain('<a href="../sources/run.md.html#L4" title="Run, line 4">1</a></sup>')
  expect(page).toMatch(
    /<h2>Sources<\/h2>\s*<ul class="below">\s*<li><a href="..\/sources\/run.md.html">Run<\/a> .*#L4".*line 4/,
  )
  expect(page).toMatch(/<h2>Linked from<\/h2>\s*<ul class="below">\s*<li><a href="..\/pages\/sub.html">/)
  expect(page).toMatch(/Last changed on <time datetime="[^"]+">\d+ \w+ \d{4}</)
  expect(page).toContain('<span class="wanted" title="Nobody has written this page yet">Nowhere</span>')
  expect(page).toContain('<a href="../pages/edge.html">notes/Edge</a>')
  expect(site.get('pages/sub.html')).toContain('<a href="../pages/cache-purge.html">the purge</a>')
  const source = site.get('sources/run.md.html') ?? ''
  expect(source).toContain('<li id="L4">')
  expect(source).not.toMatch(/title: Run|id="L[123]"/)
  expect(site.get('index.html')).not.toContain('<b>Sub')
  for (const [path, text] of site) {
    if (!path.endsWith('.html')) continue
    expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
    // Every link of the site leads to a file of it, every anchor to a line.
    for (const [, href = ''] of text.matchAll(/(?:href|src)="([^"#]*)(?:#[^"]*)?"/g)) {
      const to = new URL(href.replace(/&#\d+;/g, ''), `file:///${path}`).pathname.slice(1)
      expect(site.has(decodeURIComponent(to)) || href === '', `${href} in ${path}`).toBe(true)
    }
  }
  const llms = await exported(mara, 'llms')
  expect(llms.get('llms.txt')).toMatch(
    /^# Team\n\n> .+\n[\s\S]*## Pages\n\n[\s\S]*- \[Cache purge\]\(wiki\/concepts\/cache-purge\.md\)/,
  )
  expect(llms.get('llms-full.txt')).toContain('# Cache purge\n')
  const json = JSON.parse((await exported(mara, 'json')).get('pages/cache-purge.json') ?? '')
  expect(json).toMatchObject({
    links: [
      { target: 'Nowhere', to: null },
      { target: 'notes/Edge', to: 'edge' },
    ],
    citations: [{ source: 'run.md', fromLine: 4, there: true }],
  })
})
