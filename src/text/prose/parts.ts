import type { Block } from '../blocks.ts'
import { isRawHtml } from '../inline.ts'
import { isFence, leavesByLine } from '../leaves.ts'
import { isEnded } from '../sentences.ts'
import { hintOfFence, type PartMark, partMarkIn, setInMarkIn, widthOf } from './hint-marks.ts'
import { codeOfPre } from './pre.ts'
import { TWO_VERSIONS } from './two-versions-mark.ts'

/** How hints are given: as `said` their words alone, as `shown` in callouts, which are rendered. */
export type Way = 'said' | 'shown'

/** A line of a text; `kept` if it is written literally and must stay as it is. */
export interface Line {
  text: string
  kept?: boolean
}

/** Lines without one of these signs hold no mark; to find the blocks of a text takes longer. */
const MAY_BE_PART = /^[ \t]*(?::|\{%|\{\{[<%]|<|(?:[-*+][ \t]+)?#\+|!!!|\?\?\?|===)|\[!\w|(?:`{3}|~{3})[ \t]*[{a-z]/i
/** How deep hints within hints are read. */
const MOST_DEEP = 6
const CALLOUT = /^((?:[ \t]*>)*?[ \t]*)>[ \t]?\[!([A-Za-z][\w-]{0,30})(?:\|[^\]\n]{0,60})?\][+-]?[ \t]*(.*)$/

/**
 * Takes the marks of hints, tabs and other parts out of a text, each line in its place: what is
 * set in below a hint is set out, and as `said` what is quoted in a callout is no quote.
 */
export function withoutPartMarks(lines: readonly Line[], way: Way, deep = 0): Line[] {
  if (deep > MOST_DEEP) return lines.map((line) => (partMarkIn(line.text) && !line.kept ? { text: '' } : line))
  const texts = lines.map(({ text }) => text)
  if (!texts.some((text) => MAY_BE_PART.test(text))) return [...lines]
  const leaves = leavesByLine(texts)
  const isCode = (n: number) => lines[n]?.kept === true || leaves[n]?.kind === 'code' || isRaw(leaves[n], texts)
  const ends = endsOfParts(texts, isCode)
  const out: Line[] = []
  const within = (from: number, to: number, change: (text: string) => string = (text) => text): Line[] =>
    withoutPartMarks(
      lines.slice(from, to).map((line) => ({ ...line, text: change(line.text) })),
      way,
      deep + 1,
    )
  for (let n = 0; n < lines.length; n = Math.max(out.length, n + 1)) {
    const line = lines[n] as Line
    const leaf = leaves[n]
    if (leaf?.kind === 'code' && leaf.mark !== '' && leaf.from === n + 1) {
      out.push(...ofFence(n, leaf))
      continue
    }
    const pre = leaf?.kind === 'html' && leaf.from === n + 1 ? codeOfPre(texts.slice(n, leaf.to)) : null
    if (pre) {
      out.push(...pre.map((text) => ({ text, kept: true })))
      continue
    }
    const setIn = isCode(n) ? null : setInMarkIn(line.text)
    const end = setIn ? endOfSetIn(texts, n, setIn.indent) : n
    if (setIn) {
      const before = ' '.repeat(setIn.indent)
      const inside = within(n + 1, end, (text) => before + setOut(text, setIn.indent + 4))
      if (setIn.hint) out.push(...hint(setIn, inside, way, before))
      else out.push(...meaning(`${before}${texts[n - 1]?.trim() ? '- ' : ''}${setIn.words}`, n, end, setIn.indent))
      continue
    }
    const mark = isCode(n) ? null : partMarkIn(line.text)
    if (mark) {
      out.push(...ofPart(n, mark))
      continue
    }
    const [, before = '', kind = '', title = ''] = (way === 'said' && !isCode(n) && CALLOUT.exec(line.text)) || []
    const isMeaning = way === 'said' && !isCode(n) && texts[n - 1]?.trim() && /^ {0,3}:[ \t]/.test(line.text)
    if (isMeaning) out.push({ text: line.text.replace(/:[ \t]+/, '- ') })
    else if (line.text.startsWith(TWO_VERSIONS) && kind) out.push({ text: '' })
    else if (!kind) out.push(line)
    else {
      const quoted = endOfQuote(texts, n)
      const bare = (text: string) => before + text.slice(before.length).replace(/^[ \t]*>[ \t]?/, '')
      const inside = within(n + 1, quoted, bare)
      out.push(...hint({ hint: kind, title }, inside, way, before))
    }
  }
  return out

  /** What a term means, right below the term as an item; its first words stand on the line of the mark. */
  function meaning(first: string, n: number, end: number, indent: number): Line[] {
    const rest = lines.slice(n + 1, end)
    const set = rest.map((line) => ({ ...line, text: ' '.repeat(indent) + setOut(line.text, indent + 4) }))
    return withoutPartMarks([{ text: first }, ...set], way, deep + 1)
  }

  function ofPart(n: number, mark: PartMark): Line[] {
    const end = ends.get(n)
    if (end === undefined)
      return [{ text: mark.code !== undefined || /^[ \t]*</.test(texts[n] ?? '') ? (texts[n] ?? '') : '' }]
    if (mark.key === '{raw' || mark.key === '{verbatim')
      return [{ text: '' }, ...lines.slice(n + 1, end).map((line) => ({ ...line, kept: true })), { text: '' }]
    if (mark.key === '#query') return lines.slice(n, end + 1).map(() => ({ text: '' }))
    if (mark.code !== undefined) return ofCode(n, end, mark)
    const inside = within(n + 1, end)
    const own = mark.hint ? hint(mark, inside, way, ' '.repeat(mark.indent), mark.lead) : [{ text: '' }, ...inside]
    return [...own, { text: '' }]
  }

  /** Code between two marks becomes fenced code, unless it is fenced already. */
  function ofCode(n: number, end: number, { code = '', lead, indent }: PartMark): Line[] {
    const inside = lines.slice(n + 1, end).map((line) => ({ ...line, kept: true }))
    const isFenced = /^[ \t]*(?:`{3}|~{3})/.test(inside.find(({ text }) => text.trim())?.text ?? '')
    const [open, close] = isFenced ? ['', ''] : [`${lead}\`\`\`\`${code}`, `${' '.repeat(indent)}\`\`\`\``]
    return [{ text: open, kept: true }, ...inside, { text: close, kept: true }]
  }

  function ofFence(n: number, leaf: Block): Line[] {
    const all = lines.slice(n, Math.min(leaf.to, lines.length))
    const info = texts[n]?.replace(/^[ \t>]*(?:`+|~+)[ \t]*/, '').trim() ?? ''
    if (NO_TEXT.test(info)) return all.map(() => ({ text: '' }))
    const found = hintOfFence(info)
    if (!found) return all
    const closed = isFence(leaf, leaf.to, texts[leaf.to - 1] ?? '') && all.length > 1
    const inside = within(n + 1, n + all.length - (closed ? 1 : 0), (text) => (OPTION.test(text) ? '' : text))
    const before = /^[ \t]*/.exec(texts[n] ?? '')?.[0] ?? ''
    return [...hint(found, inside, way, before), ...(closed ? [{ text: '' }] : [])]
  }
}

/** Queries and programs of Obsidian, which say nothing. */
const NO_TEXT = /^(?:dataview|dataviewjs|tasks|query|base|button|tracker|todoist|toc|excalidraw|kanban|meta-bind\S*)\b/i
/** Options at the head of a hint in a fence: `:class: x`, `title: x`. */
const OPTION = /^[ \t]*(?::[\w-]+:|(?:title|color|icon|collapse)[ \t]*:)/

const isRaw = (leaf: Block | undefined, texts: readonly string[]) =>
  leaf?.kind === 'html' && isRawHtml((texts[leaf.from - 1] ?? '').replace(/^[ \t>]+/, ''), 0)

/** A hint with its words below its mark. */
function hint(
  { hint: kind, title }: { hint: string; title: string },
  inside: Line[],
  way: Way,
  before = '',
  lead = before,
): Line[] {
  const says = inside.some(({ text }) => text.trim() !== '')
  if (way === 'said') {
    const own = title && (!says || isEnded(title)) ? title : ''
    // What the mark's bullet stood before goes on as its item.
    const first = own || !lead.trim() ? -1 : inside.findIndex(({ text }) => text.trim() !== '')
    const rest = inside.map((line, n) => (n === first ? { ...line, text: lead + line.text.trimStart() } : line))
    return [{ text: own && lead + own }, ...rest]
  }
  const quoted = inside.map((line) => {
    return { ...line, text: `${before}> ${setOut(line.text, before.length)}` }
  })
  return [{ text: `${lead}> [!${kind}]${title ? ` ${title}` : ''}` }, ...quoted]
}

/** The line behind what is set in below a mark, without the empty lines at its end. */
function endOfSetIn(texts: readonly string[], n: number, indent: number): number {
  let end = n + 1
  for (let at = n + 1; at < texts.length; at++) {
    const line = texts[at] ?? ''
    if (line.trim() === '') continue
    if (widthOf(/^[ \t]*/.exec(line)?.[0] ?? '') < indent + 4) break
    end = at + 1
  }
  return end
}

/** A line without so much of the space before it. */
function setOut(text: string, width: number): string {
  let [at, left] = [0, width]
  for (; left > 0 && (text[at] === ' ' || text[at] === '\t'); at++) left -= text[at] === '\t' ? 4 : 1
  return text.slice(at)
}

function endOfQuote(texts: readonly string[], n: number): number {
  let end = n + 1
  while (end < texts.length && /^[ \t]*>/.test(texts[end] ?? '')) end++
  return end
}

/** For the line of each mark that is closed, the line that closes it. */
function endsOfParts(texts: readonly string[], isCode: (n: number) => boolean): Map<number, number> {
  const ends = new Map<number, number>()
  const open: { key: string; n: number }[] = []
  const count = new Map<string, number>()
  let closers: Set<string> | undefined
  /** Between marks of code or raw text nothing else is a mark. */
  let literal: string | null = null
  for (const [n, line] of texts.entries()) {
    if (!MAY_MARK.test(line) || isCode(n)) continue
    const mark = partMarkIn(line)
    if (!mark || (literal !== null && !(mark.closes && mark.key === literal))) continue
    if (!mark.closes) {
      open.push({ key: mark.key, n })
      count.set(mark.key, (count.get(mark.key) ?? 0) + 1)
      if ((mark.code !== undefined || mark.key === '{raw') && closed().has(mark.key)) literal = mark.key
      continue
    }
    literal = null
    if (!count.get(mark.key)) continue
    for (let last = open.pop(); last; last = open.pop()) {
      count.set(last.key, (count.get(last.key) ?? 1) - 1)
      if (last.key !== mark.key) continue
      ends.set(last.n, n)
      break
    }
  }
  return ends

  function closed(): Set<string> {
    closers ??= new Set(
      texts.flatMap((line) => {
        const mark = MAY_MARK.test(line) ? partMarkIn(line) : null
        return mark?.closes ? [mark.key] : []
      }),
    )
    return closers
  }
}

const MAY_MARK = /[:{<#]/
