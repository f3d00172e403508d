/** The rows of a table of comma- or tab-separated values (RFC 4180), each of its cells. */
export function rowsOfCsv(text: string): string[][] {
  const written = text.replace(/^\uFEFF/, '')
  const separator = separatorOf(written)
  const rows: string[][] = []
  let row: string[] = []
  for (let at = 0; at < written.length; ) {
    const end = written[at] === '"' ? endOfQuoted(written, at) : at
    const next = nextOf(written, end, separator)
    const cell =
      end > at
        ? written.slice(at + 1, end - 1).replaceAll('""', '"') + written.slice(end, next)
        : written.slice(at, next)
    row.push(cell.trim())
    at = next + 1
    if (written[next] === separator) continue
    if (written[next] === '\r' && written[at] === '\n') at++
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows.filter((cells) => cells.some((cell) => cell !== ''))
}

/** Semicolons or tabs, if the first line has more of them than commas. */
function separatorOf(text: string): string {
  const [first = ''] = text.slice(0, 5000).split(/\r?\n/, 1)
  const count = (sign: string) => first.split(sign).length
  return [',', ';', '\t'].sort((one, other) => count(other) - count(one))[0] ?? ','
}

/** The offset behind a quoted cell; that of the text's end if it is left open. */
function endOfQuoted(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end >= 0; end = text.indexOf('"', end + 2)) {
    if (text[end + 1] !== '"') return end + 1
  }
  return text.length + 1
}

function nextOf(text: string, from: number, separator: string): number {
  let at = from
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}

/** A table of Markdown from one of separated values: its first row are the heads. */
export function tableOfCsv(text: string): string {
  const [heads = [], ...rows] = rowsOfCsv(text)
  if (heads.length === 0) return ''
  const written = (cells: readonly string[]) =>
    `| ${heads.map((_, n) => (cells[n] ?? '').replace(/[|\\]/g, '\\$&').replace(/\s+/g, ' ')).join(' | ')} |`
  return [written(heads), `|${' --- |'.repeat(heads.length)}`, ...rows.map(written), ''].join('\n')
}
