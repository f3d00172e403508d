const RULE = /^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$/
const ROW = /\|/
/** No table of people's is wider. */
const WIDEST = 4000

/** The rows of Markdown's tables as one says them, by line: each cell after its column's name. Heads say nothing alone: ''. */
export function tableRows(lines: readonly string[]): Map<number, string> {
  const rows = new Map<number, string>()
  let heads: string[] | undefined
  for (const [n, line] of lines.entries()) {
    if (heads && !(ROW.test(line) && line.trim())) heads = undefined
    if (heads) rows.set(n, isRule(line) ? '' : inWords(cellsOf(line), heads))
    else if (ROW.test(line) && isRule(lines[n + 1] ?? '')) {
      heads = cellsOf(line)
      rows.set(n, '')
    }
  }
  return rows
}

const isRule = (line: string) => line.length < WIDEST && RULE.test(line.trim())

const cellsOf = (line: string) =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'))

const inWords = (cells: readonly string[], heads: readonly string[]) =>
  cells.flatMap((cell, n) => (cell ? [heads[n] ? `${heads[n]}: ${cell}` : cell] : [])).join('; ')
