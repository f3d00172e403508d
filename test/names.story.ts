/** One name leads to one page, at every door: in a space, a folder, a check, a site, an export, and to an agent. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slugNamed } from '../src/ba/index.ts'
import { nameIndex, wantedKey } from '../src/combination/index.ts'
import { parsePage } from '../src/combination/vault/parse-page.ts'
import { openHouse, type Somebody } from './house.ts'

/** Names that are alike, as titles or as what links say. */
const alike = [
  ...['C', 'C++', 'C#', 'F#', 'F', '.NET', 'NET', 'Node.js', 'Nodejs', 'AT&T', 'ATT', 'R&D', 'RD', '10:30', '1030'],
  ...['Release 1.1', 'Release 11', '1.10', '1.1', '007', '7', 'No', 'True', '2024-05-01', 'O’Brien', 'OBrien'],
  ...['Cache purge', 'cache-purge', 'Cache: purge?', 'Überlauf: was tun?', 'Café', 'Cafe', '知識', 'a/b', 'b'],
]

interface Page {
  path: string
  text: string
}

/** Up to eight pages, with a title in their fields, as a heading, or as their files' name alone, that link to all names. */
const vaults = fc.uniqueArray(fc.constantFrom(...alike), { minLength: 2, maxLength: 8 }).chain((titles) =>
  fc.tuple(...titles.map((title) => pageOf(title))).map((pages) => {
    const paths = new Set<string>()
    return pages.filter(({ path }) => !paths.has(path.toLowerCase()) && paths.add(path.toLowerCase()))
  }),
)

const body = alike.map((name) => `[[${name}]]`).join('\n')

const pageOf = (title: string): fc.Arbitrary<Page> =>
  fc.constantFrom('field', 'heading', 'file').map((how) => {
    const canBeFile = !/^\.|[#/:?]/.test(title)
    const file = how === 'file' && canBeFile
    // Files of macOS have names decomposed.
    const stem = file ? title.normalize('NFD') : `page ${alike.indexOf(title)}`
    const head = file ? '' : how === 'heading' ? `# ${title}\n\n` : `---\ntitle: ${JSON.stringify(title)}\n---\n\n`
    return { path: `notes/${stem}.md`, text: `${head}${body}\n` }
  })

test('Every door leads each name to the same page', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'owner')
  await house.mayMakeSpaces(mara)
  let spaces = 0
  const spaceWith = async (files: readonly Page[]) => {
    const { slug } = await mara.does('create-space', { name: `Space ${++spaces}` })
    const here = house.here(mara, slug)
    await here.does('import-files', { files: [...files], from: 'vault' })
    return here
  }
  await fc.assert(
    fc.asyncProperty(vaults, async (files) => {
      const meant = inFolder(files)
      const here = await spaceWith(files)
      expect(await inSpace(here)).toEqual(meant)
      expect(await wantedOf(here)).toEqual(keysOf(alike.filter((name) => meant[name] === null)))
      expect(await onSite(here)).toEqual(meant)
      const telling = alike.filter((name) => slugNamed(name) === null && !name.includes('/'))
      expect(await byAgent(here, telling)).toEqual(telling.map((name) => meant[name]))
      // What goes out comes in again elsewhere as the same pages, with the same ways between them.
      const again = await spaceWith((await exported(here, 'vault')).filter(({ path }) => path.startsWith('wiki/')))
      expect(await inSpace(again)).toEqual(meant)
    }),
    { numRuns: 12 },
  )
})

type Ways = Record<string, string | null>

const sorted = (ways: readonly (readonly [string, string | null])[]): Ways =>
  Object.fromEntries([...ways].sort(([one], [other]) => (one < other ? -1 : 1)))

/** As a folder is checked. */
function inFolder(files: readonly Page[]): Ways {
  const pages = files.map(({ path, text }) => parsePage(path, text).page)
  const { resolve } = nameIndex(pages)
  return sorted(alike.map((name) => [name, resolve(name)?.title.normalize('NFC') ?? null]))
}

async function inSpace(here: Somebody): Promise<Ways> {
  const { topics } = await here.does('list-topics', { most: 200 })
  const titles = new Map(topics.map(({ path, title }) => [path, title.normalize('NFC')]))
  const { links } = await here.does('read-page', { topic: topics[0]?.id ?? '' })
  return sorted(Object.entries(links).map(([name, path]) => [name, path && (titles.get(path) ?? path)]))
}

/** What the check says is wanted, by the keys under which names are wanted together. */
async function wantedOf(here: Somebody): Promise<string[]> {
  const { kinds } = await here.does('check-pages', { kind: 'wanted-page', most: 200 })
  return keysOf(kinds.flatMap(({ problems }) => problems.flatMap((one) => one.wanted ?? [])))
}

const keysOf = (names: readonly string[]) => [...new Set(names.map(wantedKey))].sort()

/** The text of every part of an export. */
async function exported(here: Somebody, as: 'vault' | 'site'): Promise<Page[]> {
  const files = new Map<string, string>()
  for (let after: string | null = ''; after !== null; ) {
    const part: Awaited<ReturnType<typeof once>> = await once(after)
    for (const { path, text } of part.files) files.set(path, (files.get(path) ?? '') + text)
    after = part.next
  }
  return [...files].map(([path, text]) => ({ path, text }))
  function once(from: string) {
    return here.does('export-files', { as, ...(from && { after: from }) })
  }
}

const LINK = /<a href="([^"#]*)"[^>]*>([^<]*)<\/a>|<span class="wanted"[^>]*>([^<]*)<\/span>/g
const plain = (html: string) =>
  html.replace(/&#(x?)([\da-f]+);/gi, (_, hex, code) => String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10)))

async function onSite(here: Somebody): Promise<Ways> {
  const pages = (await exported(here, 'site')).filter(({ path }) => path.startsWith('pages/'))
  const titles = new Map(
    pages.map(({ path, text }) => [path, plain(/<h1>(.*?)<\/h1>/s.exec(text)?.[1] ?? '').normalize('NFC')]),
  )
  const [first] = pages
  const article = /<\/h1>(.*?)<footer>/s.exec(first?.text ?? '')?.[1] ?? ''
  return sorted(
    [...article.matchAll(LINK)].map(([, href, words, wanted]) => [
      plain(words ?? wanted ?? ''),
      href === undefined ? null : (titles.get(decodeURIComponent(href).replace(/^(?:\.\.\/)+/, '')) ?? href),
    ]),
  )
}

/** Names that a sign tells apart, as an agent names a topic: exactly. */
async function byAgent(here: Somebody, titles: readonly string[]): Promise<(string | null)[]> {
  return Promise.all(
    titles.map(async (topic) =>
      here.does('read-page', { topic }).then(
        (read) => read.topic.title.normalize('NFC'),
        () => null,
      ),
    ),
  )
}
