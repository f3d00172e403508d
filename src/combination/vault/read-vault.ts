import { type Marks, readBytes, readFields, scanMarks, splitPage } from '../documents/index.ts'
import { type Defect, defectsOfBody, defectsOfNames, isEmbeddedFile, isFile } from '../pages/index.ts'
import { citationsChecked, type SourceLines } from './check-citations.ts'
import { type Named, type NameIndex, nameIndex, stemOf, wantedKey } from './name-index.ts'
import { nearDuplicates, type Sketch, sketch } from './near-duplicates.ts'

/** A file as it came: its path below the vault, and its bytes. */
export interface VaultFile {
  path: string
  bytes: Uint8Array
}

/** A page of a vault: how it is named, what it links to and cites, and where each link leads. */
export interface VaultPage extends Named {
  path: string
  title: string
  aliases: string[]
  fields: ReadonlyMap<string, unknown>
  marks: Marks
  sketch: Sketch | null
  /** For each link the path of the page it reaches, or null. */
  reaches: (string | null)[]
}

/** A page that others link to and that is not there. */
export interface Wanted {
  /** As it is most often written. */
  name: string
  links: number
  from: string[]
}

/** Who is told the texts of a vault as they are read. */
export interface Told {
  page?: (page: VaultPage, text: string) => void
  source?: (name: string, text: string) => void
}

/** A vault as read: nothing in it stops the rest. */
export interface Vault {
  pages: VaultPage[]
  sources: ReadonlyMap<string, SourceLines>
  index: NameIndex<VaultPage>
  wanted: Wanted[]
  /** Pages that say nearly the same, or are called so. */
  alike: { one: VaultPage; other: VaultPage; by: 'text' | 'title' }[]
  defects: Defect[]
  counts: {
    pages: number
    sources: number
    links: number
    citations: number
    footnotes: number
    dangling: number
    files: number
  }
}

/**
 * Reads a vault — one in our folders, or Obsidian's with pages anywhere — from its files: links are resolved, citations
 * are checked against the sources that are there and the lines they have, dirt is named. Texts are not kept: who wants
 * them is told them, a page's with the page, a source's with its name.
 */
export function readVault(files: Iterable<VaultFile>, told: Told = {}): Vault {
  const defects: Defect[] = []
  const pages: VaultPage[] = []
  const sources = new Map<string, SourceLines>()
  const others = new Set<string>()
  for (const { path, bytes } of files) {
    const name = path.replaceAll('\\', '/')
    if (!/\.md$/i.test(name)) {
      others.add(name.slice(name.lastIndexOf('/') + 1).toLowerCase())
      continue
    }
    const words = readBytes(bytes)
    if ('fault' in words) defects.push({ kind: 'unreadable', path: name, line: 1, reason: words.fault })
    else {
      if (words.encoding)
        defects.push({ kind: 'not-utf-8', path: name, line: 1, reason: `It is not UTF-8; read as ${words.encoding}.` })
      const source = /^sources\/(.+)$/i.exec(name)?.[1]
      if (source) {
        sources.set(source.normalize('NFC'), { lines: countLines(words.text) })
        told.source?.(source.normalize('NFC'), words.text)
      } else if (!/^(?:wiki\/index|log)\.md$/i.test(name)) {
        const page = readVaultPage(name, words.text, defects)
        pages.push(page)
        told.page?.(page, words.text)
      }
    }
  }
  const links = resolveAll(pages, others, defects)
  const citations = citationsChecked(pages, sources, links.index, defects)
  const alike = nearDuplicates(pages)
  for (const { one, other, by } of alike) {
    const how = by === 'text' ? 'It says nearly the same as' : 'Its title is nearly that of'
    defects.push({ kind: 'nearly-the-same-page', path: other.path, line: 1, reason: `${how} ${one.path}.` })
  }
  return {
    pages,
    sources,
    index: links.index,
    wanted: links.wanted,
    alike,
    defects,
    counts: { pages: pages.length, sources: sources.size, ...links.counts, ...citations },
  }
}

function readVaultPage(path: string, text: string, defects: Defect[]): VaultPage {
  const { open, front, close, body } = splitPage(text)
  const { fields, fault } = readFields(front)
  if (fault) defects.push({ kind: 'broken-front-matter', path, line: 1, reason: `Its front matter is ${fault}.` })
  const title = fields.get('title')
  const aliases = namesIn(fields.get('aliases') ?? fields.get('alias'))
  for (const defect of defectsOfNames(title, aliases)) defects.push({ path, line: 1, ...defect })
  const bodyLine = close ? countLines(text.slice(0, text.length - body.length)) + 1 : 1
  for (const defect of defectsOfBody(body, bodyLine)) defects.push({ path, ...defect })
  const [above, below] = [scanMarks(front, 2, open.length), scanMarks(body, bodyLine, text.length - body.length)]
  const links = above.links.length ? [...above.links, ...below.links] : below.links
  return {
    path,
    title: typeof title === 'string' && title.trim() ? title.trim() : stemOf(path),
    aliases,
    fields,
    marks: { links, citations: below.citations },
    sketch: sketch(body),
    reaches: [],
  }
}

/** Names in a list or, as Obsidian once had it, in one text with commas. */
function namesIn(value: unknown): string[] {
  const list = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',').map((one) => one.trim()) : []
  return list.filter((one) => typeof one === 'string' || typeof one === 'number').map(String)
}

function resolveAll(pages: VaultPage[], others: ReadonlySet<string>, defects: Defect[]) {
  const index = nameIndex(pages)
  const wanted = new Map<string, { spellings: Map<string, number>; from: Set<string>; links: number }>()
  const counts = { links: 0, dangling: 0, files: 0 }
  for (const [alias, shared] of index.shared) {
    const [first] = shared
    if (first)
      defects.push({
        kind: 'alias-of-several-pages',
        path: first.path,
        line: 1,
        reason: `${shared.length} pages have the alias “${alias}”: it names none.`,
      })
  }
  for (const page of pages) {
    page.reaches = page.marks.links.map(({ target, line, embed }) => {
      counts.links++
      const found = target ? index.resolve(target, page.path) : page
      if (found) return found.path
      if (embed ? isEmbeddedFile(target) : isFile(target)) {
        counts.files++
        return others.has(target.slice(target.lastIndexOf('/') + 1).toLowerCase()) ? target : null
      }
      counts.dangling++
      const key = wantedKey(target)
      const entry = wanted.get(key) ?? { spellings: new Map(), from: new Set(), links: 0 }
      entry.links++
      entry.from.add(page.path)
      entry.spellings.set(target, (entry.spellings.get(target) ?? 0) + 1)
      wanted.set(key, entry)
      defects.push({ kind: 'dangling-link', path: page.path, line, reason: `No page is called “${target}” yet.` })
      return null
    })
  }
  return {
    index,
    counts,
    wanted: [...wanted.values()].map(asWanted).sort((a, b) => b.links - a.links || (a.name < b.name ? -1 : 1)),
  }
}

function asWanted({
  spellings,
  from,
  links,
}: {
  spellings: Map<string, number>
  from: Set<string>
  links: number
}): Wanted {
  const [name = ''] = [...spellings].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0] ?? []
  return { name, links, from: [...from] }
}

/** Lines as an editor numbers them: a last line end opens none. */
function countLines(text: string): number {
  let lines = text === '' || text.endsWith('\n') ? 0 : 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
