import { looseSlug } from '../../ba/index.ts'

/** The names of a page: path, title and aliases. */
export interface Named {
  path: string
  title: string | null
  aliases: readonly string[]
}

/** An index of the names of all pages of a vault. */
export interface NameIndex<Page extends Named> {
  /** The page that a target means on the page at `from`; undefined for a wanted one. */
  resolve(target: string, from?: string): Page | undefined
  /** Aliases of several pages, which name none. */
  shared: ReadonlyMap<string, readonly Page[]>
}

/** Normalises the case of a name: */
const folded = (name: string) => name.normalize('NFC').trim().toLowerCase()

/** The key under which wanted targets are counted together. */
export const wantedKey = (target: string) => looseSlug(target) || folded(target)

/** A page's identity: its file's name without folder and extension. */
export const stemOf = (path: string) => path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '')

/** Indexes the names of pages; a target is looked up as file stem, slug, title, then alias. */
export function nameIndex<Page extends Named>(pages: Iterable<Page>): NameIndex<Page> {
  const [stems, slugs, titles, aliases] = [new Names<Page>(), new Names<Page>(), new Names<Page>(), new Names<Page>()]
  for (const page of pages) {
    const stem = stemOf(page.path)
    stems.add(folded(stem), page)
    slugs.add(looseSlug(stem), page)
    if (page.title) titles.add(folded(page.title), page)
    for (const alias of page.aliases) aliases.add(folded(alias), page)
  }
  return {
    resolve: (target, from) => {
      const name = folded(target.replace(/\.md$/i, ''))
      if (!name) return undefined
      const stem = name.slice(name.lastIndexOf('/') + 1)
      const inFolder = stem === name ? stems.of(stem) : stems.of(stem).filter(({ path }) => endsWith(path, name))
      // Most links name a file stem, so the other names are looked up only if that fails.
      const named = found(inFolder) ?? found(slugs.of(looseSlug(name))) ?? found(titles.of(name))
      if (named) return nearest(named, from)
      const [only, other] = aliases.of(name)
      return other ? undefined : only
    },
    shared: new Map(aliases.entries().filter(([, found]) => found.length > 1)),
  }
}

const found = <Page>(pages: Page[]) => (pages.length > 0 ? pages : undefined)

/** A multimap from names to pages. */
class Names<Page> {
  #pages = new Map<string, Page | Page[]>()
  add(name: string, page: Page): void {
    const there = this.#pages.get(name)
    if (!name || there === page) return
    if (there === undefined) this.#pages.set(name, page)
    else if (!Array.isArray(there)) this.#pages.set(name, [there, page])
    else if (!there.includes(page)) there.push(page)
  }
  of(name: string): Page[] {
    const found = this.#pages.get(name)
    return found === undefined ? [] : Array.isArray(found) ? found : [found]
  }
  entries(): [string, Page[]][] {
    return [...this.#pages.keys()].map((name) => [name, this.of(name)])
  }
}

const endsWith = (path: string, name: string) =>
  `/${folded(path.replace(/\.md$/i, ''))}`.endsWith(`/${name.replace(/^(?:\.{0,2}\/)+/, '')}`)

/** Of pages with one name, the nearest: most common folders, then the shortest path. */
function nearest<Page extends Named>(pages: Page[], from = ''): Page | undefined {
  if (pages.length === 1) return pages[0]
  const common = ({ path }: Page) => {
    const [one, other] = [path.split('/').slice(0, -1), from.split('/').slice(0, -1)]
    const apart = one.findIndex((folder, n) => folder !== other[n])
    return apart < 0 ? one.length : apart
  }
  return [...pages].sort(
    (a, b) => common(b) - common(a) || a.path.length - b.path.length || (a.path < b.path ? -1 : 1),
  )[0]
}
