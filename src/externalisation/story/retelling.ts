import { sentencesOf } from '../sentences.ts'

/** One line of the timeline: what was said, and how its teller words it now; `told` is null where they added it. */
export interface Line {
  id: string
  told: string | null
  words: string
}

/**
 * What was told, given back by the listener: every sentence once, in the order told, and nothing else. It quotes and
 * does not put into other words, since without a model any other grammar claims more than was said.
 */
export function retellingOf(tellings: readonly string[]): string[] {
  return tellings.flatMap((words) => sentencesOf(eachLineItsOwn(words)).map(({ text }) => text))
}

/** Whoever tells on a phone ends a thought with a new line as often as with a full stop. */
const eachLineItsOwn = (words: string) => words.replace(/\r\n?/g, '\n').replace(/\n/g, '\n\n')

/**
 * The timeline as its teller wants it now. A line they name keeps what was told behind it; named twice it was split in
 * two; one without a name was added.
 */
export function correctedTimeline(
  lines: readonly Line[],
  wished: readonly { line?: string | undefined; words: string }[],
  newId: () => string,
): Line[] {
  const kept = new Set<string>()
  return wished.map(({ line: name, words }) => {
    const line = lines.find(({ id }) => id === name)
    const id = line && !kept.has(line.id) ? line.id : newId()
    kept.add(id)
    return { id, told: line?.told ?? null, words: words.trim().replace(/\s+/g, ' ') }
  })
}
