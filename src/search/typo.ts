/**
 * The Damerau-Levenshtein distance (optimal string alignment) of two words; any distance above
 * `most` gives `most + 1`. With `begun`, the other word may continue.
 */
export function editsBetween(one: string, other: string, most: number, begun = false): number {
  if (one.length - other.length > most || (!begun && other.length - one.length > most)) return most + 1
  const width = Math.min(other.length, one.length + most)
  let beforeLast: number[] = []
  let last = Array.from({ length: width + 1 }, (_, n) => n)
  for (let a = 1; a <= one.length; a++) {
    const row = [a]
    let least = a
    for (let b = 1; b <= width; b++) {
      const same = one[a - 1] === other[b - 1]
      let edits = Math.min(at(last, b) + 1, at(row, b - 1) + 1, at(last, b - 1) + (same ? 0 : 1))
      const swapped = a > 1 && b > 1 && one[a - 1] === other[b - 2] && one[a - 2] === other[b - 1]
      if (swapped) edits = Math.min(edits, at(beforeLast, b - 2) + 1)
      row.push(edits)
      if (edits < least) least = edits
    }
    if (least > most) return most + 1
    beforeLast = last
    last = row
  }
  return Math.min(most + 1, begun ? Math.min(...last) : at(last, other.length))
}

const at = (row: readonly number[] | undefined, n: number) => row?.[n] ?? Number.POSITIVE_INFINITY

const [SHORT, LONG] = [4, 8]

/** The edits allowed for a word: none for a short one or one with digits. */
export const editsAllowed = (word: string): number =>
  /\p{N}/u.test(word) || word.length < SHORT ? 0 : word.length < LONG ? 1 : 2

const ENDING = 7
const ALPHABET = [...'abcdefghijklmnopqrstuvwxyz']

/**
 * The words at one edit in the ending. Words are indexed by stem, and a mistyped ending is not
 * stripped: `maintenacne` gives `maintenacn`, far from `mainten`.
 */
export function endingsNear(word: string): string[] {
  const near = new Set<string>()
  for (let at = Math.max(1, word.length - ENDING); at <= word.length; at++) {
    const [before, here, next, after] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? '', word.slice(at + 2)]
    if (here) near.add(before + next + after)
    if (next) near.add(before + next + here + after)
    for (const letter of ALPHABET) {
      near.add(before + letter + here + next + after)
      if (here) near.add(before + letter + next + after)
    }
  }
  near.delete(word)
  return [...near]
}
