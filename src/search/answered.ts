/** What tells whether something answers a question; none of it grows with how much a space holds. */
export interface Signs {
  /** How much of what is asked stands in one place, of 1. */
  share: number
  /** How many of the words, of how many. */
  matched: number
  asked: number
  /** How like the question the title is, of 1. */
  like: number
  /** How sure the engine is, in units of what a word tells that one thing alone has. */
  sure: number
}

/** That nearly all that is asked stands in one place; that a title asks nearly the same; that something is worth showing. */
const [ALL, SAME, SURE, NEAR] = [0.9, 0.9, 6, 0.5]

/**
 * Whether something answers what is asked, comes near it, or neither. The bar is high, as a wrong answer costs more than
 * a question to a person: what it lets through and leaves out is measured by `bench/already-answered.ts`.
 */
export function answered({ share, matched, asked, like, sure }: Signs): 'answers' | 'near' | null {
  // Of a single word, what is called by it speaks of it; what only says it may speak of anything.
  if (asked <= 1) return like >= ALL ? 'answers' : matched > 0 ? 'near' : null
  if (share >= ALL && matched >= 2) return 'answers'
  if (share + like >= SAME && sure >= SURE) return 'answers'
  return share >= NEAR && matched >= 2 ? 'near' : null
}
