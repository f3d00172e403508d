/** Before the last garbage collection of a thread at rest, so that it frees what was cached. */
const UNUSED_MS = 20_000

/**
 * Memoises a pure function of a text in a least-recently-used cache, bounded by the characters of
 * its texts, and emptied when it has not been used for `unusedMs`.
 */
export function remembering<T>(
  read: (text: string) => T,
  mostCharacters: number,
  unusedMs = UNUSED_MS,
): (text: string) => T {
  const cache = new Map<string, { text: string; made: T }>()
  let characters = 0
  const drop = (text: string) => {
    if (cache.delete(text)) characters -= text.length
  }
  let timer: NodeJS.Timeout | undefined
  const empty = () => {
    cache.clear()
    characters = 0
  }
  return (text) => {
    timer = timer?.refresh() ?? setTimeout(empty, unusedMs).unref()
    const found = cache.get(text)
    // Keeps the cached copy of an equal text, so that the new one is garbage at once.
    const one = found ?? { text, made: read(text) }
    // Re-inserting makes an entry the newest, since a map keeps insertion order.
    drop(text)
    if (text.length > mostCharacters) return one.made
    cache.set(one.text, one)
    characters += text.length
    for (const oldest of cache.keys()) {
      if (characters <= mostCharacters) break
      drop(oldest)
    }
    return one.made
  }
}
