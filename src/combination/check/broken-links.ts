import { exactName, type MarkdownLink, markdownLinks } from '../../text/index.ts'
import { bareOf, pathFrom, wayFrom } from '../pages/index.ts'
import type { DocumentsToCheck, DocumentToCheck } from './documents-to-check.ts'
import { fragile } from './fragile-links.ts'
import { type Change, type Problem, shown } from './problem.ts'

/** The result of following a folder's Markdown links. */
export interface Followed {
  problems: Problem[]
  /** The number of links within the folder. */
  links: number
  /** The paths that are linked to from another document. */
  reached: ReadonlySet<string>
}

const DOCUMENT = /\.(?:md|mdx|markdown|mdown|mkd|erb)$/i

/** Follows every Markdown link from document to document. */
export function followLinks(all: DocumentsToCheck): Followed {
  const places = new Places(all.documents)
  const reached = new Set<string>()
  const problems: Problem[] = []
  let links = 0
  for (const item of all.documents) {
    const text = item.text || item.document.lines.join('\n')
    for (const link of markdownLinks(text)) {
      const path = pathFrom(item.document.path, link.target)
      if (path === null) continue
      links++
      const there = places.at(path)
      // Pages of a space have no folders; there a link reaches the only page of its name.
      const reaches = there ?? places.nowOf(path)
      if (reaches && reaches !== item.document.path) reached.add(reaches)
      if (there !== undefined) problems.push(...fragile(link, item, path, there))
      if (there === undefined && DOCUMENT.test(path) && !link.target.startsWith('/') && !all.exists(path))
        problems.push(broken(link, item, places.nowOf(path)))
    }
  }
  return { problems, links, reached }
}

function broken(
  { target, written, line, at }: MarkdownLink,
  { document, text }: DocumentToCheck,
  now: string | null,
): Problem {
  const way = now && wayFrom(document.path, now)
  const change: Change[] =
    way && text
      ? [
          {
            kind: 'words',
            path: document.path,
            at,
            old: written,
            new: way,
            says: `The link to ${target} now leads to ${way}.`,
          },
        ]
      : []
  return {
    rule: 'broken-link',
    path: document.path,
    line,
    toLine: line,
    says: `It links to ${shown(target, 120)}, and there is no such file.`,
    words: shown(document.lines[line - 1] ?? ''),
    mend: way ? `Link to ${way}, the one page of that name.` : 'Link to where it is now, or take the link out.',
    ...(change.length > 0 && { changes: change }),
  }
}

/** An index of documents by path, and by name for moved ones. */
class Places {
  #exact = new Map<string, string>()
  #bare = new Map<string, string>()
  #names = new Map<string, Set<string>>()
  constructor(documents: readonly DocumentToCheck[]) {
    for (const { document, page } of documents) {
      const { path } = document
      this.#exact.set(path.normalize('NFC'), path)
      const bare = bareOf(path)
      this.#bare.set(bare, path)
      if (/(?:^|\/)(?:index|readme)$/.test(bare)) this.#bare.set(bare.replace(/\/?(?:index|readme)$/, ''), path)
      const stem = bare.slice(bare.lastIndexOf('/') + 1)
      if (!/^(?:index|readme|summary|changelog)$/.test(stem))
        for (const name of new Set([stem, ...(page?.aliases ?? [])].map(exactName))) this.#named(name).add(path)
    }
  }
  at(path: string): string | undefined {
    return this.#exact.get(path) ?? this.#bare.get(bareOf(path))
  }
  /** The only document with the name at the end of a path, or null. */
  nowOf(path: string): string | null {
    const bare = bareOf(path)
    const [only, other] = this.#named(exactName(bare.slice(bare.lastIndexOf('/') + 1)))
    return only !== undefined && other === undefined ? only : null
  }
  #named(name: string): Set<string> {
    const there = this.#names.get(name) ?? new Set()
    if (name) this.#names.set(name, there)
    return there
  }
}
