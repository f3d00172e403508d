/** The measures of a possible answer; none depends on the size of the space. */
export interface Signs {
  /** The share of the question found in one place, 0 to 1. */
  share: number
  /** The number of matched words, and of words asked. */
  matched: number
  asked: number
  /** The likeness of the title to the question, 0 to 1. */
  like: number
  /** The certainty of the ranking, in units of the weight of a word that occurs in one document. */
  sure: number
}

/**
 * Thresholds: nearly all words in one place; title and place together; certainty; a near answer.
 */
const [ALL, SAME, SURE, NEAR] = [0.9, 0.9, 6, 0.5]

/**
 * Decides whether something answers a question, comes near it, or neither. The bar is high, since a
 * wrong answer costs more than asking a person; `bench/already-answered.ts` measures what it passes
 * and rejects.
 */
export function answered({ share, matched, asked, like, sure }: Signs): 'answers' | 'near' | null {
  // For a single word, only a title that has it counts; a text that mentions it may be about
  // anything.
  if (asked <= 1) return like >= ALL ? 'answers' : matched > 0 ? 'near' : null
  if (share >= ALL && matched >= 2) return 'answers'
  if (share + like >= SAME && sure >= SURE) return 'answers'
  return share >= NEAR && matched >= 2 ? 'near' : null
}
