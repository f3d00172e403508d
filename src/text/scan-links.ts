import { blocksIn } from './blocks.ts'
import { overComments } from './comments.ts'
import { inlinePattern, readInline } from './inline.ts'

/** A Markdown link and its position; the target is without `#…` and `?…`. */
export interface MarkdownLink {
  target: string
  /** The same as it is written, with its escapes. */
  written: string
  line: number
  /** The offset of the target in the text. */
  at: number
}

/** An address between angle brackets, with spaces; or without, its brackets in pairs or escaped. */
const ADDRESS = /(?:<([^<>\n]+)>|((?:[^\s()<>"\\]+|\\[!-/:-@[-`{-~]|\\|\((?:[^\s()<>"\\]|\\[()])*\))+))/.source
/** The end of a link's text and its address. */
const LINK = inlinePattern(new RegExp(`(\\]\\(\\s*)${ADDRESS}`))
const DEFINITION = new RegExp(`(\\[[^^[\\]\\n][^[\\]\\n]*\\]:[ \\t]+)${ADDRESS}`, 'y')
/** A sign that Markdown takes as itself behind a backslash. */
const ESCAPED = /\\([!-/:-@[-`{-~])/g

/**
 * Finds the relative Markdown links of a text outside its code and comments, and skips web
 * addresses.
 */
export function markdownLinks(text: string): MarkdownLink[] {
  const found: MarkdownLink[] = []
  const add = ([, opening = '', between, plain = '']: RegExpExecArray, index: number, line: number) => {
    const written = (between ?? plain).replace(/[#?].*$/, '')
    const target = written.replace(ESCAPED, '$1')
    const isElsewhere = /^[A-Za-z][\w+.-]*:|^\/\/|[{}$<>]|^$/.test(target)
    if (!isElsewhere)
      found.push({ target, written, line, at: index + opening.length + (between === undefined ? 0 : 1) })
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
