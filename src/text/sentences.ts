/** A sentence, and where in its text it begins. */
export interface TextSentence {
  text: string
  at: number
}

// The rules are Unicode's for every script; no language of the machine changes them.
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })
const words = new Intl.Segmenter('en', { granularity: 'word' })

/** The sentences of a text by Unicode's rules (UAX #29), without the space around them. */
export function sentencesIn(text: string): TextSentence[] {
  const found: TextSentence[] = []
  for (const { segment, index } of sentences.segment(text)) {
    const said = segment.trim()
    if (said) found.push({ text: said, at: index + segment.indexOf(said) })
  }
  return found
}

/** The words of a text in any script, and what stands between them. */
export const wordSegments = (text: string): Iterable<Intl.SegmentData> => words.segment(text)
