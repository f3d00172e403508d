import { blocksIn } from './blocks.ts'
import { overComments } from './comments.ts'
import { inlinePattern, readInline } from './inline.ts'

/** A Markdown link and its position; the target is without `#…` and `?…`. */
export interface MarkdownLink {
  target: string
  line: number
  /** The offset of the target in the text. */
  at: number
}

/** The end of a link's text and its address. */
const LINK = inlinePattern(/(\]\(\s*<?)([^\s()<>"]+)/)
const DEFINITION = /(\[[^^[\]\n][^[\]\n]*\]:[ \t]+<?)([^\s()<>"]+)/y

/**
 * Finds the relative Markdown links of a text outside its code and comments, and skips web
 * addresses.
 */
export function markdownLinks(text: string): MarkdownLink[] {
  const found: MarkdownLink[] = []
  const add = ([, opening = '', inside = '']: RegExpExecArray, index: number, line: number) => {
    const target = inside.replace(/[#?].*$/, '')
    const isElsewhere = /^[A-Za-z][\w+.-]*:|^\/\/|[{}$<>]|^$/.test(target)
    if (!isElsewhere) found.push({ target, line, at: index + opening.length })
  }
  if (text.includes(']('))
    readInline(overComments(text), LINK, { mark: (match, line) => add(match, match.index, line) })
  if (!text.includes(']:')) return found
  for (const { kind, at, from } of blocksIn(text)) {
    DEFINITION.lastIndex = at
    const match = kind === 'definition' && DEFINITION.exec(text)
    if (match) add(match, at, from)
  }
  return found.sort((one, other) => one.at - other.at)
}
