/** What is no text of a page: private comments are in nothing that is read, asked or taken out. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSync } from '../src/folders/sync/sync-folder.ts'
import { openHouse, type Somebody } from './house.ts'
import { freshFolder } from './stores.ts'

const SECRET = /secret|heimlich/i

const page = `---
title: Levain
---

# Levain

status:: rising

Levain is a dough of flour and water that ferments for twelve hours. %% heimlich: Ines forgot it %%

%%
A secret in a paragraph of its own, about the levain and the flour.

And a secret second one.
%%

<!-- secret of HTML -->

:::tip[Warm]

Levain wants twenty-six degrees and no draught from the door.

:::

{{< figure src="secret.png" >}}
`
const source = '# Rye notes\n\nRye absorbs more water than wheat does. <!-- secret: from the rival -->\n'

async function exported(who: Somebody, as: 'vault' | 'site' | 'json' | 'llms') {
  let text = ''
  for (let after: string | null | undefined; after !== null; ) {
    const part: { files: { text: string }[]; next: string | null } = await who.does('export-files', {
      as,
      ...(after && { after }),
    })
    text += part.files.map((file) => file.text).join('\n')
    after = part.next
  }
  return text
}

test('A private comment is in no page, answer, search or export; who edits the page sees it and keeps it', async () => {
  const house = await openHouse()
  const ines = await house.comes('Ines', 'keeper')
  const rosa = await house.comes('Rosa', 'reader')
  await ines.does('import-files', {
    files: [
      { path: 'Levain.md', text: page },
      { path: 'sources/rye.md', text: source },
    ],
  })
  await house.whorl.settle()
  for (const who of [ines, rosa]) {
    const read = await who.does('read-page', { topic: 'levain' })
    expect(read.page?.html).toContain('ferments for twelve hours')
    expect(read.page?.html).toContain('<strong>status:</strong> rising')
    expect(read.page?.html).toContain('<p class="callout-title">Warm</p>')
    expect(JSON.stringify(read)).not.toMatch(SECRET)
    for (const words of ['secret', 'heimlich', 'levain', 'rival'])
      expect(JSON.stringify((await who.does('search', { words })).hits)).not.toMatch(SECRET)
    const answer = await who.does('what-was-said', { words: 'How many degrees and what draught does levain want?' })
    expect(JSON.stringify(answer)).toContain('twenty-six degrees')
    expect(JSON.stringify(answer)).not.toMatch(SECRET)
    const [hit] = (await who.does('search', { words: 'rye water' })).hits
    expect(JSON.stringify(await who.does('fetch', { id: hit?.id ?? '' }))).not.toMatch(SECRET)
    expect(JSON.stringify(await who.does('read-source', { source: 'rye.md' }))).not.toMatch(SECRET)
    expect(JSON.stringify(await who.does('page-history', { topic: 'levain' }))).not.toMatch(SECRET)
    expect(JSON.stringify(await who.does('page-version', { topic: 'levain', version: 1 }))).not.toMatch(
      /heimlich|paragraph of its own/,
    )
    for (const as of ['vault', 'site', 'json', 'llms'] as const)
      expect(await exported(who, as)).not.toMatch(/heimlich|paragraph of its own|secret of HTML|rival/)
  }
  expect((await rosa.does('read-page-text', { topic: 'levain' })).markdown).not.toMatch(/heimlich|second one/)
  const { markdown, version } = await ines.does('read-page-text', { topic: 'levain' })
  expect(markdown).toBe(page)
  await ines.does('edit-page', { topic: 'levain', version, markdown: markdown.replace('twelve', 'ten') })
  expect((await ines.does('read-page-text', { topic: 'levain' })).markdown).toContain('heimlich: Ines forgot it')
  await expect(rosa.does('export-files', { as: 'vault', comments: true })).rejects.toThrow(/may edit/)
})

test('A folder in step keeps its comments when the page is changed here', async () => {
  const house = await openHouse()
  const olga = await house.comes('Olga', 'owner')
  const root = freshFolder()
  writeFileSync(join(root, 'Levain.md'), page)
  const look = openSync(root)
  let keys = 0
  const reach = { perform: house.whorl.perform, space: house.space.slug, newKey: () => `key-${++keys}` }
  await look(reach)
  const { markdown, version } = await olga.does('read-page-text', { topic: 'levain' })
  await olga.does('edit-page', { topic: 'levain', version, markdown: markdown.replace('twelve', 'ten') })
  await look(reach)
  expect(readFileSync(join(root, 'Levain.md'), 'utf8')).toBe(page.replace('twelve', 'ten'))
})

test('Copies, locks and templates come in as nothing and say why; a page of a like name is a page', async () => {
  const house = await openHouse()
  const ines = await house.comes('Ines', 'keeper')
  const oven = '# Oven\n\nThe oven is lit at four and swept at five.\n'
  const { files } = await ines.does('import-files', {
    files: [
      { path: 'Oven.md', text: oven },
      { path: 'Oven 2.md', text: `${oven}\nTwice.\n` },
      { path: 'Oven.sync-conflict-20250101-101010-ABCDEFG.md', text: oven },
      { path: '~$Oven.md', text: 'x' },
      { path: 'Templates/Day.md', text: '# {{date}}\n' },
      { path: 'Chapter.md', text: '# Chapter\n\nOne.\n' },
      { path: 'Chapter 2.md', text: '# Chapter 2\n\nTwo.\n' },
    ],
  })
  expect(files.map(({ path, is }) => `${is} ${path}`)).toEqual([
    'new Oven.md',
    'refused Oven 2.md',
    'refused Oven.sync-conflict-20250101-101010-ABCDEFG.md',
    'refused ~$Oven.md',
    'refused Templates/Day.md',
    'new Chapter.md',
    'new Chapter 2.md',
  ])
  expect(files[1]?.problem).toBe(
    'It is a copy of Oven.md. Write what holds into Oven.md and delete this one, or give it a name of its own.',
  )
  // A copy that comes later than its original is one as well.
  const later = await ines.does('import-files', { files: [{ path: 'Oven (1).md', text: oven }] })
  expect(later.files).toMatchObject([{ is: 'refused', as: 'nothing' }])
  expect((await ines.does('list-topics', {})).topics.map(({ slug }) => slug).sort()).toEqual([
    'chapter',
    'chapter-2',
    'oven',
  ])
})

test('Exports of Notion and Logseq come in under their names, and a database is a table', async () => {
  const house = await openHouse()
  const ines = await house.comes('Ines', 'keeper')
  const id = '1a2b3c4d5e6f708192a3b4c5d6e7f809'
  await ines.does('import-files', {
    files: [
      {
        path: `Bakery ${id}.md`,
        text: `# Bakery\n\nOwner: Ines\nStatus: Open\n\nSee [ovens](Bakery%20${id}/Ovens%20${id}.md).\n`,
      },
      { path: `Bakery ${id}/Ovens ${id}.md`, text: '# Ovens\n\nOvens are what bakes the bread.\n' },
      { path: `Bakery ${id}/Tasks ${id}_all.csv`, text: 'Name,Days\n"Sweep, daily",2\n' },
      { path: 'pages/bread___rye.md', text: '- Rye is sour.\n' },
      { path: 'journals/2024_05_01.md', text: '- Baked forty loaves.\n' },
      { path: 'content/ovens/_index.md', text: '+++\ntitle = "All ovens"\n+++\n\nOvens are listed here.\n' },
    ],
  })
  await house.whorl.settle()
  const { topics } = await ines.does('list-topics', {})
  expect(topics.map(({ slug, title }) => `${slug}: ${title}`).sort()).toEqual([
    '2024-05-01: 2024-05-01',
    'bakery: Bakery',
    'bread-rye: bread/rye',
    'ovens-2: All ovens',
    'ovens: Ovens',
  ])
  expect(Object.values((await ines.does('read-page', { topic: 'bakery' })).links)).toEqual(['ovens'])
  const { sources } = await ines.does('list-sources', {})
  expect(sources.map(({ name }) => name)).toEqual(['Bakery/Tasks.csv'])
  const { lines } = await ines.does('read-source', { source: 'Bakery/Tasks.csv' })
  expect(lines.map(({ text }) => text)).toEqual(['| Name | Days |', '| --- | --- |', '| Sweep, daily | 2 |'])
})
