/** A mark costs a parser of Markdown about as much as this many letters, and far more in a crowd. */
const MARK = 10
const [ZERO, NINE, UPPER_A, UPPER_Z, LOWER_A, LOWER_Z, ASCII] = [48, 57, 65, 90, 97, 122, 128]
const [SPACE, COMMA, FULL_STOP] = [32, 44, 46]

/**
 * What it may cost to read a text as Markdown, in letters of prose: a short text that is full of
 * marks and line ends costs as much as a long one of words.
 */
export const costOfReading = (...texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + text.length + marksIn(text) * MARK, 0)

function marksIn(text: string): number {
  let marks = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const isLetter =
      (code >= LOWER_A && code <= LOWER_Z) ||
      code === SPACE ||
      code >= ASCII ||
      (code >= UPPER_A && code <= UPPER_Z) ||
      (code >= ZERO && code <= NINE) ||
      code === COMMA ||
      code === FULL_STOP
    if (!isLetter) marks++
  }
  return marks
}
