/** A folder of documents as people write them: links by path, pictures, headings; read here as they are read there. */
import { expect, test } from 'vitest'
import { openHouse, type Somebody } from './house.ts'

const docs = [
  {
    path: 'docs/crawler.md',
    text: [
      '# Crawler',
      'It asks for [detection](../wiki/concepts/change-detection.md#how-it-is-done) and reads [the guides](guides/README.md).',
      'Then comes the [next one](./next%20step.md), as ![Dashboard](../img/certs.png) and ![[purge-flow.png]] show.',
      'The minutes are in [[minutes.pdf]]. ![[Deploy pipeline]] stands there whole.',
    ].join('\n\n'),
  },
  { path: 'wiki/concepts/change-detection.md', text: '# Change detection\n\n## How it is done\n\nBy hashes.\n' },
  { path: 'docs/guides/README.md', text: '# Guides\n\nBack to [the crawler](../crawler.md).\n' },
  { path: 'docs/Deploy pipeline.md', text: '# Deploy pipeline\n\n## Rollback\n\nOne press.\n' },
]

async function bringDocs() {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  await mara.does('import-files', { files: docs, from: 'docs' })
  await house.whorl.settle()
  return { house, mara }
}

const nearOf = async (who: Somebody, topic: string) => {
  const { near, wanted } = await who.does('neighbourhood', { topic })
  return {
    near: near
      .filter(({ ties }) => ties.length > 0)
      .map((one) => one.topic.slug)
      .sort(),
    wanted,
  }
}

test('Links between documents lead to their pages, stand in the neighbourhood, and outlive a rename', async () => {
  const { mara } = await bringDocs()
  const links = {
    '../wiki/concepts/change-detection.md': 'change-detection',
    './guides/README.md': 'guides',
    './next step.md': null,
  }
  const { page, links: reached } = await mara.does('read-page', { topic: 'crawler' })
  expect(reached).toEqual({ ...links, 'Deploy pipeline': 'deploy-pipeline' })
  expect(page?.html).toContain(
    '<a class="link" data-target="../wiki/concepts/change-detection.md" data-name="change-detection" data-place="at-how-it-is-done">detection</a>',
  )
  expect(await nearOf(mara, 'crawler')).toEqual({
    near: ['change-detection', 'deploy-pipeline', 'guides'],
    wanted: ['next step'],
  })
  await mara.does('rename-topic', { topic: 'change-detection', title: 'Noticing changes' })
  expect((await mara.does('read-page', { topic: 'crawler' })).links).toMatchObject({
    '../wiki/concepts/change-detection.md': 'noticing-changes',
  })
  expect((await nearOf(mara, 'noticing-changes')).near).toEqual(['crawler'])
})

test('What is wanted of a text that is being written is told where it stands; pictures and files are not wanted', async () => {
  const { mara } = await bringDocs()
  const { markdown } = await mara.does('read-page-text', { topic: 'crawler' })
  const { marks, html } = await mara.does('preview-page', { topic: 'crawler', markdown })
  expect(marks).toEqual([{ at: markdown.indexOf('./next%20step.md'), kind: 'wanted', name: 'next step' }])
  expect(html).toContain('<span class="picture">purge-flow.png</span>')
  const { kinds } = await mara.does('check-pages', {})
  expect(kinds.flatMap(({ kind, problems }) => problems.map(({ says }) => `${kind}: ${says}`))).toEqual([])
})

test('A highlight is a person’s own, but on a page that a machine wrote', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const page = (front: string) => `---\ntitle: T\n${front}---\n\nIt is ==so==.\n`
  const { topic } = await mara.does('import-page', { markdown: page('') })
  const seen = async (markdown: string) => (await mara.does('preview-page', { topic: topic.id, markdown })).html
  expect((await mara.does('read-page', { topic: topic.id })).page?.html).toContain('<mark>so</mark>')
  expect(await seen(page(''))).toContain('<mark>so</mark>')
  expect(await seen(page('writtenBy: a-model\n'))).toContain('<mark class="unsupported">so</mark>')
})

test('The exported site leads where the page does, and says of pictures what they are', async () => {
  const { mara } = await bringDocs()
  const site = new Map((await mara.does('export-files', { as: 'site' })).files.map((one) => [one.path, one.text]))
  const page = site.get('pages/crawler.html') ?? ''
  expect(page).toContain('<a href="../pages/change-detection.html#at-how-it-is-done">detection</a>')
  expect(page).toContain('<a href="../pages/guides.html">the guides</a>')
  expect(page).toContain('<span class="wanted" title="Nobody has written this page yet">next one</span>')
  expect(page).toContain('<span class="picture">Dashboard</span>')
  expect(page).not.toMatch(/\.md|<p><\/p>/)
  expect(site.get('pages/change-detection.html')).toContain('<h2 id="at-how-it-is-done">')
  expect(site.get('pages/change-detection.html')).toMatch(/Linked from[\s\S]*crawler\.html">Crawler</)
})

test('Of two files of one name, a link leads to the one that its path says', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const files = [
    {
      path: 'docs/edge/start.md',
      text: '# Start\n\nSee [setup](setup.md) and [that of the core](../core/setup.md#Now).\n',
    },
    { path: 'docs/core/setup.md', text: '# Setup of the core\n\n## Now\n\nWords.\n' },
    { path: 'docs/edge/setup.md', text: '# Setup of the edge\n\nWords.\n' },
  ]
  await mara.does('import-files', { files, from: 'docs' })
  await house.whorl.settle()
  const links = { './setup.md': 'setup-2', '../core/setup.md': 'setup' }
  expect((await mara.does('read-page', { topic: 'start' })).links).toEqual(links)
  const { markdown } = await mara.does('read-page-text', { topic: 'start' })
  expect((await mara.does('preview-page', { topic: 'start', markdown })).links).toEqual(links)
  for (const [as, path] of [
    ['site', 'pages/start.html'],
    ['json', 'pages/start.json'],
  ] as const) {
    const out = await mara.does('export-files', { as })
    const text = out.files.find((one) => one.path === path)?.text ?? ''
    expect(text).toMatch(
      as === 'site' ? /pages\/setup-2\.html">setup<[\s\S]*pages\/setup\.html#at-now"/ : /"setup-2"[\s\S]*"setup"/,
    )
  }
  // A page that came from nowhere goes by the name.
  const { topic } = await mara.does('import-page', { markdown: '---\ntitle: Else\n---\n\nSee [it](edge/setup.md).\n' })
  expect((await mara.does('read-page', { topic: topic.id })).links).toEqual({ './edge/setup.md': 'setup' })
})
