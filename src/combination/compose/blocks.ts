import { SPEAKER } from '../../knowledge/index.ts'
import { isFenced, leavesByLine } from '../../text/index.ts'

/** A block of a text as it stands: its lines, and what kind of block they are. */
export interface Block {
  kind: 'heading' | 'prose' | 'list' | 'table' | 'code' | 'quote'
  /** Of a heading, 1 to 6; else 0. */
  depth: number
  lines: string[]
  fromLine: number
  toLine: number
}

const HEADING = /^\s{0,3}(#{1,6})\s+\S/
const ITEM = /^\s{0,3}(?:[-*+]|\d{1,3}[.)])\s+\S/
/** What is neither read nor refers to anything: rules, the addresses of links, marks of templates. */
const NOTHING =
  /^\s*(?:(?:[-*_]\s*){3,}|\[[^\]]+\]:\s.*|\{[{%].*[}%]\}|\{:.*\}|:::.*|\[\[?_?toc_?\]?\]|\([\w.-]+\)=)\s*$/i

/** Takes a text apart into its blocks, each with its lines; of a chat, what one says is a block. `firstLine` is the number of the first. */
export function blocksOfText(lines: readonly string[], firstLine = 1): Block[] {
  const found: Block[] = []
  let open: Block | null = null
  const leaves = leavesByLine(lines)
  let empty = false
  const begin = (kind: Block['kind'], line: string, n: number, depth = 0) => {
    open = { kind, depth, lines: [line], fromLine: firstLine + n, toLine: firstLine + n }
    found.push(open)
  }
  const go = (block: Block, line: string, n: number) => {
    while (block.toLine < firstLine + n - 1) {
      block.lines.push('')
      block.toLine++
    }
    block.lines.push(line)
    block.toLine = firstLine + n
  }
  for (const [n, line] of lines.entries()) {
    const last = open as Block | null
    const leaf = leaves[n]
    if (isFenced(leaf)) {
      const inList = last?.kind === 'list' && (n + 1 > leaf.from || /^\s{2,}/.test(line) || ITEM.test(line))
      if (last && (inList || (last.kind === 'code' && n + 1 > leaf.from))) go(last, line, n)
      else begin('code', line, n)
      if (n + 1 === leaf.to && !inList) open = null
    } else if (line.trim() === '') {
      if (last?.kind !== 'list') open = null
    } else if (NOTHING.test(line)) open = underlined(line, last, empty)
    else if (HEADING.test(line)) {
      begin('heading', line, n, HEADING.exec(line)?.[1]?.length ?? 1)
      open = null
    } else if (/^\s{0,3}=+\s*$/.test(line) && last?.kind === 'prose') {
      Object.assign(last, { kind: 'heading', depth: 1 })
      open = null
    } else if (last?.kind === 'list' && (ITEM.test(line) || /^\s{2,}\S/.test(line) || !empty)) {
      // A list of numbers after one of dots is another list.
      if (ITEM.test(line) && isOrdered(line) !== isOrdered(last.lines[0] ?? '') && /^\S/.test(line))
        begin('list', line, n)
      else go(last, line, n)
    } else if (ITEM.test(line)) begin('list', line, n)
    else if (/^\s{0,3}>/.test(line)) last?.kind === 'quote' ? go(last, line, n) : begin('quote', line, n)
    else if (/^\s*\|/.test(line)) last?.kind === 'table' ? go(last, line, n) : begin('table', line, n)
    else if (/^(?: {4}|\t)/.test(line) && last?.kind !== 'prose')
      last?.kind === 'code' ? go(last, line, n) : begin('code', line, n)
    else if (last?.kind === 'prose' && SPEAKER.test(line) && SPEAKER.test(last.lines[0] ?? '')) begin('prose', line, n)
    else if (last?.kind === 'prose' || (last?.kind === 'quote' && !empty)) go(last, line, n)
    else begin('prose', line, n)
    empty = line.trim() === '' && !isFenced(leaf)
  }
  return found
}

const isOrdered = (line: string) => /^\s*\d/.test(line)

/** A line of dashes below one line of words makes that a heading. */
function underlined(line: string, last: Block | null, empty: boolean): null {
  if (last?.kind === 'prose' && !empty && last.lines.length === 1 && /^\s{0,3}-{2,}\s*$/.test(line))
    Object.assign(last, { kind: 'heading', depth: 2 })
  return null
}

/** The words of a heading as written, without its marks and its number. */
export const headingWords = ({ lines }: Block): string =>
  (lines[0] ?? '')
    .replace(/^\s*#{1,6}\s+/, '')
    .replace(/\s+#+\s*$/, '')
    .replace(/\s*\{[#.][^{}]*\}\s*$/, '')
    .replace(/^(?:\d+\.)+\d*\s+|^\d+[.)]\s+/, '')
    .trim()
