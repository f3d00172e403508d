import { hasTooManyDelimiters } from './delimiter-runs.ts'

const MOST_COLUMNS = 60
const MOST_NESTED = 40
const MOST_OPEN = 300
const MOST_ITEMS = 20_000
const MOST_UNDERLINED = 2000
const OPEN_LINK = /\]\((?![^()\n]{0,2000}\))|\]:[ \t]*<(?![^<>\n]{0,2000}>)/g
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*\r?$/
const ITEM = /^[ \t]*(?:[-+*|]|\d{1,9}[.)])/
const MARKS = /^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)]|\[\^[^\]\s]{1,200}\]:)(?=[ \t]|>|$))+/
const MARK = />|[-+*]|\d{1,9}[.)]|\[\^[^\]\s]{1,200}\]:/g

/**
 * Finds constructs on which a Markdown parser takes superlinear time; returns the problem and its
 * remedy, or null.
 */
export function costlyMarkdownIn(body: string): { problem: string; remedy: string } | null {
  if ((body.match(OPEN_LINK)?.length ?? 0) > MOST_OPEN)
    return { problem: `It has more than ${MOST_OPEN} links that are never closed.`, remedy: 'Close them with ).' }
  const depthOf = nesting()
  let [items, underlined] = [0, 0]
  for (const line of body.split('\n')) {
    const bars = line.length > MOST_COLUMNS ? line.split('|').length - 1 : 0
    if (bars > MOST_COLUMNS && /^[\s|:-]+$/.test(line))
      return { problem: `It has a table of more than ${MOST_COLUMNS} columns.`, remedy: 'Split the table.' }
    if (depthOf(line) > MOST_NESTED)
      return { problem: `It has quotes or lists nested more than ${MOST_NESTED} deep.`, remedy: 'Write it flatter.' }
    if (UNDERLINE.test(line) && ++underlined > MOST_UNDERLINED)
      return { problem: `It has more than ${MOST_UNDERLINED} lines of only = or -.`, remedy: 'Write headings with #.' }
    if (ITEM.test(line) && ++items > MOST_ITEMS)
      return {
        problem: `It has lists and tables of more than ${MOST_ITEMS} lines.`,
        remedy: 'Make several pages of it.',
      }
  }
  if (hasTooManyDelimiters(body))
    return {
      problem: 'It has thousands of *, _, ~ or ] in one paragraph.',
      remedy: 'Put empty lines between its parts, or write it as code.',
    }
  return null
}

/**
 * Returns a function that gives the nesting depth of each next line: a mark is nested in marks
 * further left.
 */
function nesting(): (line: string) => number {
  const begun: number[] = []
  return (line) => {
    const marks = MARKS.exec(line)?.[0] ?? ''
    if (marks === '') return 0
    const tabs = (/^[ \t]*/.exec(marks)?.[0].split('\t').length ?? 1) - 1
    for (const { index } of marks.matchAll(MARK)) {
      const at = index + tabs * (TAB - 1)
      while ((begun.at(-1) ?? -1) >= at) begun.pop()
      begun.push(at)
      if (begun.length > MOST_NESTED) break
    }
    return begun.length
  }
}

const TAB = 4
