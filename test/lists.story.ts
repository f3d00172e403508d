/** Lists end: a space that holds much is given a page at a time, by every act that reads it. */
import { beforeAll, expect, test } from 'vitest'
import { acts } from '../src/acts.ts'
import { type House, openHouse, type Somebody } from './house.ts'

const [TOPICS, QUESTIONS, PEOPLE] = [700, 1300, 600]
const MOST_BYTES = 256 * 1024
const wide = (n: number) => `${String(n).padStart(5, '0')} ${'とても長い言葉 and more of it, '.repeat(6)}`

let house: House
let mara: Somebody
let first = ''
let source = ''

beforeAll(async () => {
  house = await openHouse()
  mara = await house.comes('Mara', 'owner')
  const { topic } = await mara.does('start-topic', { title: 'A first topic' })
  first = topic.id
  const at = (n: number) => new Date(Date.parse(house.now()) + n).toISOString()
  const space_id = house.space.id
  const area_id = 'open'
  await house.whorl.store.write(async ({ db }) => {
    for (let n = 0; n < TOPICS; n++) {
      const id = `topic-${String(n).padStart(5, '0')}`
      const title = wide(n)
      const names = { slug: id, title, folded: title.toLowerCase() }
      await db
        .insertInto('topic')
        .values({ space_id, id, area_id, ...names, started_by: null, started_at: at(n) })
        .execute()
    }
    for (let n = 0; n < QUESTIONS; n++) {
      const none = { shown_conversion: null, told_conversion: null, asked_as: null }
      const asked = {
        id: `question-${String(n).padStart(5, '0')}`,
        words: wide(n),
        asked_by: mara.id,
        asked_at: at(n % 400),
      }
      await db
        .insertInto('question')
        .values({ space_id, area_id, topic_id: first, ...asked, ...none })
        .execute()
    }
    for (let n = 0; n < PEOPLE; n++) {
      const id = `person-${String(n).padStart(5, '0')}`
      const flag = house.whorl.store.kind === 'sqlite' ? 0 : false
      const times = { created_at: house.now(), updated_at: house.now() }
      const person = {
        id,
        name: wide(n).slice(0, 60),
        email: `${id}@example.org`,
        email_verified: flag,
        image: null,
        ...times,
      }
      await db
        .insertInto('person')
        .values(person as never)
        .execute()
      await db
        .insertInto('membership')
        .values({ space_id, person_id: id, role: 'member', since: at(n) })
        .execute()
    }
  })
  const text = Array.from({ length: 12_000 }, (_, n) => `Line ${n} ${'words '.repeat(10)}`).join('\n')
  source = (await mara.does('import-source', { name: 'long.md', text: `${text}\n${'x'.repeat(400_000)}` })).source
  const body = Array.from(
    { length: 6000 },
    (_, n) => `Paragraph ${n} rests on it ^[long.md:${n + 1}] and [[wanted ${n}]].`,
  )
  await mara.does('import-page', { markdown: `---\ntitle: A long page\n---\n\n${body.join('\n\n')}\n` })
  await house.whorl.settle()
}, 300_000)

/** What each reading act is asked with, where it needs to be told something. */
const inputs = (): Record<string, Record<string, unknown>> => ({
  'list-questions': { topic: first },
  'list-claims': { topic: first },
  'list-differences': { topic: first },
  'list-parts': { topic: 'a-long-page' },
  'topic-care': { topic: first },
  'who-knows': { topic: first },
  'read-page': { topic: 'a-long-page' },
  'read-page-text': { topic: 'a-long-page' },
  'page-history': { topic: 'a-long-page' },
  'page-version': { topic: 'a-long-page', version: 1 },
  'merge-page-text': { topic: 'a-long-page', version: 1, markdown: '# Another text\n\nAll of it.\n' },
  'preview-page': {
    topic: first,
    markdown: Array.from({ length: 15_000 }, (_, n) => `A [[word ${n}]] in a row.`).join('\n\n'),
  },
  neighbourhood: { topic: 'a-long-page' },
  'topic-spiral': { topic: first },
  'what-helped': { topic: first },
  'read-source': { source },
  'source-file': { source },
  'export-files': { as: 'vault' },
  'complete-link': { topic: first, words: 'a' },
  'complete-citation': { topic: first, words: 'long' },
  'what-was-said': { words: 'What is line 17?' },
  search: { words: 'paragraph', limit: 50 },
  fetch: { id: `source:${source}` },
})

/** Those that show one thing of which there is none here. */
const ofOneThing = ['read-scan', 'read-story', 'reveal', 'lineage', 'compare-source']

type Read = { next?: string | null; [name: string]: unknown }

async function* pagesOf(name: string, input: object): AsyncGenerator<Read> {
  for (let after: string | null | undefined; after !== null; ) {
    const page = (await mara.does(name as 'list-topics', { ...input, ...(after && { after }) })) as Read
    yield page
    after = page.next ?? null
  }
}

for (const act of acts.filter(({ reads, name }) => reads && !ofOneThing.includes(name)))
  test(`No answer of ${act.name} is over 256 KB, and it ends`, async () => {
    for await (const page of pagesOf(act.name, inputs()[act.name] ?? {}))
      expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(MOST_BYTES)
  }, 120_000)

test('A list is whole and in order when it is read by its pages, also when rows come meanwhile', async () => {
  const titles: string[] = []
  let n = 0
  for await (const page of pagesOf('list-topics', { most: 150 })) {
    titles.push(...(page.topics as { title: string }[]).map(({ title }) => title))
    await mara.does('start-topic', { title: `00000 came meanwhile ${n++}` })
  }
  const kept = titles.filter((title) => !title.includes('came meanwhile'))
  expect(kept).toHaveLength(TOPICS + 2)
  expect(new Set(titles).size).toBe(titles.length)
  expect(titles.map((title) => title.toLowerCase())).toEqual(titles.map((title) => title.toLowerCase()).sort())
  const asked: string[] = []
  for await (const page of pagesOf('list-questions', { most: 200 })) {
    asked.push(...(page.questions as { id: string }[]).map(({ id }) => id))
    await mara.does('ask', { topic: first, words: `Meanwhile ${n++}?` })
  }
  expect(new Set(asked).size).toBe(asked.length)
  expect(asked.filter((id) => id.startsWith('question-'))).toHaveLength(QUESTIONS)
})

test('Topics are found by words of their titles, without regard to case and accents, what begins with them first', async () => {
  for (const title of ['Über uns', 'All über it', 'Uber alles']) await mara.does('start-topic', { title })
  const { topics } = await mara.does('list-topics', { words: 'uber' })
  expect(topics.map(({ title }) => title)).toEqual(['Uber alles', 'Über uns', 'All über it'])
  expect((await mara.does('list-topics', { words: '100% _' })).topics).toEqual([])
})

test('The parts of a page, a source and a file, put together, are what was brought', async () => {
  const lines = new Map<number, string>()
  let [markdown, bytes] = ['', '']
  for await (const page of pagesOf('read-page-text', { topic: 'a-long-page' })) markdown += page.markdown
  expect(markdown).toContain('Paragraph 5999 rests on it')
  for await (const page of pagesOf('read-source', { source }))
    for (const { n, text } of page.lines as { n: number; text: string }[]) lines.set(n, (lines.get(n) ?? '') + text)
  expect(lines.get(12_001)).toBe('x'.repeat(400_000))
  for await (const page of pagesOf('source-file', { source })) bytes += page.bytes
  expect(Buffer.from(bytes, 'base64').toString().split('\n')).toEqual([...lines.values()])
  const [inPart] = (await mara.does('read-source', { source, fromLine: 11_990 })).lines
  expect(inPart?.n).toBe(11_990)
})

test('Parts of two versions of a page are never put together', async () => {
  const { next } = await mara.does('read-page-text', { topic: 'a-long-page' })
  const whole = '---\ntitle: A long page\n---\n\nShort now.\n'
  await mara.does('edit-page', { topic: 'a-long-page', version: 1, markdown: whole })
  const refusal = await mara.isRefused('read-page-text', { topic: 'a-long-page', after: next })
  expect(refusal.kind).toBe('clash')
  const wrong = await mara.isRefused('list-topics', { after: 'nowhere' })
  expect([wrong.kind, wrong.field]).toEqual(['unfit', 'after'])
})
