import { tableCells } from '../../text/index.ts'

/**
 * The parser compares each mark of a paragraph with all open ones, so its time grows with their
 * square.
 */
const MOST_COMPARED = 3000 ** 2
/** Runs of marks that may open or close emphasis, and brackets. */
const MARKS = /\*+|_+|~+|[[\]]/g
const EMPTY = /^[ \t]*\r?$/
const BEGINS = /^ {0,3}(?:[-+*] +\S|#{1,6} )/
const ROW = /^[ \t]*\|/
const DELIMITERS = /^[\s:|-]*$/

/** Whether a text's paragraphs have too many unclosed marks to be parsed quickly. */
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
    // Table rows, items and headings are parsed separately.
    if (inTable || EMPTY.test(line) || BEGINS.test(line)) end()
    crowd += marksIn(line)
    before = line
  }
  end()
  return compared > MOST_COMPARED
}

const cellsIn = (line: string) => tableCells(line).length

/** Counts the marks of a line that may open or close something, except brackets that are closed. */
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
