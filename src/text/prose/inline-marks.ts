import { inlinePattern, readInline } from '../inline.ts'
import type { Line, Way } from './parts.ts'

const ATTRIBUTE = String.raw`(?:[#.][\w:./-]+|[\w:-]+=(?:"[^"{}\n]*"|'[^'{}\n]*'|[\w./#%:-]+))`
const TEMPLATE = String.raw`\{\{(?![<%]?\/\*)[^{}]{0,1000}\}\}`
const MARKS = [
  TEMPLATE,
  String.raw`\{%(?!\})[^{}]{0,1000}%\}`,
  String.raw`<%(?:[^%\n]|%(?!>)){0,1000}%>`,
  String.raw`(?<attributes>[ \t]?\{(?:[ \t]*:[^{}\n]{0,300}|[ \t]*${ATTRIBUTE}(?:[ \t]+${ATTRIBUTE}){0,20}[ \t]*)\})`,
  String.raw`[[(][\p{L}][\p{L}\p{N} _-]{0,40}::[ \t]+(?<value>[^[\]()\n]{0,500})[\])]`,
  String.raw`\]\(\(\((?<address>[\da-f]{8}-[\da-f-]{20,30})\)\)\)`,
  String.raw`:(?:octicons|material|fontawesome|simple)-[\w-]{1,80}:(?<icon>)`,
  String.raw`\(\((?<ref>[\da-f]{8}-[\da-f-]{20,30})\)\)`,
  String.raw`(?<place>[ \t]\^[A-Za-z0-9-]{1,40})(?=[ \t]*$)`,
]
const MARK = new RegExp(inlinePattern(new RegExp(MARKS.join('|'), 'u')).source, 'gmu')
const MAY_MARK = /:(?:octicons|material|fontawesome|simple)-|\{[{%:#.\s]|\{[\w:-]+=|<%|::\s|\(\(|\s\^[\w-]+[ \t]*$/m
/** Shortcodes that name another page: the page's path stands for them. */
const PATH =
  /^\{[{%][<%]?[ \t]*(?:relref|ref|link|post_url|doc_url)[ \t]+(?:\.[ \t]+)?(?:(?:path|page)=)?["']?([^"'{}\s<>]+)/i
const WORDS = /\b(?:text|label|content)[ \t]*=[ \t]*(?:"([^"\n]{1,300})"|'([^'\n]{1,300})')/i

/** Takes marks inside of lines out; a value that is not known leaves a `…` among other words. */
export function withoutInlineMarks(lines: readonly Line[], way: Way): string[] {
  const text = lines.map((line) => line.text).join('\n')
  if (!MAY_MARK.test(text)) return text.split('\n')
  const parts: string[] = []
  let from = 0
  const mark = (found: RegExpExecArray, line: number) => {
    if (found.index < from || lines[line - 1]?.kept) return
    const instead = insteadOf(found, text, way)
    if (instead === null) return
    parts.push(text.slice(from, found.index), instead + '\n'.repeat(found[0].split('\n').length - 1))
    from = found.index + found[0].length
    if (instead === '' && /(?:^|\s)$/.test(text.slice(Math.max(0, found.index - 1), found.index)))
      while (text[from] === ' ') from++
  }
  readInline(text, MARK, { mark: (found, line) => mark(found, line) })
  if (from === 0) return text.split('\n')
  const before = text.split('\n')
  return (parts.join('') + text.slice(from))
    .split('\n')
    .map((line, n) => (line !== before[n] && ONLY_MARKERS.test(line) ? '' : line))
}

/** What remains of a heading or an item whose words were a mark. */
const ONLY_MARKERS = /^[ \t>]*(?:#{1,6}|[-*+:]|\d{1,9}[.)])?[ \t]*(?:\[[ xX]\][ \t]*)?$/

/** The words that stand for a mark; null if it is none here. */
function insteadOf(found: RegExpExecArray, text: string, way: Way): string | null {
  const [whole] = found
  const { attributes, value, address, icon, ref, place } = found.groups ?? {}
  const [at, end] = [found.index, found.index + whole.length]
  if (place !== undefined) return way === 'said' ? '' : null
  if (value !== undefined) return value.trim()
  if (address !== undefined) return `](#${address})`
  if (icon !== undefined) return ''
  const isAddress = /\]\([^()\s]*$/.test(text.slice(Math.max(0, at - 300), at))
  if (ref !== undefined) return isAddress ? null : among(text, at, end)
  if (attributes !== undefined) return insteadOfAttributes(attributes, text, at, end, way)
  const path = PATH.exec(whole)?.[1]
  if (path) return isAddress ? path : ''
  if (isAddress) return ''
  const words = WORDS.exec(whole)
  if (words) return words[1] ?? words[2] ?? ''
  return whole.startsWith('{{') && !/^\{\{[<%]/.test(whole) ? among(text, at, end) : between(whole, text, at, end)
}

/** A list of attributes stands at the end of a line or behind a link, code or emphasis. */
function insteadOfAttributes(attributes: string, text: string, at: number, end: number, way: Way): string | null {
  const isLast = /^[ \t]*(?:#+[ \t]*)?(?:\||$)/m.exec(text.slice(end, end + 80))?.index === 0
  if (!isLast && !/[)\]`*"]/.test(text[at - 1] ?? '') && !/^[ \t]?\{:/.test(attributes)) return null
  // A heading keeps its name, to which links lead.
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  const id = way === 'shown' && /^[ \t>]*#{1,6}[ \t]/.test(line) ? /#([\w:.-]+)/.exec(attributes)?.[1] : undefined
  return id ? ` {#${id}}` : ''
}

/** `…` if other words stand on the line. */
const among = (text: string, at: number, end: number): string =>
  hasBefore(text, at) || /\S/.test(firstAfter(text, end)) ? '…' : ''

/** `…` between words that go on, for a shortcode that is not one of a pair. */
function between(mark: string, text: string, at: number, end: number): string {
  const [, closing, name = ''] = /^(?:\{\{[<%]|\{%-?|<%)[ \t]*(\/|end)?[ \t]*([\w-]*)/.exec(mark) ?? []
  if (closing || /\/[ \t]*[>%]\}\}$/.test(mark)) return ''
  const rest = text.slice(end, end + 300).split('\n', 1)[0] ?? ''
  if (name && (rest.includes(`/${name}`) || rest.includes(`/ ${name}`) || rest.includes(`end${name}`))) return ''
  return hasBefore(text, at) && /[\p{L}\p{N},;:.]/u.test(firstAfter(text, end)) ? '…' : ''
}

/** Whether words, and no full stop, stand right before on the line. */
const hasBefore = (text: string, at: number): boolean =>
  /[\p{L}\p{N},;:“"(”)][ \t]*$/u.test(text.slice(Math.max(0, text.lastIndexOf('\n', at - 1) + 1, at - 40), at))

const firstAfter = (text: string, end: number): string => /^[ \t]*(\S)/.exec(text.slice(end, end + 40))?.[1] ?? ''
