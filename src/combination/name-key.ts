import { phraseWords } from './phrases.ts'

const MOST_KNOWN = 50_000
const known = new Map<string, string>()

/** One key for the names of one thing: `Cache purge`, `The cache purges` and `cache-purge`; `C++` is not `C`. */
export function nameKey(name: string): string {
  const there = known.get(name)
  if (there !== undefined) return there
  // The same few names are asked for again and again.
  if (known.size >= MOST_KNOWN) known.clear()
  const words = phraseWords(
    name
      .trim()
      .replace(/^(?:an?|the)\s+/i, '')
      .replace(/(?<=\p{L})[-_/](?=\p{L})/gu, ' '),
  )
  const key = words.join(' ').toLowerCase()
  known.set(name, key)
  return key
}

/** The keys under which a topic is spoken of: by its title, without what stands in brackets, by its other names. */
export function keysOf(title: string, aliases: readonly string[] = []): string[] {
  const names = [title, title.replace(/\s*\([^()]*\)\s*$/, ''), ...aliases.filter((alias) => alias.length > 2)]
  return [...new Set(names.map(nameKey))].filter(Boolean)
}
