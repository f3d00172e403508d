import { type Defect, isEmbeddedFile, isFile } from '../pages/index.ts'
import { citationsChecked, type SourceLines } from './check-citations.ts'
import { type NameIndex, nameIndex, wantedKey } from './name-index.ts'
import { nearDuplicates } from './near-duplicates.ts'
import type { ParsedPage } from './parse-page.ts'

/** A page with the resolved path of each of its links, or null. */
export interface VaultPage extends ParsedPage {
  reaches: readonly (string | null)[]
}

/** A missing page that others link to. */
export interface Wanted {
  /** Its most frequent spelling. */
  name: string
  links: number
  from: string[]
}

/** A vault as a whole: links resolved, citations checked, duplicates found. */
export interface Vault {
  pages: readonly VaultPage[]
  sources: ReadonlyMap<string, SourceLines>
  index: NameIndex<ParsedPage>
  wanted: Wanted[]
  /** Pages with nearly the same text or title. */
  alike: { one: ParsedPage; other: ParsedPage; by: 'text' | 'title' }[]
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

/** The parts of a vault: parsed pages, sources by name, and names of other files. */
export interface VaultParts {
  pages: readonly ParsedPage[]
  sources: ReadonlyMap<string, SourceLines>
  otherFiles?: ReadonlySet<string>
  /** Defects found while parsing. */
  defects?: Defect[]
}

/** Links pages and sources into a vault, whether they come from files or rows. */
export function linkPages({ pages, sources, otherFiles = new Set(), defects = [] }: VaultParts): Vault {
  const links = resolveLinks(pages, otherFiles, defects)
  const citations = citationsChecked(pages, sources, links.index, defects)
  const alike = nearDuplicates(pages)
  for (const { one, other, by } of alike) {
    const how = by === 'text' ? 'It says nearly the same as' : 'Its title is nearly that of'
    defects.push({ kind: 'nearly-the-same-page', path: other.path, line: 1, reason: `${how} ${one.path}.` })
  }
  return {
    pages: links.pages,
    sources,
    index: links.index,
    wanted: links.wanted,
    alike,
    defects,
    counts: { pages: pages.length, sources: sources.size, ...links.counts, ...citations },
  }
}

function resolveLinks(parsed: readonly ParsedPage[], otherFiles: ReadonlySet<string>, defects: Defect[]) {
  const index = nameIndex(parsed)
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
  const pages = parsed.map((page): VaultPage => {
    const reaches = page.marks.links.map(({ target, line, embed }) => {
      counts.links++
      const found = target ? index.resolve(target, page.path) : page
      if (found) return found.path
      if (embed ? isEmbeddedFile(target) : isFile(target)) {
        counts.files++
        return otherFiles.has(target.slice(target.lastIndexOf('/') + 1).toLowerCase()) ? target : null
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
    return { ...page, reaches }
  })
  return {
    pages,
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
