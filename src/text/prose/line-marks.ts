import { leavesByLine } from '../leaves.ts'
import type { Line, Way } from './parts.ts'

/** `key:: value` of Dataview and Logseq, also in an item. */
const FIELD =
  /^[ \t>]*(?:[-*+][ \t]+)?(?:\*\*|__|[*_])?[\p{L}][\p{L}\p{N}_./-]*(?: [\p{L}\p{N}_./-]+){0,5}(?:\*\*|__|[*_])?::(?:[ \t]|$)/u
/** Contents made by the generator, abbreviations, and what a line only sets. */
const NOTHING =
  /^[ \t]*(?:[-*+][ \t]+)?(?:\[\[?_?toc_?\]\]?|\*\[[^\]\n]{1,80}\]:.*|\{:[^{}\n]{0,300}\}|\([\w.-]+\)=|CLOCK:.*|(?:SCHEDULED|DEADLINE):[ \t]*<.*)[ \t]*$/i
const IMPORT = /^import\s+(?:["'][^"'\n]+["']|[\w$*{][^"'\n]{0,500}\sfrom\s+["'][^"'\n]+["']);?\s*$/
const IMPORT_OPENS = /^import\s+(?:[\w$]+\s*,\s*)?\{[^}]*$/
const IMPORT_CLOSES = /\}\s*from\s+["'][^"'\n]+["'];?\s*$/
const EXPORT =
  /^export\s+(?:(?:const|let|var)\s+[\w${[]|(?:async\s+)?function\b|class\s+\w|default\s+(?:(?:async\s+)?function\b|class\b|[({]|[\w$.]+\s*[;({]?)|\{|\*\s+from\b)/
/** A component alone on its lines. */
const TAG = /^[ \t]*<\/?[A-Z][\w.]*(?:[ \t][^<>]*)?\/?>[ \t]*$/
const TAG_OPENS = /^[ \t]*<[A-Z][\w.]*(?:[ \t][^<>]*)?$/
const TAG_CLOSES = /^[^<]*\/?>[ \t]*$/
/** A shortcode over several lines. */
const CODE_OPENS = /^[ \t]*(?:\{\{[<%](?!\/)|\{%)/
const CODE_CLOSES = /^(?:[^{}]*(?:[>%]\}\}|%\}))[ \t]*$/
const MOST_LINES = 40

/** Lines without one of these signs stay; to find the blocks of a text takes longer. */
const MAY_BE_NOTHING =
  /::|^[ \t]*(?:<\/?[A-Z]|\*\[|\(|\{|:LOGBOOK:|CLOCK:|SCHEDULED:|DEADLINE:)|^(?:import|export)\s|toc_?\]/i

/** Whether a line is a field of Dataview or Logseq; the links in it are links of the page. */
export const isField = (line: string): boolean => FIELD.test(line)

/** Empties the lines that are no text, outside of code: fields, imports, components, drawers. */
export function withoutLineMarks(lines: readonly Line[], way: Way): Line[] {
  const texts = lines.map(({ text }) => text)
  if (!texts.some((text) => MAY_BE_NOTHING.test(text))) return [...lines]
  const leaves = leavesByLine(texts)
  const out = lines.map((line) => ({ ...line }))
  const empty = (from: number, to: number) => {
    for (let n = from; n <= to; n++) out[n] = { text: '' }
  }
  for (let n = 0; n < texts.length; n++) {
    const leaf = leaves[n]
    const line = texts[n] ?? ''
    if (lines[n]?.kept || leaf?.kind === 'code') continue
    const begins = n === 0 || texts[n - 1]?.trim() === '' || out[n - 1]?.text === ''
    const end = endOfNothing(texts, n, begins)
    if (end >= n) {
      empty(n, end)
      n = end
    } else if (FIELD.test(line)) out[n] = { text: way === 'shown' ? shownField(line) : '' }
    else if (NOTHING.test(line)) empty(n, n)
  }
  return out
}

const PARTS = /^([ \t>]*)(?:[-*+][ \t]+)?(?:\*\*|__|[*_])?([^:*]{1,100}?)(?:\*\*|__|[*_])?::[ \t]*(.*)$/
/** Fields that a program keeps for itself, and names of the page. */
const OWN =
  /^(?:id|collapsed|created-at|updated-at|file|file-path|ls-type|hl-\S+|background-color|heading|icon|public|exclude-from-graph-view|logseq\.\S+|query-\S+|card-\S+|template\S*|title|alias|aliases)$/i

/** A field where it is shown: an item with its name and value. */
function shownField(line: string): string {
  const [, space = '', name = '', value = ''] = PARTS.exec(line) ?? []
  return OWN.test(name) || value.trim() === '' ? '' : `${space}- **${name.trim()}:** ${value}`
}

/** The last line of what begins here and is no text; less than `n` if there is none. */
function endOfNothing(texts: readonly string[], n: number, begins: boolean): number {
  const line = texts[n] ?? ''
  if (TAG.test(line)) return n
  if (TAG_OPENS.test(line)) return lastUntil(texts, n, TAG_CLOSES)
  if (CODE_OPENS.test(line) && !/[>%]\}/.test(line)) return lastUntil(texts, n, CODE_CLOSES)
  if (/^[ \t]*:LOGBOOK:[ \t]*$/.test(line)) return lastUntil(texts, n, /^[ \t]*:END:[ \t]*$/)
  if (!begins) return -1
  if (IMPORT.test(line)) return n
  if (IMPORT_OPENS.test(line)) return lastUntil(texts, n, IMPORT_CLOSES)
  if (!EXPORT.test(line)) return -1
  let end = n
  while (end + 1 < texts.length && texts[end + 1]?.trim()) end++
  return end
}

/** The line, not behind an empty one, that a pattern ends at; -1 if there is none near. */
function lastUntil(texts: readonly string[], n: number, closes: RegExp): number {
  for (let at = n + 1; at < Math.min(texts.length, n + MOST_LINES); at++) if (closes.test(texts[at] ?? '')) return at
  return -1
}
