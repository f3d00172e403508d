import { type Passage, partsOf } from '../../compose/index.ts'

/** The quotable paragraphs of passages, each once, with its lines. */
export function paragraphsIn(passages: readonly Passage[]): Passage[] {
  const all = passages.flatMap((passage) => {
    const units = partsOf(passage.text, passage.fromLine).flatMap((part) => part.units)
    return units.map(({ fromLine, toLine }) => ({
      ...passage,
      fromLine,
      toLine,
      text: linesOf(passage, fromLine, toLine),
    }))
  })
  return [...new Map(all.map((one) => [`${one.source}:${one.fromLine}`, one])).values()]
}

/** Empties some paragraphs of a passage; the others keep their lines. */
export function without(passage: Passage, paragraphs: readonly Passage[]): Passage {
  const lines = passage.text.split('\n')
  for (const { source, fromLine, toLine } of paragraphs) {
    if (source !== passage.source) continue
    for (let n = fromLine; n <= toLine; n++)
      if (lines[n - passage.fromLine] !== undefined) lines[n - passage.fromLine] = ''
  }
  return { ...passage, text: lines.join('\n') }
}

const linesOf = ({ text, fromLine }: Passage, from: number, to: number) =>
  text
    .split('\n')
    .slice(from - fromLine, to - fromLine + 1)
    .join('\n')
