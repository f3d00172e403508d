import type { YAMLError } from 'yaml'

const SAYS: Partial<Record<YAMLError['code'], string>> = {
  BAD_ALIAS: 'a * stands where nothing has that name: put the value in quotes',
  BAD_DQ_ESCAPE: 'a \\ stands in double quotes before a letter that it does not go with: use single quotes',
  BAD_INDENT: 'a line is set in further or less than those beside it',
  BAD_SCALAR_START: 'a value begins with @ or `: put it in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a value has a colon in it: put the value in quotes',
  MULTILINE_IMPLICIT_KEY: 'a field’s name goes on over the end of a line',
  TAB_AS_INDENT: 'a line begins with a tab: use spaces',
  TAG_RESOLVE_FAILED: 'a value begins with an exclamation mark: put it in quotes',
  UNEXPECTED_TOKEN: 'something stands after a value has ended',
}

/**
 * Describes a YAML error in our own words, by the line of the page: `on line 3 a quote is opened
 * and not closed`.
 */
export function yamlFault({ code, message, linePos }: YAMLError, front: string): string {
  const at = linePos?.[0].line ?? 1
  const open = code === 'MISSING_CHAR' && / quote\b|"quote|'quote/.test(message) ? quoteOpened(front) : null
  if (open !== null) return `on line ${open + LINES_ABOVE} a quote is opened and not closed`
  const says = BRACKET.test(message) ? 'a bracket is opened and not closed' : (SAYS[code] ?? missing(message))
  return `on line ${at + LINES_ABOVE} ${says}`
}

/** The opening delimiter line. */
const LINES_ABOVE = 1

const BRACKET = / end with a [\]}]/
const missing = (message: string) =>
  /map values/.test(message)
    ? 'there are words without a field’s name and a colon'
    : 'there is something that cannot be read'

/** The line on which a value begins with a quote that is not closed on it. */
function quoteOpened(front: string): number | null {
  const at = front
    .split(/\r?\n/)
    .findIndex((line) => /^[^"'#]*?(?::|-)\s+(?:"(?:[^"\\]|\\.)*|'(?:[^']|'')*)$/.test(line))
  return at < 0 ? null : at + 1
}
