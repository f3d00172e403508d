const MOST_LABEL = 999

/**
 * The end of the definition (`[label]: address "title"`) that begins at an offset; -1 if there is
 * none.
 */
export function endOfDefinition(text: string, from: number): number {
  const label = endOfLabel(text, from)
  if (label < 0 || text[label] !== ':') return -1
  const address = endOfAddress(text, skip(SPACES_AND_ENDS, text, label + 1))
  if (address < 0) return -1
  const title = endOfTitle(text, address)
  return title < 0 ? endOfLine(text, address) : title
}

const SPACES_AND_ENDS = /[ \t\n]*/y
const SPACES = /[ \t]*/y

/** The offset after any spaces and tabs. */
export const afterSpaces = (text: string, from: number): number => skip(SPACES, text, from)

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  pattern.test(text)
  return pattern.lastIndex
}

/** The end of the line if only spaces precede it; else -1. */
function endOfLine(text: string, from: number): number {
  const at = afterSpaces(text, from)
  return at === text.length || text[at] === '\n' ? at : -1
}

function endOfLabel(text: string, from: number): number {
  if (text[from] !== '[') return -1
  let [size, said] = [0, false]
  for (let at = from + 1; at < text.length; at++) {
    const one = text[at] as string
    if (one === '[' || (one === ']' && !said) || size > MOST_LABEL) return -1
    if (one === ']') return at + 1
    if (one === '\n') continue
    size++
    said ||= one !== ' ' && one !== '\t'
    if (one === '\\' && /[[\\\]]/.test(text[at + 1] ?? '')) {
      at++
      size++
    }
  }
  return -1
}

function endOfAddress(text: string, from: number): number {
  if (text[from] === '<') return endOfQuoted(text, from + 1, '>', '<>\\', /[<\n]/)
  let depth = 0
  let at = from
  for (; at < text.length; at++) {
    const one = text[at] as string
    if (depth === 0 && (one === ')' || /[ \t\n]/.test(one))) break
    // biome-ignore lint/suspicious/noControlCharactersInRegex: an address ends at a control character
    if (/[\x01-\x20\x7f]/.test(one)) return -1
    if (one === '(') depth++
    else if (one === ')') depth--
    else if (one === '\\' && /[()\\]/.test(text[at + 1] ?? '')) at++
  }
  return at === from || depth > 0 ? -1 : at
}

function endOfTitle(text: string, from: number): number {
  const at = skip(SPACES_AND_ENDS, text, from)
  const [opening, closing] = [text[at] ?? '', text[at] === '(' ? ')' : (text[at] ?? '')]
  if (at === from || !/["'(]/.test(opening)) return -1
  const end = endOfQuoted(text, at + 1, closing, `${closing}\\`)
  return end < 0 ? -1 : endOfLine(text, end)
}

/**
 * The offset after a closing sign, or -1; `escaped` lists the signs that a backslash escapes,
 * `never` those that fail it.
 */
function endOfQuoted(text: string, from: number, closing: string, escaped: string, never?: RegExp): number {
  for (let at = from; at < text.length; at++) {
    const one = text[at] as string
    if (one === closing) return at + 1
    if (never?.test(one)) return -1
    if (one === '\\' && at + 1 < text.length && escaped.includes(text[at + 1] as string)) at++
  }
  return -1
}
