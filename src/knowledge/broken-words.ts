const BROKEN = /(?<![\p{L}\p{N}-])(\p{L}*\p{Ll})(?:-|\u00AD)$/u
const GOES_ON = /^(\p{Ll}[\p{L}\p{M}]*)(\S*)(?:\s+|$)/u
const WORD = /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu

/**
 * Makes a function that joins words hyphenated at line ends, by the spelling of the whole document.
 */
export function joiningIn(lines: readonly string[]): (some: readonly string[]) => string[] {
  let known: Set<string> | undefined
  const wordsThere = () => {
    known ??= wordsOf(lines)
    return known
  }
  return (some) => (some.some((line) => BROKEN.test(line)) ? joined(some, wordsThere()) : [...some])
}

/**
 * Line numbers stay the same: the rest of a word moves up, or the beginning down if the lower line
 * would be empty.
 */
function joined(some: readonly string[], known: ReadonlySet<string>): string[] {
  const lines = [...some]
  for (let n = 0; n + 1 < lines.length; n++) {
    const [line = '', next = ''] = [lines[n], lines[n + 1]]
    const [end, first = ''] = BROKEN.exec(line) ?? []
    const [rest, second = '', after = ''] = GOES_ON.exec(next) ?? []
    if (end === undefined || rest === undefined) continue
    const word = `${first}${hyphenOf(first, second, known)}${second}${after}`
    const [before, left] = [line.slice(0, line.length - end.length), next.slice(rest.length)]
    if (left.trim()) [lines[n], lines[n + 1]] = [before + word, left]
    else if (before.trim()) [lines[n], lines[n + 1]] = [before.trimEnd(), word]
  }
  return lines
}

/**
 * Keeps a word's own hyphen: if the document spells it so elsewhere, or has both halves as words
 * but not the whole.
 */
function hyphenOf(first: string, second: string, known: ReadonlySet<string>): '' | '-' {
  const [one, other] = [first.toLowerCase(), second.toLowerCase()]
  if (known.has(one + other)) return ''
  return known.has(`${one}-${other}`) || (known.has(one) && known.has(other)) ? '-' : ''
}

/** The words of a document, except those broken at a line end. */
function wordsOf(lines: readonly string[]): Set<string> {
  const words = new Set<string>()
  for (const [n, line] of lines.entries()) {
    const goesOn = BROKEN.test(lines[n - 1] ?? '')
    const whole = (goesOn ? line.replace(GOES_ON, '') : line).replace(BROKEN, '')
    for (const [word] of whole.matchAll(WORD)) words.add(word.toLowerCase())
  }
  return words
}
