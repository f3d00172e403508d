/**
 * Keeps what a pure function made of the texts that it read last: a least-recently-used cache, bounded by the characters
 * of the texts that it holds.
 */
export function remembering<T>(read: (text: string) => T, mostCharacters: number): (text: string) => T {
  const kept = new Map<string, { text: string; made: T }>()
  let characters = 0
  const drop = (text: string) => {
    if (kept.delete(text)) characters -= text.length
  }
  return (text) => {
    const found = kept.get(text)
    // The text that is held is held on to: its equal of now is garbage at once.
    const one = found ?? { text, made: read(text) }
    // What is used again becomes the newest: a map keeps the order in which its keys came.
    drop(text)
    if (text.length > mostCharacters) return one.made
    kept.set(one.text, one)
    characters += text.length
    for (const oldest of kept.keys()) {
      if (characters <= mostCharacters) break
      drop(oldest)
    }
    return one.made
  }
}
