import { sentencesOf } from '../sentences.ts'

/** A line of the timeline: the words as told (null if added), and as its teller words them now. */
export interface Line {
  id: string
  told: string | null
  words: string
}

/**
 * Splits tellings into sentences, in order, without changes. Paraphrasing without a model would
 * claim more than was said.
 */
export function retellingOf(tellings: readonly string[]): string[] {
  return tellings.flatMap((words) => sentencesOf(eachLineItsOwn(words)).map(({ text }) => text))
}

/** On a phone people end a thought with a new line as often as with a full stop. */
const eachLineItsOwn = (words: string) => words.replace(/\r\n?/g, '\n').replace(/\n/g, '\n\n')

/**
 * The corrected timeline. A line with an id keeps its told words; a repeated id means that it was
 * split; a line without one was added.
 */
export function correctedTimeline(
  lines: readonly Line[],
  corrected: readonly { line?: string | undefined; words: string }[],
  newId: () => string,
): Line[] {
  const used = new Set<string>()
  return corrected.map(({ line: name, words }) => {
    const line = lines.find(({ id }) => id === name)
    const id = line && !used.has(line.id) ? line.id : newId()
    used.add(id)
    return { id, told: line?.told ?? null, words: words.trim().replace(/\s+/g, ' ') }
  })
}
