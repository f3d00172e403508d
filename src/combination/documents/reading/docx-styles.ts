import { attributeOf, elementIn, elementsIn, isOn, type Xml } from './xml.ts'

/** What a style says that matters for reading. */
export interface Style {
  /** 0 for the document's title, 1 to 6 for a heading. */
  level: number | null
  hidden: boolean
  struck: boolean
  vertical: string | null
}

const NONE: Style = { level: null, hidden: false, struck: false, vertical: null }

/** Names of title and heading styles as programs write them in the languages of their users. */
const TITLE =
  /^(?:title|titel|titre|t[ií]tulo|titolo|tytuł|otsikko|tittel|название|заголовок|назва|タイトル|表題|标题|標題|제목|عنوان)$/i
const HEADING =
  /^(?:heading|überschrift|berschrift|titre|t[ií]tulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|címsor|заголовок|başlık|見出し|标题|標題|제목)\s*([1-9])$/i

/** The styles of a Word document, by id, each with what it inherits. */
export function stylesOf(styles: Xml | undefined): (id: string | undefined) => Style {
  const all = new Map(elementsIn(styles, 'style').map((style) => [attributeOf(style, 'styleId') ?? '', style]))
  const known = new Map<string, Style>()
  return (id) => (id === undefined ? NONE : read(id, 0))

  function read(id: string, depth: number): Style {
    const before = known.get(id)
    if (before) return before
    const style = all.get(id)
    // A chain longer than this goes in a circle.
    if (!style || depth > 50) return style ? NONE : { ...NONE, level: levelNamed(id) }
    const parent = attributeOf(elementIn(style, 'basedOn'), 'val')
    const inherited = parent === undefined ? NONE : read(parent, depth + 1)
    const name = attributeOf(elementIn(style, 'name'), 'val') ?? ''
    const own = propertiesIn(elementIn(style, 'rPr'), inherited)
    const level = levelNamed(name) ?? outlineIn(elementIn(style, 'pPr')) ?? inherited.level
    const said = { ...own, level: /^(?:subtitle|toc heading|untertitel)$/i.test(name) ? null : level }
    known.set(id, said)
    return said
  }
}

function levelNamed(name: string): number | null {
  if (TITLE.test(name)) return 0
  const level = HEADING.exec(name)?.[1]
  return level ? Math.min(6, Number(level)) : null
}

/** The level of a paragraph's outline, from 1; null if it is body text. */
export function outlineIn(properties: Xml | undefined): number | null {
  const level = attributeOf(elementIn(properties, 'outlineLvl'), 'val')
  return level !== undefined && /^[0-8]$/.test(level) ? Math.min(6, Number(level) + 1) : null
}

/** What run properties say, over what is inherited. */
export function propertiesIn(properties: Xml | undefined, inherited: Style): Style {
  const size = attributeOf(elementIn(properties, 'sz'), 'val')
  const said = (name: string, before: boolean) => {
    const one = elementIn(properties, name)
    return one ? isOn(one) : before
  }
  return {
    level: inherited.level,
    hidden: said('vanish', inherited.hidden) || (size !== undefined && Number(size) <= 2),
    struck: said('strike', inherited.struck) || said('dstrike', false),
    vertical: attributeOf(elementIn(properties, 'vertAlign'), 'val') ?? inherited.vertical,
  }
}
