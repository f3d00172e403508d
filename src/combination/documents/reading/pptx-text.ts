import type { List, RootContent } from 'mdast'
import { titleSaid } from './docx-text.ts'
import { markdownOf } from './html-text.ts'
import { headingOf, paragraphOf, tableOf } from './office-words.ts'
import { type Office, openOffice } from './open-office.ts'
import { raisedWords } from './raised.ts'
import { damaged, type ReadIn } from './read-in.ts'
import { inDollars, texOf } from './tex.ts'
import { attributeOf, elementIn, elementsBelow, elementsIn, localName, textOf, type Xml } from './xml.ts'

const KIND = 'PowerPoint presentation'
const NOTES = 'Notes: '

/**
 * Reads a PowerPoint presentation as Markdown: each slide a section under its title, with its
 * texts, tables and the speaker's notes; hidden slides and pictures are left out.
 */
export function pptxText(bytes: Uint8Array): ReadIn {
  const office = openOffice(bytes, KIND)
  const presentation = office.xml('ppt/presentation.xml')
  if (!presentation) throw damaged(KIND)
  const references = office.references('ppt/presentation.xml')
  const pages: number[] = []
  let text = ''
  let title: string | null = null
  let lines = 0
  for (const id of elementsIn(elementIn(presentation, 'sldIdLst'), 'sldId')) {
    const name = references.get(Object.entries(id.attributes).find(([key]) => /:id$/.test(key))?.[1] ?? '')?.target
    const slide = name ? office.xml(name) : undefined
    pages.push(lines + 1)
    if (!name || !slide || /^(?:0|false)$/.test(attributeOf(slide, 'show') ?? '')) continue
    const read = slideRead(slide, pages.length)
    title ??= read.title
    const section = markdownOf({ type: 'root', children: [...read.content, ...notesOf(office, name)] })
    text += `${section}\n`
    lines += section.split('\n').length
  }
  return { title: titleSaid(office) ?? title, text: `${text.trimEnd()}\n`, pages }
}

function slideRead(slide: Xml, number: number): { title: string | null; content: RootContent[] } {
  let title: string | null = null
  const content: RootContent[] = []
  const tree = elementIn(elementIn(slide, 'cSld'), 'spTree')
  for (const shape of tree ? shapesIn(tree) : []) {
    if (localName(shape) === 'tbl') content.push(tableOf(elementsIn(shape, 'tr').map(cellsOf)))
    else {
      const kind = placeholderOf(shape)
      if (/^(?:dt|ftr|sldNum|hdr|sldImg)$/.test(kind)) continue
      const body = elementIn(shape, 'txBody')
      if (body && title === null && /^(?:title|ctrTitle)$/.test(kind)) title = wordsIn(body).join(' ') || null
      else if (body) content.push(...textsOf(body, kind === 'body' || kind === 'obj'))
    }
  }
  if (title === null && content.length === 0) return { title, content }
  return { title, content: [headingOf(title ?? `Slide ${number}`, 1), ...content] }
}

/** The shapes with text and the tables of a slide, in the order of reading; hidden ones are left out. */
const shapesIn = (tree: Xml): Xml[] =>
  elementsIn(tree).flatMap((one) => {
    const name = localName(one)
    if (elementsIn(one).some((part) => /^(?:1|true)$/.test(attributeOf(elementIn(part, 'cNvPr'), 'hidden') ?? '')))
      return []
    if (name === 'sp' || name === 'cxnSp') return [one]
    if (name === 'graphicFrame') return elementsBelow(one, 'tbl')
    if (name === 'AlternateContent') {
      const choice = elementIn(one, 'Choice')
      return choice ? shapesIn(choice) : []
    }
    return name === 'grpSp' ? shapesIn(one) : []
  })

/** The kind of a shape's placeholder, `obj` where it says none, or empty for a text of its own. */
function placeholderOf(shape: Xml): string {
  const place = elementIn(elementIn(elementIn(shape, 'nvSpPr'), 'nvPr'), 'ph')
  return place ? (attributeOf(place, 'type') ?? 'obj') : ''
}

/** A row's cells; one that continues a wider or higher cell is empty. */
const cellsOf = (row: Xml): string[] =>
  elementsIn(row, 'tc').map((cell) => {
    const body = elementIn(cell, 'txBody')
    const continues = attributeOf(cell, 'hMerge') ?? attributeOf(cell, 'vMerge')
    return body && !/^(?:1|true)$/.test(continues ?? '') ? wordsIn(body).join(' ') : ''
  })

const wordsIn = (body: Xml): string[] => elementsIn(body, 'p').map(wordsOfParagraph).filter(Boolean)

function wordsOfParagraph(paragraph: Xml): string {
  let words = ''
  for (const part of elementsIn(paragraph)) {
    const name = localName(part)
    const equation = name === 'm' ? part : elementsBelow(part, 'oMath')[0]
    if (equation) words += inDollars(texOf(equation))
    else if (name === 'br') words += ' '
    else if (name === 'r' || name === 'fld') {
      const properties = elementIn(part, 'rPr')
      const own = elementsIn(part, 't').map(textOf).join('')
      const raised = Number(attributeOf(properties, 'baseline') ?? 0)
      if (/Strike$/.test(attributeOf(properties, 'strike') ?? '')) continue
      words += raised ? raisedWords(own, raised > 0, words) : own
    }
  }
  return words.replace(/\s+/g, ' ').trim()
}

/** A shape's paragraphs; several in a list's place, or with marks of their own, are a list. */
function textsOf(body: Xml, isPlaceOfList: boolean): RootContent[] {
  const paragraphs = elementsIn(body, 'p')
    .map((one) => ({ words: wordsOfParagraph(one), properties: elementIn(one, 'pPr') }))
    .filter(({ words }) => words)
  const isListed = ({ properties }: (typeof paragraphs)[number]) =>
    !elementIn(properties, 'buNone') &&
    (isPlaceOfList
      ? paragraphs.length > 1
      : elementsIn(properties).some((one) => /^bu(?:Char|AutoNum|Blip)$/.test(localName(one))))
  const content: RootContent[] = []
  const open: List[] = []
  for (const one of paragraphs) {
    if (!isListed(one)) {
      open.length = 0
      content.push(paragraphOf(one.words))
      continue
    }
    const level = Math.min(open.length, Math.max(0, Number(attributeOf(one.properties, 'lvl') ?? 0) || 0))
    const ordered = elementIn(one.properties, 'buAutoNum') !== undefined
    if (!open[level] || open[level].ordered !== ordered) {
      const list: List = { type: 'list', ordered, spread: false, children: [] }
      const above = open[level - 1]?.children.at(-1)
      if (above) above.children.push(list)
      else content.push(list)
      open[level] = list
    }
    open.length = level + 1
    open[level].children.push({ type: 'listItem', spread: false, children: [paragraphOf(one.words) as never] })
  }
  return content
}

function notesOf(office: Office, slide: string): RootContent[] {
  const found = [...office.references(slide).values()].find(({ type }) => type === 'notesSlide')
  const notes = found && office.xml(found.target)
  const tree = notes && elementIn(elementIn(notes, 'cSld'), 'spTree')
  const texts = (tree ? shapesIn(tree) : [])
    .filter((shape) => placeholderOf(shape) === 'body')
    .flatMap((shape) => {
      const body = elementIn(shape, 'txBody')
      return body ? wordsIn(body) : []
    })
  return texts.map((words, n) => paragraphOf(n === 0 ? `${NOTES}${words}` : words))
}
