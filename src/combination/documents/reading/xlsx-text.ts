import type { RootContent } from 'mdast'
import { MOST_SOURCE } from '../../../text/index.ts'
import { titleSaid } from './docx-text.ts'
import { markdownOf } from './html-text.ts'
import { formsOf, numberShown } from './number-format.ts'
import { headingOf, paragraphOf, tableOf } from './office-words.ts'
import { type Office, openOffice } from './open-office.ts'
import { raisedWords } from './raised.ts'
import { damaged, type ReadIn, TOO_LONG, Unreadable } from './read-in.ts'
import { attributeOf, elementIn, elementsIn, isOn, localName, textOf, type Xml } from './xml.ts'

const KIND = 'Excel workbook'

/**
 * Reads an Excel workbook as Markdown: each sheet under its name, its rows as a table whose first
 * row is its head; hidden sheets, rows and columns are left out, formulas are their results.
 */
export function xlsxText(bytes: Uint8Array): ReadIn {
  const office = openOffice(bytes, KIND)
  const workbook = office.xml('xl/workbook.xml')
  if (!workbook) throw damaged(KIND)
  const references = office.references('xl/workbook.xml')
  const shared = elementsIn(office.xml(partOf(references, 'sharedStrings') ?? 'xl/sharedStrings.xml'), 'si').map(
    wordsOfString,
  )
  const forms = formsOf(office.xml(partOf(references, 'styles') ?? 'xl/styles.xml'))
  const from1904 = /^(?:1|true)$/.test(attributeOf(elementIn(workbook, 'workbookPr'), 'date1904') ?? '')
  const content: RootContent[] = []
  let letters = 0
  for (const sheet of elementsIn(elementIn(workbook, 'sheets'), 'sheet')) {
    if (/hidden/i.test(attributeOf(sheet, 'state') ?? '')) continue
    const found = references.get(sheetId(sheet))
    const root = found?.type === 'worksheet' ? office.xml(found.target) : undefined
    const cells = root ? rowsOf(root, (cell) => shownIn(cell, shared, forms, from1904)) : []
    letters += cells.reduce((sum, row) => sum + row.reduce((all, { words }) => all + words.length + 3, 0), 0)
    if (letters > MOST_SOURCE) throw new Unreadable(TOO_LONG)
    const blocks = blocksOf(cells)
    if (blocks.length)
      content.push(headingOf(attributeOf(sheet, 'name') ?? '', 1), ...blocks, ...notesOf(office, found?.target))
  }
  return { title: titleSaid(office), text: markdownOf({ type: 'root', children: content }), pages: null }
}

const partOf = (references: ReturnType<Office['references']>, type: string) =>
  [...references.values()].find((one) => one.type === type)?.target

/** Its attribute `r:id`, beside which there is `sheetId`. */
const sheetId = ({ attributes }: Xml) => Object.entries(attributes).find(([key]) => /:id$/.test(key))?.[1] ?? ''

/** A string's words; readings of characters (furigana) beside them are left out. */
function wordsOfString(node: Xml): string {
  let words = ''
  for (const part of elementsIn(node)) {
    if (localName(part) === 't') words += textOf(part)
    if (localName(part) !== 'r') continue
    const properties = elementIn(part, 'rPr')
    const own = elementsIn(part, 't').map(textOf).join('')
    const raised = attributeOf(elementIn(properties, 'vertAlign'), 'val')
    if (isOn(elementIn(properties, 'strike'))) continue
    words += raised && raised !== 'baseline' ? raisedWords(own, raised === 'superscript', words) : own
  }
  // Signs that XML does not hold are written as _x000D_.
  return words.replace(/_x000[aAdD9]_/g, ' ')
}

interface Cell {
  column: number
  words: string
}

function rowsOf(root: Xml, shown: (cell: Xml) => string): Cell[][] {
  const hidden = elementsIn(elementIn(root, 'cols'), 'col')
    .filter((col) => /^(?:1|true)$/.test(attributeOf(col, 'hidden') ?? ''))
    .map((col) => [Number(attributeOf(col, 'min')), Number(attributeOf(col, 'max'))] as const)
  const rows: Cell[][] = []
  let before = 0
  for (const row of elementsIn(elementIn(root, 'sheetData'), 'row')) {
    const number = Number(attributeOf(row, 'r') ?? before + 1)
    if (/^(?:1|true)$/.test(attributeOf(row, 'hidden') ?? '')) {
      if (number === before + 1) before = number
      continue
    }
    let column = 0
    const cells = elementsIn(row, 'c').flatMap((cell) => {
      column = columnOf(attributeOf(cell, 'r')) ?? column + 1
      const own = column
      const words = hidden.some(([from, to]) => from <= own && own <= to) ? '' : shown(cell).trim()
      return words ? { column: own, words } : []
    })
    // An empty row parts two tables; many part no more than one.
    if (number > before + 1 && rows.at(-1)?.length) rows.push([])
    rows.push(cells)
    before = number
  }
  return rows
}

function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d/.exec(reference ?? '')?.[1]
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) : null
}

function shownIn(cell: Xml, shared: readonly string[], forms: ReturnType<typeof formsOf>, from1904: boolean): string {
  const type = attributeOf(cell, 't') ?? 'n'
  if (type === 'inlineStr') {
    const own = elementIn(cell, 'is')
    return own ? wordsOfString(own) : ''
  }
  const value = elementIn(cell, 'v')
  const written = value ? textOf(value) : ''
  if (type === 's') return shared[Number(written)] ?? ''
  if (type === 'b') return written === '1' ? 'TRUE' : written === '0' ? 'FALSE' : written
  if (type === 'd') return written.replace(/T00:00:00(?:\.0+)?Z?$/, '')
  if (type !== 'n') return written
  return numberShown(written, forms[Number(attributeOf(cell, 's') ?? 0)] ?? 'plain', from1904)
}

/** Rows as blocks: between empty rows, a table with its head, below paragraphs of single cells. */
function blocksOf(rows: readonly Cell[][]): RootContent[] {
  const blocks: RootContent[] = []
  let open: Cell[][] = []
  const close = () => {
    const first = open.findIndex((row) => row.length > 1)
    const above = first < 0 ? open.length : first
    for (const row of open.slice(0, above)) for (const { words } of row) blocks.push(paragraphOf(words))
    const table = open.slice(above)
    const columns = [...new Set(table.flatMap((row) => row.map(({ column }) => column)))].sort((a, b) => a - b)
    const places = new Map(columns.map((column, n) => [column, n]))
    if (table.length) blocks.push(tableOf(table.map((row) => inPlaces(row, places))))
    open = []
  }
  for (const row of rows) {
    if (row.length) open.push(row)
    else close()
  }
  close()
  return blocks
}

function inPlaces(row: readonly Cell[], places: ReadonlyMap<number, number>): string[] {
  const cells: string[] = []
  for (const { column, words } of row) cells[places.get(column) ?? 0] = words
  return Array.from(cells, (words) => words ?? '')
}

/** The notes written on a sheet's cells, each with its cell. */
function notesOf(office: Office, sheet: string | undefined): RootContent[] {
  const part = sheet && partOf(office.references(sheet), 'comments')
  const list = part ? elementIn(office.xml(part), 'commentList') : undefined
  return elementsIn(list, 'comment').flatMap((comment) => {
    const text = elementIn(comment, 'text')
    const words = text ? wordsOfString(text).replace(/\s+/g, ' ').trim() : ''
    return words ? paragraphOf(`${attributeOf(comment, 'ref') ?? ''}: ${words}`) : []
  })
}
