import { type leavesByLine, tableCells } from '../text/index.ts'

/**
 * The rows of a text's tables as words, by line: each cell after its column's name. Head and
 * delimiter rows are empty.
 */
export function tableRows(lines: readonly string[], leaves: ReturnType<typeof leavesByLine>): Map<number, string> {
  const rows = new Map<number, string>()
  let heads: string[] = []
  for (const [n, leaf] of leaves.entries()) {
    if (leaf?.kind !== 'table') continue
    const row = n + 1 - leaf.from
    const cells = row === 1 ? [] : cellsOf(lines[n] ?? '')
    if (row === 0) heads = cells
    rows.set(n, row < 2 ? '' : inWords(cells, heads))
  }
  return rows
}

const cellsOf = (line: string) => tableCells(line.replace(/^[ \t>]+/, '')).map((cell) => cell.replaceAll('\\|', '|'))

const inWords = (cells: readonly string[], heads: readonly string[]) =>
  cells.flatMap((cell, n) => (cell ? [heads[n] ? `${heads[n]}: ${cell}` : cell] : [])).join('; ')
