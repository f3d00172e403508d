const MOST_COLUMNS = 60
const MOST_NESTED = 40
const MOST_OPEN = 300
const OPEN_LINK = /\]\((?![^()\n]{0,2000}\))/g

/** What of a text a parser of Markdown would take for ever over, in a sentence with what would do; null where nothing is. */
export function endlessIn(body: string): { problem: string; remedy: string } | null {
  if ((body.match(OPEN_LINK)?.length ?? 0) > MOST_OPEN)
    return { problem: `It has more than ${MOST_OPEN} links that are never closed.`, remedy: 'Close them with ).' }
  for (const line of body.split('\n')) {
    const bars = line.length > MOST_COLUMNS ? line.split('|').length - 1 : 0
    if (bars > MOST_COLUMNS && /^[\s|:-]+$/.test(line))
      return { problem: `It has a table of more than ${MOST_COLUMNS} columns.`, remedy: 'Split the table.' }
    const marks = /^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])(?=[ \t]|>|$))+/.exec(line)?.[0] ?? ''
    if (marks.length > MOST_NESTED && (marks.match(/[>+*)-]|\./g)?.length ?? 0) > MOST_NESTED)
      return { problem: `It has quotes or lists nested more than ${MOST_NESTED} deep.`, remedy: 'Write it flatter.' }
  }
  return null
}
