import { outlineIn, propertiesIn, type Style, type stylesOf } from './docx-styles.ts'
import { EQUATION_LEFT_OUT, texOf } from './tex.ts'
import { attributeOf, elementIn, elementsBelow, elementsIn, textOf, type Xml } from './xml.ts'

/** The style ids that stand for a title and an equation in what `docxPlain` returns. */
export const [TITLE_STYLE, TEX_STYLE] = ['WhorlTitle', 'WhorlTex']

/** Elements whose content is not said, or no longer: deletions, and where a moved text was. */
const GONE = new Set(['w:del', 'w:moveFrom', 'w:rPrChange', 'w:pPrChange'])
/** Elements that only hold others, which the next reader does not look into. */
const ONLY_HOLDS = new Set(['w:moveTo', 'w:customXml', 'w:smartTag', 'w:dir', 'w:bdo'])

/**
 * Makes a part of a Word document plain for the reader that follows: hidden and struck words and
 * deletions go, equations become TeX, styles that say title or heading become those known by id.
 */
export function docxPlain(root: Xml, styles: ReturnType<typeof stylesOf>): Xml {
  return { ...root, children: root.children.flatMap((one) => plain(one, styles(undefined))) }

  function plain(node: Xml | string, around: Style): (Xml | string)[] {
    if (typeof node === 'string') return [node]
    if (GONE.has(node.name)) return []
    if (node.name === 'm:oMath') return [texRun(texOf(node))]
    if (node.name === 'm:oMathPara') return elementsIn(node, 'oMath').flatMap((one) => plain(one, around))
    if (node.name === 'w:p') return [paragraph(node)]
    if (node.name === 'w:r') return run(node, around)
    const children = node.children.flatMap((one) => plain(one, around))
    if (node.name === 'w:tbl') return [{ ...node, children: withHead(children) }]
    if (ONLY_HOLDS.has(node.name)) return children
    if (node.name === 'mc:AlternateContent' && !elementIn(node, 'Fallback')) {
      const choice = elementsIn({ ...node, children }, 'Choice')[0]
      return choice ? [{ ...node, children: [{ ...choice, name: 'mc:Fallback' }] }] : []
    }
    return [{ ...node, children }]
  }

  function paragraph(node: Xml): Xml {
    const properties = elementIn(node, 'pPr')
    const style = styles(attributeOf(elementIn(properties, 'pStyle'), 'val'))
    const level = outlineIn(properties) ?? style.level
    const children = node.children.flatMap((one) => plain(one, style))
    if (level === null || textOf(node).trim() === '') return { ...node, children }
    const id = level === 0 ? TITLE_STYLE : `Heading${level}`
    const styled = [{ name: 'w:pStyle', attributes: { 'w:val': id }, children: [] }]
    const others = (properties?.children ?? []).filter((one) => typeof one === 'string' || one.name !== 'w:pStyle')
    const rest = children.filter((one) => typeof one === 'string' || one.name !== 'w:pPr')
    return { ...node, children: [{ name: 'w:pPr', attributes: {}, children: [...styled, ...others] }, ...rest] }
  }

  function run(node: Xml, around: Style): Xml[] {
    const properties = elementIn(node, 'rPr')
    const style = attributeOf(elementIn(properties, 'rStyle'), 'val')
    const said = propertiesIn(properties, style === undefined ? around : inheriting(styles(style), around))
    // Marks of fields and notes stay, so that they keep their pairs.
    const isMark = ({ name }: Xml) => /^w:(?:fldChar|instrText|footnoteReference|endnoteReference)$/.test(name)
    if (said.hidden || said.struck) {
      const marks = said.hidden
        ? elementsIn(node).filter((one) => /^w:(?:fldChar|instrText)$/.test(one.name))
        : elementsIn(node).filter(isMark)
      return marks.length ? [{ ...node, children: marks }] : []
    }
    if (
      elementsBelow(node, 'OLEObject').some((one) => /^(?:Equation|MathType)/i.test(attributeOf(one, 'ProgID') ?? ''))
    )
      return [wordsRun(EQUATION_LEFT_OUT)]
    const children = node.children.flatMap((one) => plain(one, around))
    const vertical = said.vertical
    if (!vertical || elementIn(properties, 'vertAlign')) return [{ ...node, children }]
    const raised = { name: 'w:vertAlign', attributes: { 'w:val': vertical }, children: [] }
    const rest = children.filter((one) => typeof one === 'string' || one.name !== 'w:rPr')
    return [
      {
        ...node,
        children: [{ name: 'w:rPr', attributes: {}, children: [raised, ...(properties?.children ?? [])] }, ...rest],
      },
    ]
  }
}

/** A table's rows, of which the first is its head if none is said to be. */
function withHead(children: readonly (Xml | string)[]): (Xml | string)[] {
  const first = children.findIndex((one) => typeof one !== 'string' && one.name === 'w:tr')
  return children.map((one, n) =>
    n === first && typeof one !== 'string' && elementsBelow(one, 'tblHeader').length === 0
      ? { ...one, children: [{ name: 'w:trPr', attributes: {}, children: [HEAD] }, ...one.children] }
      : one,
  )
}

const HEAD: Xml = { name: 'w:tblHeader', attributes: {}, children: [] }

const inheriting = (style: Style, around: Style): Style => ({
  level: null,
  hidden: style.hidden || around.hidden,
  struck: style.struck || around.struck,
  vertical: style.vertical ?? around.vertical,
})

const wordsRun = (words: string, style?: string): Xml => ({
  name: 'w:r',
  attributes: {},
  children: [
    ...(style
      ? [
          {
            name: 'w:rPr',
            attributes: {},
            children: [{ name: 'w:rStyle', attributes: { 'w:val': style }, children: [] }],
          },
        ]
      : []),
    { name: 'w:t', attributes: { 'xml:space': 'preserve' }, children: [words] },
  ],
})

const texRun = (tex: string) => wordsRun(tex, TEX_STYLE)
