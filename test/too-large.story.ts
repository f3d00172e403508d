/** What is large is kept and read, or refused when it is saved with a word that says why and what would do. */
import { beforeAll, describe, expect, test } from 'vitest'
import { type House, openHouse, type Somebody } from './house.ts'

let house: House
let mara: Somebody

beforeAll(async () => {
  house = await openHouse()
  mara = await house.comes('Mara', 'keeper')
}, 60_000)

const page = (title: string, body: string, fields = '') => `---\ntitle: ${title}\n${fields}---\n\n${body}\n`
const many = (length: number, piece: (n: number) => string) => Array.from({ length }, (_, n) => piece(n)).join('\n')

describe('A page of many names is saved, and read by all that reads pages', () => {
  const bodies = {
    links: many(12_000, (n) => `[[Topic number ${n}]]`),
    citations: many(6000, (n) => `So. ^[source-${n}.md:${n + 1}]`),
  }
  test.each(Object.entries(bodies))(
    'of thousands of %s',
    async (kind, body) => {
      const markdown = page(`Page of ${kind}`, body)
      const { topic } = await mara.does('import-page', { markdown })
      const { version } = await mara.does('edit-page', {
        topic: topic.id,
        version: 1,
        markdown: `${markdown}\nMore.\n`,
      })
      await house.whorl.settle()
      expect(version).toBe(2)
      const ref = { topic: topic.id }
      // One after the other: each is long enough without workers.
      await mara.does('read-page', ref)
      await mara.does('read-page-text', ref)
      await mara.does('preview-page', { ...ref, markdown })
      await mara.does('list-parts', ref)
      await mara.does('neighbourhood', ref)
      await mara.does('topic-care', ref)
      await mara.does('page-history', ref)
      await mara.does('check-pages', {})
      await mara.does('export-files', { as: 'site' })
      await mara.does('search', { words: 'topic number' })
      const { text } = await mara.does('fetch', { id: `page:${topic.id}` })
      expect(text).toContain(body.slice(0, 100))
    },
    180_000,
  )
})

describe('A name that no index holds is refused, with what would do, and nothing is kept', () => {
  // Letters by chance, which a database cannot pack.
  const long = Array.from({ length: 20_000 }, (_, n) => String.fromCharCode(0x4e00 + ((n * 7919) % 20_000))).join('')
  const pages: [what: string, markdown: string][] = [
    ['title', page(long, 'It is.')],
    ['alias', page('With an alias', 'It is.', `aliases: [${long}]\n`)],
    ['link', page('With a link', `[[${long}]]`)],
    ['citation', page('With a citation', `So. ^[${long}]`)],
  ]
  test.each(pages)('in a %s', async (what, markdown) => {
    const refused = { kind: 'unfit', field: 'markdown', problem: expect.stringContaining(`${what}`) }
    await expect(mara.does('import-page', { markdown })).rejects.toMatchObject(refused)
    const path = `vault/${what}-of-file.md`
    const { files } = await mara.does('import-files', { files: [{ path, text: markdown }] })
    // A file has the name that it is saved under, where its title is too long to be one.
    if (what === 'title') expect(files[0]).toMatchObject({ is: 'new' })
    else expect(files[0]).toMatchObject({ is: 'refused', problem: expect.stringMatching(/longer than 500 .*horten/s) })
    const { topics } = await mara.does('list-topics', { words: 'With' })
    expect(topics).toEqual([])
  })

  test('and the longest that one may have is kept', async () => {
    const name = (first: string) => `${first}${long.slice(0, 499)}`
    const body = `[[${name('L')}]] So. ^[${name('C')}]`
    const { topic } = await mara.does('import-page', { markdown: page(name('T'), body, `aliases: [${name('A')}]\n`) })
    await house.whorl.settle()
    expect(await mara.does('read-page', { topic: topic.id })).toMatchObject({ citations: [{ name: name('C') }] })
  })
})
