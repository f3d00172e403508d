/** A mark of a generator that opens or closes a part of a page. */
export interface PartMark {
  /** What has to close it: the mark's syntax and name. */
  key: string
  closes: boolean
  indent: number
  /** What stands before it on its line: spaces, or the bullet of an item. */
  lead: string
  /** The kind of a hint, lower case; empty for a part that only groups. */
  hint: string
  title: string
  /** The language of code, if the part holds code. */
  code?: string
}

const HINTS = new Set(
  (
    'note notes info tip tips hint important warning warn caution danger attention error success question help faq ' +
    'example quote cite abstract summary tldr bug failure fail missing seealso todo callout alert notice admonition ' +
    'admonish aside remark remarks details expand collapse collapsible spoiler message banner check done security ' +
    'primary secondary tipp hinweis warnung achtung remarque conseil tab tabitem'
  ).split(' '),
)
/** Names that say only that it is a hint; its kind is then in an attribute. */
const GENERAL =
  /^(?:hint|callout|alert|notice|admonition|admonish|message|banner|aside|details|expand|collapse|collapsible|spoiler)$/
const CODE = /^(?:highlight|codeblock|code|code-toggle|prism|mermaid|gist)$/

/** Whether a word names a kind of hint. */
const isHint = (word: string): boolean => HINTS.has(word.toLowerCase())

const COLONS = /^([ \t]*)(:{3,})[ \t]*(.*)$/
const LIQUID = /^([ \t]*)\{%-?[ \t]*(\/|end)?([a-z][\w-]*)([^{}]{0,500}?)-?%\}[ \t]*$/i
const HUGO = /^([ \t]*)\{\{[<%][ \t]*(\/)?[ \t]*([a-z][\w/-]*)([^{}]{0,500}?)[>%]\}\}[ \t]*$/i
const TAG = /^([ \t]*)<(\/)?([A-Z][A-Za-z.]*)((?:[ \t][^<>]{0,500})?)>[ \t]*$/
const ORG = /^([ \t]*(?:[-*+][ \t]+)?)#\+(BEGIN|END)_([A-Z]+)[ \t]*(.*)$/i

/** Reads the mark that a line consists of, or null. */
export function partMarkIn(line: string): PartMark | null {
  const [, indent = '', colons, rest = ''] = COLONS.exec(line) ?? []
  if (colons) return colonMark(indent, rest.trim())
  const [, before = '', ends, name = '', given = ''] = LIQUID.exec(line) ?? HUGO.exec(line) ?? TAG.exec(line) ?? []
  // What closes itself holds nothing.
  if (name && /\/[ \t]*$/.test(given)) return null
  if (name) {
    const key = `${line.trimStart().startsWith('<') ? '<' : '{'}${name.toLowerCase()}`
    return {
      key,
      closes: ends !== undefined,
      indent: widthOf(before),
      lead: before,
      ...kindOf(name.toLowerCase(), given),
    }
  }
  const [, left = '', which, block = '', written = ''] = ORG.exec(line) ?? []
  if (!which) return null
  const part = block.toLowerCase()
  const closes = which.toUpperCase() === 'END'
  const code = /^(?:src|example|export)$/.test(part) ? { code: /^[\w+#-]{0,20}/.exec(written)?.[0] ?? '' } : {}
  return {
    key: `#${part}`,
    closes,
    indent: widthOf(left),
    lead: left,
    hint: isHint(part) ? part : '',
    title: '',
    ...code,
  }
}

/** `:::note[Title]`, `::: note Title`, `:::{note} Title`, `::: {.callout-note title="Title"}`. */
function colonMark(indent: string, rest: string): PartMark | null {
  const at = { key: ':', indent: widthOf(indent), lead: indent }
  if (rest === '') return { ...at, closes: true, hint: '', title: '' }
  const [, name = '', title = ''] = /^\{?[ \t]*\.?(?:callout-)?([\p{L}][\p{L}\p{N}_-]{0,40})(.*)$/u.exec(rest) ?? []
  if (!name) return /^[{\w]/.test(rest) ? { ...at, closes: false, hint: '', title: '' } : null
  return { ...at, closes: false, ...kindOf(name.toLowerCase(), title) }
}

function kindOf(name: string, given: string): Pick<PartMark, 'hint' | 'title' | 'code'> {
  if (CODE.test(name))
    return { hint: '', title: '', code: /^[ \t]*"?([\w+#-]{1,20})(?![\w+#=-])/.exec(given)?.[1] ?? '' }
  if (!isHint(name)) return { hint: '', title: '' }
  if (/^tab/.test(name)) return tabOf(given)
  const attribute = (words: string) =>
    new RegExp(`\\b(?:${words})[ \\t]*=[ \\t]*\\{?(?:"([^"]*)"|'([^']*)'|([\\w-]+))`, 'i').exec(given)
  const attributeValue = (found: RegExpExecArray | null) => found?.[1] ?? found?.[2] ?? found?.[3] ?? ''
  const said = attributeValue(attribute('style|type|kind|level|color|context|variant|icon'))
  const first = /^[ \t]*"?([a-z]+)"?(?=[\s"]|$)/i.exec(given)?.[1] ?? ''
  const bracketed = /^[ \t]*\[([^\]\n]{0,200})\]/.exec(given)?.[1]
  const title = bracketed ?? attributeValue(attribute('title|summary|heading|name|header'))
  const named = GENERAL.test(name) ? [said, first].find(isHint) : undefined
  const isPlain = title === '' && !/[={}[\]]/.test(given)
  const words = isPlain ? given.replace(/^[ \t}]+|["'][ \t]*$/g, '').replace(/^["']/, '') : title
  const kind = named?.toLowerCase() ?? (GENERAL.test(name) ? 'note' : name)
  return {
    hint: kind,
    title: isPlain && named === first.toLowerCase() ? words.slice(first.length).trim() : words.trim(),
  }
}

/** A tab with a name is a box of that name. */
function tabOf(given: string): { hint: string; title: string } {
  const [, title = ''] =
    /\b(?:label|title|name|header)[ \t]*=[ \t]*\{?["']([^"'\n]{1,100})["']/.exec(given) ??
    /^[ \t]*"([^"\n]{1,100})"/.exec(given) ??
    []
  return { hint: title ? 'tab' : '', title }
}

/** How far a line is set in, a tab as four. */
export const widthOf = (space: string): number => [...space].reduce((sum, one) => sum + (one === '\t' ? 4 : 1), 0)

/**
 * A mark whose words are set in below it: `!!! note "Title"`, `??? tip`, `=== "Tab"`; or `:   so`,
 * the meaning of the term above it.
 */
export interface SetInMark {
  indent: number
  /** The words on its own line. */
  words: string
  hint: string
  title: string
}

const SET_IN = /^([ \t]*)(!!!|\?\?\?\+?|===[!+]?)[ \t]*(.*)$/

const MEANING = /^([ \t]*):(?: {3}|\t)(?=\S)(.*)$/

/** Reads a mark of Python-Markdown whose words are set in below it, or null. */
export function setInMarkIn(line: string): SetInMark | null {
  const [, before, words] = MEANING.exec(line) ?? []
  if (before !== undefined && words !== undefined) return { indent: widthOf(before), words, hint: '', title: '' }
  const [, space = '', sign = '', rest = ''] = SET_IN.exec(line) ?? []
  if (!sign) return null
  const [, kinds = '', quoted] = /^([\w -]*?)[ \t]*(?:"([^"\n]*)"[ \t]*)?$/.exec(rest.trim()) ?? []
  const isTab = sign.startsWith('=')
  if (isTab ? quoted === undefined : kinds === '') return null
  const hint = isTab ? 'tab' : (kinds.split(/\s/, 1)[0] ?? '').toLowerCase()
  return { indent: widthOf(space), words: '', hint, title: quoted ?? '' }
}

/** Fences whose words are a hint: MyST's `{note}`, mdBook's `admonish note`, Obsidian's `ad-note`. */
export function hintOfFence(info: string): Pick<SetInMark, 'hint' | 'title'> | null {
  const [, braced, after = ''] = /^\{([\w-]+)\}[ \t]*(.*)$/.exec(info) ?? []
  if (braced) return isHint(braced) ? { hint: braced.toLowerCase(), title: after } : null
  const [, kind, title = ''] = /^(?:ad-|admonish[ \t]+)([\w-]+)[ \t]*(.*)$/.exec(info) ?? []
  return kind ? { hint: kind.toLowerCase(), title: title.replace(/^"|"$/g, '') } : null
}
