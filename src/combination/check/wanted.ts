import { looseSlug } from '../../ba/index.ts'
import { plainWords } from '../../knowledge/index.ts'
import { exactName, type LinkMark, overComments } from '../../text/index.ts'
import { type ParsedPage, stemOf, wantedKey } from '../vault/index.ts'
import type { DocumentsToCheck, DocumentToCheck } from './documents-to-check.ts'
import { type Change, type Problem, shown } from './problem.ts'

type Wanting = { item: DocumentToCheck; link: LinkMark }

/** Finds link targets without a page, the most wanted first, with the page that may be meant. */
export function wantedPages(all: DocumentsToCheck): Problem[] {
  const { vault, documents } = all
  const shared = new Set([...vault.index.shared.keys()].map(wantedKey))
  const wanted = new Map(
    vault.wanted
      .filter(({ name }) => !shared.has(wantedKey(name)))
      .map(({ name }) => [wantedKey(name), [] as Wanting[]]),
  )
  const reaches = new Map(vault.pages.map((page) => [page.path, page.reaches]))
  for (const item of documents)
    for (const [n, link] of (item.page?.marks.links ?? []).entries())
      if (reaches.get(item.document.path)?.[n] === null) wanted.get(wantedKey(link.target))?.push({ item, link })
  const called = byNearlyTheName(vault.pages)
  const read = new Map<DocumentToCheck, string>()
  const readable = (item: DocumentToCheck) => {
    const text = read.get(item) ?? overComments(item.text)
    read.set(item, text)
    return text
  }
  return vault.wanted.flatMap(({ name, from }) => {
    const wanting = wanted.get(wantedKey(name)) ?? []
    const [first] = wanting
    if (!first) return []
    const meant = called(name)
    const changes = meant ? [aliasFor(meant, name)] : movedLinks(wanting, all)
    const pages = from.length === 1 ? 'One page links' : `${from.length} pages link`
    return [
      {
        rule: 'wanted-page' as const,
        path: first.item.document.path,
        line: first.link.line,
        toLine: first.link.line,
        says: `${pages} to “${shown(name, 80)}”, and nobody has written that page.`,
        words: shown(plainWords(lineAround(readable(first.item), first.link.at))),
        wanted: name,
        mend: meant
          ? `Give “${meant.title}” (${meant.path}) the alias “${name}”.`
          : changes.length > 0
            ? 'Let the link name the page where it is now.'
            : 'Ask who can say what it is.',
        ...(changes.length > 0 && { changes }),
      },
    ]
  })
}

/** The line around an offset. */
const lineAround = (text: string, at: number) => text.slice(text.lastIndexOf('\n', at) + 1).split(/\r?\n/, 1)[0] ?? ''

const aliasFor = (page: ParsedPage, alias: string): Change => ({
  kind: 'alias',
  path: page.path,
  alias,
  says: `“${page.title}” is now also called “${alias}”.`,
})

/**
 * Returns a function that finds the only page whose name differs from a given one by number or
 * case.
 */
function byNearlyTheName(pages: readonly ParsedPage[]): (name: string) => ParsedPage | null {
  const called = new Map<string, Set<ParsedPage>>()
  for (const page of pages) {
    for (const name of [stemOf(page.path), page.title, ...page.aliases]) {
      const key = singular(name)
      const there = called.get(key) ?? new Set()
      if (key) called.set(key, there.add(page))
    }
  }
  return (name) => {
    if (/[|[\]#^/\\\n]/.test(name) || !name.isWellFormed()) return null
    const [only, other] = called.get(singular(name)) ?? []
    return only && !other ? only : null
  }
}

/** A name's words in the English singular. */
const singular = (name: string) =>
  looseSlug(name)
    .split('-')
    .map((word) =>
      /^[a-z]{4,}s$/.test(word)
        ? word
            .replace(/(?<=[a-z]{2})ies$/, 'y')
            .replace(/(?<=x|ch|sh|ss|z)es$/, '')
            .replace(/(?<=[^siu])s$/, '')
        : word,
    )
    .join('-')

/** Changes links with a wrong folder to the name alone, if that leads to one page. */
function movedLinks(wanting: readonly Wanting[], { vault }: DocumentsToCheck): Change[] {
  return wanting.flatMap(({ item, link }) => {
    const last = link.target.slice(link.target.lastIndexOf('/') + 1)
    const page = last === link.target ? undefined : vault.index.resolve(last, item.document.path)
    if (!page || vault.pages.filter(({ path }) => exactName(stemOf(path)) === exactName(last)).length > 1) return []
    const at = item.text.indexOf(link.target, link.at)
    if (at < 0 || at > link.at + 6) return []
    const says = `[[${link.target}]] is now [[${last}]].`
    return [{ kind: 'words' as const, path: item.document.path, at, old: link.target, new: last, says }]
  })
}
