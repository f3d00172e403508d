import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeSides } from '../vault/merge-sides.ts'
import { checkDocuments, checkVault } from './check-vault.ts'
import { checkedTogether, pageToCheck } from './documents-to-check.ts'
import { mendText } from './mend-text.ts'
import type { Problem } from './problem.ts'

const NOW = '2026-05-04T09:00:00.000Z'
const bytes = (text: string) => new TextEncoder().encode(text)
const filesOf = (files: Record<string, string>) =>
  Object.entries(files).map(([path, text]) => ({ path, bytes: bytes(text) }))
const check = (files: Record<string, string>) => checkVault({ files: filesOf(files), now: NOW }).problems
const kinds = (problems: Problem[]) => problems.map(({ rule, path, line }) => `${rule} ${path}:${line}`)

function mended(files: Record<string, string>): Record<string, string> {
  const changes = check(files).flatMap((problem) => problem.changes ?? [])
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      mendText(
        text,
        changes.filter((one) => one.path === path),
      ).text,
    ]),
  )
}

const source = '---\ntitle: Run\n---\nThe purge takes ten minutes.\nAsk before you purge the whole edge.\n'
const page = (title: string, body: string, front = '') => `---\ntitle: ${title}\n${front}---\n\n${body}\n`

test('A vault in which all holds has nothing to mend', () => {
  const files = {
    'sources/run.md': source,
    'wiki/concepts/purge.md': page('Purge', 'The purge takes ten minutes. See [[Edge]]. ^[run.md:4]'),
    'wiki/concepts/edge.md': page('Edge', 'Ask before you purge the whole edge. See [[purge]]. ^[run.md:5]'),
  }
  expect(check(files)).toEqual([])
})

test.each([
  ['of no source', '^[gone.md:4]', 'There is no source gone.md, which this page cites.', false],
  ['past the end', '^[run.md:9]', 'It cites line 9 of run.md, which has 5.', true],
  ['of a placeholder', '^[run.md:START-END]', 'It cites lines that were never filled in', false],
  ['of other lines', '^[run.md:5]', 'What it quotes of run.md is not at the lines that it cites.', true],
])('A citation %s does not hold', (_, marker, says, safe) => {
  const files = { 'sources/run.md': source, 'purge.md': page('Purge', `The purge takes ten minutes. ${marker}`) }
  const [problem, ...others] = check(files)
  expect(others).toEqual([])
  expect(problem).toMatchObject({ rule: 'citation-does-not-hold', path: 'purge.md', line: 5 })
  expect(problem?.says).toContain(says)
  expect(problem?.changes !== undefined).toBe(safe)
  if (safe) expect(mended(files)['purge.md']).toBe(page('Purge', 'The purge takes ten minutes. ^[run.md:4]'))
})

test('A source of which a sign of its name is escaped, as the compiler writes it, is there', () => {
  const files = { 'sources/R&D.md': source, 'purge.md': page('Purge', 'The purge takes ten minutes. ^[R\\&D.md:4]') }
  expect(check(files)).toEqual([])
})

test('Two versions that a sync kept are found, where they begin', () => {
  const merged = mergeSides(page('Purge', 'Ten.'), page('Purge', 'Twelve.'), page('Purge', 'Nine.'))
  expect(kinds(check({ 'purge.md': merged }))).toEqual(['two-versions purge.md:5'])
})

test('Words that stand twice in a source are nobody’s to choose between', () => {
  const twice = `${source}The purge takes ten minutes.\n`
  const files = { 'sources/run.md': twice, 'purge.md': page('Purge', 'The purge takes ten minutes. ^[run.md:9]') }
  expect(check(files)[0]?.changes).toBeUndefined()
})

test('A wanted page that is another’s plural becomes its alias; one that nobody wrote stays wanted', () => {
  const files = {
    'a.md': page('Start', '[[Cache Purges]], [[cache purges|them]] and [[Starter]].'),
    'cache-purge.md': page('Cache purge', 'See [[Start]].', 'aliases: [The purge] # ours\nmine:   as it is\n'),
  }
  expect(kinds(check(files))).toEqual(['wanted-page a.md:5', 'wanted-page a.md:5'])
  const after = mended(files)
  expect(after['a.md']).toBe(files['a.md'])
  expect(after['cache-purge.md']).toContain('mine:   as it is\n---\n\nSee [[Start]].')
  expect(kinds(check(after))).toEqual(['wanted-page a.md:5'])
})

test('A link to a page that was moved or renamed leads there again', () => {
  const files = {
    'README.md':
      '# Here\n\n[How](old/bake.md#rest), [why](<kept.md>), [[old/bread|Bread]], `[no](no.md)`, [web](https://x.org/a.md)\n',
    'new/bake.md': page('Bake', 'Text.', 'aliases: [kept]\n'),
    'new/bread.md': page('Bread', 'Text.'),
  }
  expect(kinds(check(files)).filter((one) => !one.startsWith('orphan'))).toEqual([
    'broken-link README.md:3',
    'broken-link README.md:3',
    'wanted-page README.md:3',
  ])
  const after = mended(files)
  expect(after['README.md']).toContain('[How](new/bake.md#rest), [why](<new/bake.md>), [[bread|Bread]], `[no](no.md)`')
  expect(check(after)).toEqual([])
})

test('A link that leads to its file on some systems only is told, with the way that leads on all', () => {
  const files = {
    'README.md': '# Here\n\n[How](guides/bake.md), [why](Guides\\bake%20two.md) and [[guides\\bread|Bread]].\n',
    'Guides/Bake.md': page('Bake', 'Text.'),
    'Guides/bake two.md': page('Bake two', 'Text.'),
    'Guides/bread.md': page('Bread', 'Text.'),
  }
  expect(kinds(check(files)).filter((one) => !one.startsWith('orphan'))).toEqual([
    'fragile-link README.md:3',
    'fragile-link README.md:3',
    'fragile-link README.md:3',
  ])
  const after = mended(files)
  expect(after['README.md']).toContain('[How](Guides/Bake.md), [why](Guides/bake%20two.md) and [[guides/bread|Bread]].')
  expect(check(after)).toEqual([])
})

test('Pages that differ are shown with both sides and what is known of them', () => {
  const files = {
    'a.md': page('Old', 'Sourdough loaves rest in the basket for 30 minutes.', 'owner: Mara\nupdated: 2026-03-01\n'),
    'b.md': page('New', 'Sourdough loaves rest in their basket for 90 minutes.', 'keeper: Ben\n'),
  }
  expect(check(files)).toMatchObject([
    {
      rule: 'pages-differ',
      sides: [
        { path: 'a.md', line: 7, keeper: 'Mara', when: '2026-03-01', words: /30 minutes/ },
        { path: 'b.md', line: 6, keeper: 'Ben', when: null },
      ].map(({ words: _, ...side }) => side),
    },
  ])
})

test('A page past its date is stale, until somebody says that it is still true', () => {
  const late = (front: string) => kinds(check({ 'a.md': page('A', 'Text.', front) }))
  expect(late('review_by: 2026-01-31\n')).toEqual(['stale-page a.md:1'])
  expect(late('review_by: 2026-01-31\nreviewed: 2026-05-01\n')).toEqual([])
  expect(late('review_by: 2026-06-01\n')).toEqual([])
})

test('A page older than a source that it cites is stale', () => {
  const files = {
    'sources/run.md': source.replace('title', 'ingestedAt: "2026-05-01T00:00:00.000Z"\ntitle'),
    'purge.md': page('Purge', 'The purge takes ten minutes. ^[run.md:5]', 'updatedAt: "2026-04-01T00:00:00.000Z"\n'),
  }
  expect(kinds(check(files))).toEqual(['stale-page purge.md:1'])
})

test('Aliases of several pages, pages alike, orphans, paragraphs without a source and dirt are found', () => {
  const words = Array.from({ length: 60 }, (_, n) => `word${n}`).join(' ')
  const long = 'Nobody has said where this comes from, and yet it stands here as if it were so.'
  const files = {
    'sources/run.md': source,
    'one.md': page('One', `${words} [[two]] [[three]] [[X]]`, 'aliases: [X]\n'),
    'two.md': page('Two', `${words} [[one]] [[three]]`, 'aliases: [X]\n'),
    'three.md': page('Three', `The purge takes ten minutes. ^[run.md:4]\n\n${long}`),
    'four.md': '---\ntitle: [\n---\nText.\n',
    'five.md': page('Five', 'See [[one]].'),
  }
  expect(kinds(check(files))).toEqual([
    'unclean-page four.md:1',
    'ambiguous-alias one.md:3',
    'near-duplicate two.md:1',
    'unsupported-paragraph three.md:7',
    'orphan five.md:1',
  ])
})

test('Of an empty or a broken page that is said and no more, and what becomes a source is no orphan', () => {
  const files = {
    'one.md': page('One', 'See [[two]].'),
    'two.md': page('Two', 'See [[three]].'),
    'three.md': page('Three', 'See [[one]].'),
    'Empty.md': '',
    'broken.md': '---\ntitle: "Cut\n---\nText.\n',
    'status.html': '<title>Status</title><p>All is well.</p>',
  }
  const found = check(files)
  expect(kinds(found)).toEqual(['unclean-page broken.md:1', 'unclean-page Empty.md:1'])
  expect(found.map(({ says }) => says)).toEqual([
    'Its front matter is not YAML: on line 2 a quote is opened and not closed.',
    'It is empty.',
  ])
})

const word = fc.constantFrom(
  '[[Purges]]',
  '[[old/edge]]',
  '[x](gone/edge.md)',
  '^[run.md:9]',
  '“',
  '`[[Purges]]`',
  'é',
  '\r\n',
  '\n\n',
  '---',
  'The purge takes ten minutes.',
)
const body = fc.array(fc.oneof(word, fc.string()), { maxLength: 12 }).map((words) => words.join(' '))

test('Whatever a page holds, a mend brings no new problem and changes nothing that it does not name', () => {
  fc.assert(
    fc.property(body, (text) => {
      const files = {
        'sources/run.md': source,
        'a.md': page('A', text),
        'purge.md': page('Purge', 'Text.'),
        'new/edge.md': page('Edge', 'Text.'),
      }
      const before = check(files)
      const changes = before.flatMap((problem) => problem.changes ?? [])
      const after = mended(files)
      expect(check(after).length).toBeLessThanOrEqual(before.length)
      for (const path of ['a.md', 'purge.md', 'new/edge.md'] as const)
        if (!changes.some((change) => change.path === path)) expect(after[path]).toBe(files[path])
      const own = changes.flatMap((change) => (change.kind === 'words' && change.path === 'a.md' ? [change] : []))
      const lengths = own.reduce((sum, change) => sum + change.new.length - change.old.length, files['a.md'].length)
      expect(after['a.md']?.length).toBe(lengths)
      expect(mended(after)).toEqual(after)
    }),
    { numRuns: 200 },
  )
})

test('A page that others link to by where its file once stood is no orphan, and an embedded picture no wanted page', () => {
  const names = ['one', 'two', 'three', 'four', 'five']
  const files = names.map((name, n) => ({
    path: `pages/${name}.md`,
    bytes: bytes(
      `# ${name}\n\nSee [it](../wiki/concepts/${names[(n + 1) % names.length]}.md). ![[${name}.heic]] ![[${name}.csv]]\n`,
    ),
  }))
  const check = checkVault({ files, now: NOW, exists: () => true })
  expect(check.problems.map(({ rule }) => rule)).toEqual([])
  const alone = checkVault({
    files: files.map((one, n) => (n < 3 ? one : { ...one, bytes: bytes(`# ${n}\n`) })),
    now: NOW,
    exists: () => true,
  })
  expect(alone.problems.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
    'orphan pages/one.md',
    'orphan pages/five.md',
  ])
})

test('Pages have the same problems whether they are parsed from files or from texts that a store holds', () => {
  const line = fc.constantFrom(
    'See [[Purge]].',
    '[[nobody]]',
    'It takes 9 minutes. ^[run.md:5]',
    '^[gone.md:1]',
    '```',
    '',
  )
  fc.assert(
    fc.property(fc.array(fc.array(line, { maxLength: 6 }), { minLength: 1, maxLength: 6 }), (bodies) => {
      const pages = Object.fromEntries(bodies.map((body, n) => [`p${n}.md`, page(`Page ${n}`, body.join('\n\n'))]))
      const documents = Object.entries(pages).map(([path, text]) => pageToCheck(path, text))
      const sources = new Map([['run.md', source]])
      const fromTexts = checkDocuments(checkedTogether({ documents, sources, now: NOW }))
      const files = filesOf({ 'sources/run.md': source, ...pages })
      expect(fromTexts).toEqual(checkVault({ files, now: NOW, exists: () => true }))
    }),
  )
})
