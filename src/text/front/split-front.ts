/**
 * The syntax of front matter: YAML between `---` (or ended by `...`), TOML between `+++`, JSON in
 * braces; or any of them between `---toml`, named so, and `---`.
 */
export type FrontForm = 'yaml' | 'toml' | 'json'

/**
 * The parts of a text; joined again they give the same bytes. Without front matter `close` is
 * empty.
 */
export interface TextParts {
  form: FrontForm
  open: string
  front: string
  close: string
  body: string
}

const YAML = /^(\uFEFF?---[ \t]*\r?\n)((?:[\s\S]*?\r?\n)??)((?:---|\.\.\.)[ \t]*(?:\r?\n|$))/
const NAMED_TOML = /^(\uFEFF?---toml[ \t]*\r?\n)((?:[\s\S]*?\r?\n)??)(---[ \t]*(?:\r?\n|$))/
const NAMED_YAML = /^(\uFEFF?---ya?ml[ \t]*\r?\n)((?:[\s\S]*?\r?\n)??)(---[ \t]*(?:\r?\n|$))/
const NAMED_JSON = /^(\uFEFF?---json[ \t]*\r?\n\s{0,99}\{)([\s\S]*?)(\}[ \t]*\r?\n---[ \t]*(?:\r?\n|$))/
const TOML = /^(\uFEFF?\+\+\+[ \t]*\r?\n)((?:[\s\S]*?\r?\n)??)(\+\+\+[ \t]*(?:\r?\n|$))/
const JSON_OPENS = /^\uFEFF?\{(?=\s*"[^"\\\n]*"\s*:)/

/** Splits a text into front matter, in any of the three syntaxes, and body. */
export function splitFront(text: string): TextParts {
  for (const [form, pattern] of [
    ['yaml', YAML],
    ['toml', TOML],
    ['yaml', NAMED_YAML],
    ['toml', NAMED_TOML],
    ['json', NAMED_JSON],
  ] as const) {
    const [whole, open = '', front = '', close = ''] = pattern.exec(text) ?? []
    if (whole !== undefined) return { form, open, front, close, body: text.slice(whole.length) }
  }
  return splitJson(text) ?? withoutFront(text)
}

function withoutFront(text: string): TextParts {
  const open = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  return { form: 'yaml', open, front: '', close: '', body: text.slice(open.length) }
}

const CLOSES = /\}[ \t]*(?:\r?\n|$)/y

/**
 * JSON front matter begins with a brace and a name, and ends with the matching brace at the end of
 * a line.
 */
function splitJson(text: string): TextParts | null {
  const [open] = JSON_OPENS.exec(text) ?? []
  if (open === undefined) return null
  const end = closingBrace(text, open.length)
  CLOSES.lastIndex = end
  const [close] = (end >= 0 && CLOSES.exec(text)) || []
  if (close === undefined) return null
  return { form: 'json', open, front: text.slice(open.length, end), close, body: text.slice(end + close.length) }
}

/** An unclosed string ends with its line, so that no part is scanned twice. */
const STRING_OR_BRACE = /"(?:[^"\\\n]|\\.)*"?|[{}]/g

function closingBrace(text: string, from: number): number {
  STRING_OR_BRACE.lastIndex = from
  let depth = 1
  for (let one = STRING_OR_BRACE.exec(text); one; one = STRING_OR_BRACE.exec(text)) {
    if (one[0] === '{') depth++
    else if (one[0] === '}' && --depth === 0) return one.index
  }
  return -1
}

/** The offset at which the body begins: 0 without front matter. */
export function endOfFront(text: string): number {
  const { close, body } = splitFront(text)
  return close ? text.length - body.length : 0
}

/** The number of lines that the front matter takes. */
export function linesOfFront(text: string): number {
  let lines = 0
  const end = endOfFront(text)
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

/** A text without its front matter and byte order mark. */
export const bodyOf = (text: string): string => splitFront(text).body
