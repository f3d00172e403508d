const BAR = /\\[\\|]|(\|)/g

/** The cells of a table row as written, trimmed; `\|` does not end a cell. */
export function tableCells(row: string): string[] {
  const line = row.trim()
  const cells: string[] = []
  let from = line.startsWith('|') ? 1 : 0
  for (const { 1: bar, index } of line.matchAll(BAR)) {
    if (bar === undefined || index < from) continue
    cells.push(line.slice(from, index).trim())
    from = index + 1
  }
  // A bar at the end closes the last cell.
  return from === line.length && cells.length > 0 ? cells : [...cells, line.slice(from).trim()]
}
