import { slugNamed } from '../../ba/index.ts'
import type { NameKind } from '../../knowledge/index.ts'
import { exactName } from '../../text/index.ts'
import { withoutEnding } from './link-targets.ts'

/**
 * The ways in which a page is called, the first that fits counts: exactly by its file or title, by
 * a former title, by an alias, by a slug.
 */
const WAYS: readonly (readonly NameKind[])[] = [['file', 'title'], ['former'], ['alias'], ['slug']]

/** The pages among which a name is looked up. */
export interface Pages<Page> {
  /** Those that are called so in this way; a name is given in its compared form. */
  called: (kind: NameKind, name: string) => readonly Page[]
  /**
   * Which of several a link means, if any: an alias or slug of several means none, and `folders`
   * stand before the name.
   */
  choose: (pages: readonly Page[], way: { isLoose: boolean; folders: string }) => Page | undefined
}

/** A target in the forms by which it is looked up: whole, and behind the folders before it. */
function readings(target: string): { name: string; folders: string }[] {
  const name = withoutEnding(target.replaceAll('\\', '/'))
  const cut = name.lastIndexOf('/')
  const whole = { name, folders: '' }
  return cut < 0 ? [whole] : [whole, { name: name.slice(cut + 1), folders: name.slice(0, cut) }]
}

/** All compared forms of the names of links, by which their pages can be looked up at once. */
export const formsOf = (targets: readonly string[]): string[] => [
  ...new Set(targets.flatMap(readings).flatMap(({ name }) => [exactName(name), slugNamed(name) ?? ''].filter(Boolean))),
]

/**
 * The page that a link's name means; undefined for a wanted one. Every door resolves links by this:
 * pages of a space, folders, checks, exports, agents.
 */
export function nameMeant<Page>(target: string, { called, choose }: Pages<Page>): Page | undefined {
  for (const { name, folders } of readings(target)) {
    for (const way of WAYS) {
      const form = way[0] === 'slug' ? slugNamed(name) : exactName(name)
      if (!form) continue
      const pages = [...new Set(way.flatMap((kind) => called(kind, form)))]
      const page =
        pages.length > 0 ? choose(pages, { isLoose: way[0] === 'alias' || way[0] === 'slug', folders }) : undefined
      if (page) return page
    }
  }
  return undefined
}

/** Whether a file lies in such folders: `notes/2024/Sync.md` in `2024`. */
export const liesIn = (path: string, folders: string): boolean =>
  `/${exactName(path.slice(0, path.lastIndexOf('/') + 1))}`.endsWith(
    `/${exactName(folders).replace(/^(?:\.{0,2}\/)+/, '')}/`,
  )

/** Of pages with one name, the nearest: most common folders, then the shortest path. */
export function nearest<Page extends { path: string }>(pages: readonly Page[], from: string): Page | undefined {
  const common = ({ path }: Page) => {
    const [one, other] = [path.split('/').slice(0, -1), from.split('/').slice(0, -1)]
    const apart = one.findIndex((folder, n) => folder !== other[n])
    return apart < 0 ? one.length : apart
  }
  return [...pages].sort(
    (a, b) => common(b) - common(a) || a.path.length - b.path.length || (a.path < b.path ? -1 : 1),
  )[0]
}
