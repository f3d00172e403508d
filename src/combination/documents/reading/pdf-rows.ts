/** A piece of a printed line: its words, and from where to where it reaches. */
export interface Piece {
  words: string
  from: number
  to: number
}

/** A printed line, in pieces that wide gaps part, with its baseline and the height of its letters. */
export interface Row {
  pieces: Piece[]
  y: number
  height: number
}

/** A printed line as it is read; a table is several lines in one. */
export interface Printed {
  words: string
  y: number
  height: number
  isTable?: boolean
}

/** A gap that parts a line is this many times as wide as its letters are high. */
export const WIDE = 1.5
const MOST_COLUMNS = 40

/** Puts the rows of a page in the order of reading: columns of prose one after another, tables row by row. */
export function inOrder(rows: readonly Row[]): Printed[] {
  const printed: Printed[] = []
  for (let at = 0; at < rows.length; ) {
    const block = blockFrom(rows, at)
    if (block && isProse(block)) printed.push(...linesOf(block).flat())
    else if (block && isTable(withoutTail(block))) {
      printed.push(asTable(withoutTail(block)))
      block.rows = withoutTail(block).rows
    } else {
      printed.push(asLine(rows[at] as Row))
      at++
      continue
    }
    at += block.rows.length
  }
  return printed
}

const asLine = ({ pieces, y, height }: Row): Printed => ({
  words: pieces.map(({ words }) => words).join(' '),
  y,
  height,
})

type Reach = readonly [from: number, to: number]
interface Block {
  rows: Row[]
  columns: Reach[]
}

/** The rows from one on whose pieces stand below one another in columns with a gap between. */
function blockFrom(rows: readonly Row[], at: number): Block | null {
  let columns: Reach[] = []
  const taken: Row[] = []
  if (!rows[at] || piecesOf(rows[at]).length < 2) return null
  for (const row of rows.slice(at, at + 2000)) {
    const last = taken.at(-1)
    const down = last ? last.y - row.y : 1
    if (down <= 0 || down > 3.5 * row.height + 1) break
    const pieces = piecesOf(row)
    const more = joinedReaches([...columns, ...pieces.map(({ from, to }): Reach => [from, to])])
    if (more.length < Math.max(2, columns.length) || more.length > MOST_COLUMNS) break
    columns = more
    taken.push({ ...row, pieces })
  }
  return taken.length > 1 ? { rows: taken, columns } : null
}

/** A row's pieces; a list's mark belongs to what follows, and a line of dots to its line. */
function piecesOf({ pieces }: Row): Piece[] {
  const [first, second, ...rest] = pieces
  if (!first || !second) return pieces
  const whole = {
    words: pieces.map(({ words }) => words).join(' '),
    from: first.from,
    to: pieces.at(-1)?.to ?? first.to,
  }
  if (/(?:[.·…_]\s?){4}/.test(whole.words)) return [whole]
  if (!/^(?:[•◦▪●■–—*·-]|\(?[\p{L}\p{N}]{1,3}[.)])$/u.test(first.words.trim())) return pieces
  return [{ words: `${first.words.trim()} ${second.words}`, from: first.from, to: second.to }, ...rest]
}

function joinedReaches(reaches: Reach[]): Reach[] {
  const all: [number, number][] = []
  for (const [from, to] of reaches.sort((a, b) => a[0] - b[0])) {
    const last = all.at(-1)
    if (last && from < last[1] + 1) last[1] = Math.max(last[1], to)
    else all.push([from, to])
  }
  return all
}

const columnOf = ({ from }: Piece, columns: readonly Reach[]) => columns.findIndex(([, to]) => from < to + 1)

const linesOf = ({ rows, columns }: Block) =>
  columns.map((_, n) =>
    rows.flatMap(({ pieces, y, height }) =>
      pieces.filter((piece) => columnOf(piece, columns) === n).map(({ words }) => ({ words: words.trim(), y, height })),
    ),
  )

/** Whether columns are running text: lines of much the same length, which go on below. */
function isProse(block: Block): boolean {
  if (block.columns.length > 4) return false
  let [goOn, all] = [0, 0]
  for (const lines of linesOf(block)) {
    const lengths = lines.map(({ words }) => lengthOf(words)).sort((a, b) => a - b)
    const [middle = 0, most = 0] = [lengths[Math.floor(lengths.length / 2)], lengths.at(-1)]
    if (lines.length < 3 || middle < 15 || middle < 0.55 * most) return false
    for (const [n, { words }] of lines.slice(0, -1).entries()) {
      all++
      if (!/[.!?:。！？]$/.test(words) && /^[\p{Ll}\p{Lo}]/u.test(lines[n + 1]?.words ?? '')) goOn++
    }
  }
  return goOn >= 0.3 * all
}

/** Letters of East Asia are as wide as two. */
const lengthOf = (words: string) => [...words].reduce((sum, letter) => sum + (letter >= '\u2e80' ? 2 : 1), 0)

/** Without the lines after a table that stand below its first column alone. */
function withoutTail({ rows, columns }: Block): Block {
  const isOfTable = ({ pieces: [first, second] }: Row) => second || (first && columnOf(first, columns) > 0)
  return { rows: rows.slice(0, rows.findLastIndex(isOfTable) + 1), columns }
}

function isTable({ rows, columns }: Block): boolean {
  const wide = rows.filter(({ pieces }) => pieces.length > 1)
  const letters = wide.reduce((sum, { pieces }) => sum + pieces.reduce((own, { words }) => own + words.length, 0), 0)
  const cells = wide.reduce((sum, { pieces }) => sum + pieces.length, 0)
  return wide.length >= (columns.length > 2 ? 2 : 3) && wide.length * 2 > rows.length && letters / cells <= 60
}

/** Rows as a table, whose first is its head; a line below a cell goes on with it. */
function asTable({ rows, columns }: Block): Printed {
  const cells: string[][] = []
  for (const { pieces } of rows) {
    const [only] = pieces
    const at = only && pieces.length === 1 ? columnOf(only, columns) : 0
    const last = cells.at(-1)
    if (only && last && at > 0) last[at] = `${last[at] ?? ''} ${only.words}`
    else {
      const row = columns.map(() => '')
      for (const piece of pieces) {
        const n = columnOf(piece, columns)
        row[n] = `${row[n] ?? ''} ${piece.words}`
      }
      cells.push(row)
    }
  }
  const lines = cells.map((row) => `| ${row.map(inCell).join(' | ')} |`)
  const words = [lines[0], `| ${columns.map(() => '---').join(' | ')} |`, ...lines.slice(1)].join('\n')
  return { words, y: rows.at(-1)?.y ?? 0, height: rows[0]?.height ?? 0, isTable: true }
}

const inCell = (words: string) =>
  words
    .replace(/[\p{Cc}\p{Cs}\p{Co}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replaceAll('|', '\\|')
