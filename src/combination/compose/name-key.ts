import { phraseWords } from './phrases.ts'

/**
 * The key under which spellings of one name are equal: `Cache purge`, `The cache purges` and
 * `cache-purge`; `C++` is not `C`.
 */
export const nameKey = (name: string): string =>
  phraseWords(
    name
      .trim()
      .replace(/^(?:an?|the)\s+/i, '')
      .replace(/(?<=\p{L})[-_/](?=\p{L})/gu, ' '),
  )
    .join(' ')
    .toLowerCase()

const MOST_KNOWN = 50_000
const known = new Map<string, string[]>()

/** The keys of a topic's names: its title with and without a bracketed suffix, and its aliases. */
export function keysOf(title: string, aliases: readonly string[] = []): string[] {
  if (aliases.length > 0) return keysOfNames([...titles(title), ...aliases.filter((alias) => alias.length > 2)])
  const there = known.get(title)
  if (there) return there
  // Cached, since each page asks for the names of all others.
  if (known.size >= MOST_KNOWN) known.clear()
  const keys = keysOfNames(titles(title))
  known.set(title, keys)
  return keys
}

const titles = (title: string) => [title, title.replace(/(?<!\s)\s*\([^()]*\)\s*$/, '')]

const keysOfNames = (names: readonly string[]) => [...new Set(names.map(nameKey))].filter(Boolean)
