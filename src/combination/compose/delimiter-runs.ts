import { tableCells } from '../../text/index.ts'

/** Of so many marks in one paragraph the parser compares each with all that are open: their square is what it takes. */
const MOST_COMPARED = 3000 ** 2
/** A run of marks that may begin or end an emphasis, and what may end a link. */
const MARKS = /\*+|_+|~+|[[\]]/g
const EMPTY = /^[ \t]*\r?$/
const BEGINS = /^ {0,3}(?:[-+*] +\S|#{1,6} )/
const ROW = /^[ \t]*\|/
const DELIMITERS = /^[\s:|-]*$/

/** Whether a text has more marks that nothing closes in its paragraphs than a parser gets through in a moment. */
export function hasTooManyDelimiters(body: string): boolean {
  let compared = 0
  let crowd = 0
  let before = ''
  let inTable = false
  const end = () => {
    compared += crowd ** 2
    crowd = 0
  }
  for (const line of body.split('\n')) {
    if (!ROW.test(line)) inTable = false
    else if (DELIMITERS.test(line) && cellsIn(line) === cellsIn(before)) inTable = true
    // Rows of a table, items and headings stand for themselves.
    if (inTable || EMPTY.test(line) || BEGINS.test(line)) end()
    crowd += marksIn(line)
    before = line
  }
  end()
  return compared > MOST_COMPARED
}

const cellsIn = (line: string) => tableCells(line).length

/** How many marks of a line may open or close something; brackets that are closed are none. */
function marksIn(line: string): number {
  let [marks, open] = [0, 0]
  for (const { 0: run, index } of line.matchAll(MARKS)) {
    const [before, after] = [line[index - 1] ?? ' ', line[index + run.length] ?? ' ']
    if (run === '[') open++
    else if (run === ']' && open > 0) open--
    else if (run === ']') marks++
    else if (/\s/.test(before) && /\s/.test(after)) continue
    else if (!run.startsWith('_') || !(LETTER.test(before) && LETTER.test(after))) marks++
  }
  return marks
}

const LETTER = /[\p{L}\p{N}]/u
