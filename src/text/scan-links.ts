import { blocksIn } from './blocks.ts'
import { inlinePattern, readInline } from './inline.ts'

/** A Markdown link where it stands: what is between its round brackets, without what follows `#` or `?`. */
export interface MarkdownLink {
  target: string
  line: number
  /** Where in the text the target begins. */
  at: number
}

/** The end of a link's words, and its address. */
const LINK = inlinePattern(/(\]\(\s*<?)([^\s()<>"]+)/)
const DEFINITION = /(\[[^^[\]\n][^[\]\n]*\]:[ \t]+<?)([^\s()<>"]+)/y

/** Finds the Markdown links of a text to other places than the web, outside of its code and comments. */
export function markdownLinks(text: string): MarkdownLink[] {
  const found: MarkdownLink[] = []
  const add = ([, opening = '', inside = '']: RegExpExecArray, index: number, line: number) => {
    const target = inside.replace(/[#?].*$/, '')
    const isElsewhere = /^[A-Za-z][\w+.-]*:|^\/\/|[{}$<>]|^$/.test(target)
    if (!isElsewhere) found.push({ target, line, at: index + opening.length })
  }
  if (text.includes('](')) readInline(text, LINK, { mark: (match, line) => add(match, match.index, line) })
  if (!text.includes(']:')) return found
  for (const { kind, at, from } of blocksIn(text)) {
    DEFINITION.lastIndex = at
    const match = kind === 'definition' && DEFINITION.exec(text)
    if (match) add(match, at, from)
  }
  return found.sort((one, other) => one.at - other.at)
}
