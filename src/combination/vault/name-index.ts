import { slugNamed } from '../../ba/index.ts'
import type { NameKind } from '../../knowledge/index.ts'
import { exactName, nameOfFile } from '../../text/index.ts'
import { liesIn, nameMeant, nearest } from '../pages/index.ts'

/** The names of a page: path, title and aliases; of a page of a space, all that its topic has. */
export interface Named {
  path: string
  title: string | null
  aliases: readonly string[]
  names?: readonly { kind: NameKind; name: string }[]
}

/** An index of the names of all pages of a vault. */
export interface NameIndex<Page extends Named> {
  /** The page that a target means on the page at `from`; undefined for a wanted one. */
  resolve(target: string, from?: string): Page | undefined
  /** Aliases of several pages, which name none. */
  shared: ReadonlyMap<string, readonly Page[]>
}

/** The key under which wanted targets are counted together. */
export const wantedKey = (target: string) => slugNamed(target) ?? exactName(target)

/** A page's identity: its file's name without folder and extension. */
export const stemOf = (path: string) => path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '')

/** Indexes the names of pages, which are looked up as links of a space are. */
export function nameIndex<Page extends Named>(pages: Iterable<Page>): NameIndex<Page> {
  const names: Record<NameKind, Names<Page>> = {
    file: new Names(),
    title: new Names(),
    former: new Names(),
    alias: new Names(),
    slug: new Names(),
  }
  for (const page of pages) for (const { kind, name } of page.names ?? namesFrom(page)) names[kind].add(name, page)
  const called = (kind: NameKind, name: string) => names[kind].of(name)
  return {
    resolve: (target, from = '') =>
      nameMeant<Page>(target, {
        called,
        choose: (pages, { isLoose, folders }) => {
          const there = folders ? pages.filter(({ path }) => liesIn(path, folders)) : pages
          return isLoose && there.length > 1 ? undefined : there.length > 1 ? nearest(there, from) : there[0]
        },
      }),
    shared: new Map(names.alias.entries().filter(([, found]) => found.length > 1)),
  }
}

/** The names of a page that is a file. */
function namesFrom({ path, title, aliases }: Named): { kind: NameKind; name: string }[] {
  const own = [nameOfFile(path), ...(title ? [title] : [])]
  return [
    ...own.map((name, n) => ({ kind: n === 0 ? ('file' as const) : ('title' as const), name: exactName(name) })),
    ...aliases.map((name) => ({ kind: 'alias' as const, name: exactName(name) })),
    ...own.map((name) => ({ kind: 'slug' as const, name: slugNamed(name) ?? '' })),
  ]
}

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
