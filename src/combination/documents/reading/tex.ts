import { attributeOf, elementIn, elementsIn, isOn, localName, textOf, type Xml } from './xml.ts'

/** What stands for an equation that cannot be read. */
export const EQUATION_LEFT_OUT = '(equation left out)'

/** An equation as TeX between dollar signs, on one line. */
export function inDollars(tex: string): string {
  const line = tex.replaceAll('$', '\\$').replace(/\s+/g, ' ').trim()
  return line ? `$${line}$` : EQUATION_LEFT_OUT
}

/** Letters of Unicode stay as they are, as current TeX reads them; signs that mean something to TeX are escaped. */
const letters = (text: string) =>
  text
    .replace(/[\u2061-\u2064]/g, '')
    .replace(/[\\{}%&#_^~]/g, (sign) => (sign === '\\' ? '\\backslash ' : sign === '~' ? '\\sim ' : `\\${sign}`))

const group = (tex: string) => (/^(?:[\p{L}\p{N}]|\\[a-z]+)$/iu.test(tex.trim()) ? tex.trim() : `{${tex.trim()}}`)
/** A base of one letter or number needs no braces. */
const base = (tex: string) => (/^(?:[\p{L}]|\d+|\\[a-z]+)$/iu.test(tex.trim()) ? tex.trim() : `{${tex.trim()}}`)
const braced = (tex: string) => `{${tex.trim()}}`
const joined = (nodes: readonly Xml[]) => nodes.map(texOf).join('')
const inside = (node: Xml | undefined, name: string) => joined(elementsIn(elementIn(node, name)))
const raisedBy = (sub: string, sup: string) => `${sub ? `_${group(sub)}` : ''}${sup ? `^${group(sup)}` : ''}`

const LARGE: Record<string, string> = {
  '∑': '\\sum',
  '∏': '\\prod',
  '∫': '\\int',
  '∬': '\\iint',
  '∮': '\\oint',
  '⋃': '\\bigcup',
  '⋂': '\\bigcap',
}
const ACCENTS: Record<string, string> = {
  '̂': '\\hat',
  '^': '\\hat',
  ˆ: '\\hat',
  '̃': '\\tilde',
  '~': '\\tilde',
  '˜': '\\tilde',
  '̄': '\\bar',
  '¯': '\\bar',
  '‾': '\\overline',
  _: '\\underline',
  '⃗': '\\vec',
  '→': '\\vec',
  '̇': '\\dot',
  '˙': '\\dot',
  '̈': '\\ddot',
  '¨': '\\ddot',
  '⏞': '\\overbrace',
  '⏟': '\\underbrace',
  '̅': '\\overline',
}
const FUNCTIONS =
  /^(?:sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|arcsin|arccos|arctan|log|ln|lg|exp|lim|max|min|sup|inf|det|dim|gcd|arg|deg|ker)$/
const named = (written: string, text = written.replace(/[\u2061-\u2064]/g, '')) =>
  FUNCTIONS.test(text.trim()) ? `\\${text.trim()} ` : letters(text)
const matrix = (rows: readonly (readonly string[])[]) =>
  `\\begin{matrix}${rows.map((row) => row.map((cell) => cell.trim()).join(' & ')).join(' \\\\ ')}\\end{matrix}`

type Write = (node: Xml) => string

/** Elements of Word's equations (OMML). */
const OMML: Record<string, Write> = {
  r: (node) => named(elementsIn(node, 't').map(textOf).join('')),
  f: (node) => {
    const type = attributeOf(elementIn(elementIn(node, 'fPr'), 'type'), 'val')
    const [over, under] = [inside(node, 'num'), inside(node, 'den')]
    if (type === 'lin' || type === 'skw') return `${base(over)}/${base(under)}`
    return `${type === 'noBar' ? '\\binom' : '\\frac'}${braced(over)}${braced(under)}`
  },
  sSup: (node) => base(inside(node, 'e')) + raisedBy('', inside(node, 'sup')),
  sSub: (node) => base(inside(node, 'e')) + raisedBy(inside(node, 'sub'), ''),
  sSubSup: (node) => base(inside(node, 'e')) + raisedBy(inside(node, 'sub'), inside(node, 'sup')),
  sPre: (node) => `{}${raisedBy(inside(node, 'sub'), inside(node, 'sup'))}${base(inside(node, 'e'))}`,
  rad: (node) => {
    const degree = isOn(elementIn(elementIn(node, 'radPr'), 'degHide')) ? '' : inside(node, 'deg').trim()
    return `\\sqrt${degree ? `[${degree}]` : ''}${braced(inside(node, 'e'))}`
  },
  nary: (node) => {
    const sign = attributeOf(elementIn(elementIn(node, 'naryPr'), 'chr'), 'val') ?? '∫'
    return `${LARGE[sign] ?? letters(sign)}${raisedBy(inside(node, 'sub'), inside(node, 'sup'))} ${inside(node, 'e')}`
  },
  d: (node) => {
    const properties = elementIn(node, 'dPr')
    const sign = (name: string, usual: string) =>
      letters(attributeOf(elementIn(properties, name), 'val') ?? usual) || '.'
    const parts = elementsIn(node, 'e').map((e) => joined(elementsIn(e)))
    return `\\left${sign('begChr', '(')}${parts.join(sign('sepChr', '|'))}\\right${sign('endChr', ')')}`
  },
  func: (node) => `${inside(node, 'fName').trim()} ${inside(node, 'e')}`,
  limLow: (node) => `${inside(node, 'e').trim()}_${group(inside(node, 'lim'))}`,
  limUpp: (node) => `${inside(node, 'e').trim()}^${group(inside(node, 'lim'))}`,
  acc: (node) =>
    (ACCENTS[attributeOf(elementIn(elementIn(node, 'accPr'), 'chr'), 'val') ?? '̂'] ?? '\\hat') +
    braced(inside(node, 'e')),
  bar: (node) =>
    (attributeOf(elementIn(elementIn(node, 'barPr'), 'pos'), 'val') === 'top' ? '\\overline' : '\\underline') +
    braced(inside(node, 'e')),
  groupChr: (node) =>
    (ACCENTS[attributeOf(elementIn(elementIn(node, 'groupChrPr'), 'chr'), 'val') ?? '⏟'] ?? '\\underbrace') +
    braced(inside(node, 'e')),
  m: (node) => matrix(elementsIn(node, 'mr').map((row) => elementsIn(row, 'e').map((e) => joined(elementsIn(e))))),
  eqArr: (node) => matrix(elementsIn(node, 'e').map((e) => [joined(elementsIn(e))])),
}

const parts = (node: Xml) => elementsIn(node).map(texOf)
const rows = (node: Xml) =>
  elementsIn(node).map((row) => elementsIn(row, 'mtd').map((cell) => joined(elementsIn(cell))))

/** Elements of MathML. */
const MATHML: Record<string, Write> = {
  mi: (node) => named(textOf(node).trim()),
  mn: (node) => letters(textOf(node).trim()),
  mo: (node) =>
    LARGE[textOf(node).trim()] ?? (/^[\u2061-\u2064]$/.test(textOf(node).trim()) ? '' : named(textOf(node).trim())),
  mtext: (node) => `\\text{${letters(textOf(node))}}`,
  ms: (node) => `\\text{${letters(textOf(node))}}`,
  mspace: () => ' ',
  mphantom: () => '',
  annotation: () => '',
  'annotation-xml': () => '',
  msup: (node) => scripted(node, (sup) => raisedBy('', sup ?? '')),
  msub: (node) => scripted(node, (sub) => raisedBy(sub ?? '', '')),
  msubsup: (node) => scripted(node, (sub, sup) => raisedBy(sub ?? '', sup ?? '')),
  munder: (node) => scripted(node, (sub) => raisedBy(sub ?? '', '')),
  munderover: (node) => scripted(node, (sub, sup) => raisedBy(sub ?? '', sup ?? '')),
  mover: (node) => {
    const [below = '', above = ''] = parts(node)
    const accent = ACCENTS[elementsIn(node)[1] ? textOf(elementsIn(node)[1] as Xml).trim() : '']
    return accent ? accent + braced(below) : `${base(below)}^${group(above)}`
  },
  mfrac: (node) => `\\frac${braced(parts(node)[0] ?? '')}${braced(parts(node)[1] ?? '')}`,
  msqrt: (node) => `\\sqrt${braced(parts(node).join(''))}`,
  mroot: (node) => `\\sqrt[${parts(node)[1] ?? ''}]${braced(parts(node)[0] ?? '')}`,
  mfenced: (node) =>
    `${letters(node.attributes.open ?? '(')}${parts(node).join(', ')}${letters(node.attributes.close ?? ')')}`,
  mtable: (node) => matrix(rows(node)),
  semantics: (node) => {
    const tex = elementsIn(node, 'annotation').find(({ attributes }) => /tex/i.test(attributes.encoding ?? ''))
    return tex ? textOf(tex) : texOf(elementsIn(node)[0])
  },
}

function scripted(node: Xml, marks: (first?: string, second?: string) => string): string {
  const [below = '', first, second] = parts(node)
  return base(below) + marks(first?.trim(), second?.trim())
}

/** Writes an equation, in OMML or MathML, as TeX. */
export function texOf(node: Xml | undefined): string {
  if (!node) return ''
  const name = localName(node)
  if (/(?:Pr|^ctrlPr)$/.test(name)) return ''
  const write = Object.hasOwn(OMML, name) ? OMML[name] : Object.hasOwn(MATHML, name) ? MATHML[name] : undefined
  return write ? write(node) : joined(elementsIn(node))
}
