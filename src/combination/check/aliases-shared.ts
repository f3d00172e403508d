import type { DocumentsToCheck } from './documents-to-check.ts'
import type { Problem } from './problem.ts'

const MOST_NAMED = 3

/** Finds aliases of several pages, which lead to none of them. */
export function ambiguousAliases({ vault, documents }: DocumentsToCheck): Problem[] {
  const texts = new Map(documents.map(({ document, text }) => [document.path, text]))
  return [...vault.index.shared].flatMap(([alias, pages]) => {
    const [first] = pages
    // A page of exactly that name wins.
    if (!first || vault.index.resolve(alias)) return []
    const named = pages.slice(0, MOST_NAMED).map(({ title }) => `“${title}”`)
    const rest = pages.length - named.length
    const line = lineOf(texts.get(first.path) ?? '', alias)
    return [
      {
        rule: 'ambiguous-alias' as const,
        path: first.path,
        line,
        toLine: line,
        says: `The alias “${alias}” is that of ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}: it leads to none.`,
        words: alias,
        mend: 'Leave it to the page that people mean by it, and have links to the others say their titles.',
      },
    ]
  })
}

/** The line of an alias in the text, or the first. */
function lineOf(text: string, alias: string): number {
  const front = text.toLowerCase()
  const at = front.indexOf(alias, Math.max(0, front.search(/^aliases?:/m)))
  return at < 0 ? 1 : text.slice(0, at).split('\n').length
}
