import { isFenced, leavesByLine } from '../../../text/index.ts'
import { raisedWords } from './raised.ts'

/** Replaces a match by `words`, followed by the line breaks that keep the line numbers. */
const kept = (matched: string, words = '') =>
  words + '\n'.repeat(matched.split('\n').length - 1 - (words.split('\n').length - 1))

/**
 * Removes ERB tags: the page's title and text given to a helper stay; other tags leave empty lines.
 */
export function stripErb(text: string, title: string): string {
  const parts: string[] = []
  let from = 0
  for (let begin = text.indexOf('<%'); begin >= 0; begin = text.indexOf('<%', from)) {
    const end = text.indexOf('%>', begin + 2)
    parts.push(text.slice(from, begin))
    if (text[begin + 2] === '%') {
      parts.push('<%')
      from = begin + 3
    } else if (end < 0) {
      from = begin
      break
    } else {
      parts.push(kept(text.slice(begin, end), wordsOfErb(text.slice(begin + 2, end).replace(/-$/, ''), title)))
      from = end + 2
    }
  }
  return parts.join('') + text.slice(from)
}

const HELPER = /^=\s*\w*(?:text|note|warning|inset|callout|quote|caption|details)\w*[\s(]+(['"])([\s\S]*)\1\s*\)?\s*$/i

/** The text that one tag renders: the page's title, or the text given to a helper. */
function wordsOfErb(inside: string, title: string): string {
  if (!inside.startsWith('=')) return ''
  if (/\bcurrent_page\.data\.title\b|^=\s*(?:page\.)?title\s*$/.test(inside)) return title
  return stripTags(HELPER.exec(inside)?.[2] ?? '')
}

/** Removes imports, exports, components and expressions from MDX; the text between them stays. */
export const stripMdx = (text: string): string =>
  outsideOfFences(text, (part) =>
    withoutBlocks(part, MDX_COMMENT)
      .replace(/^(?:import|export)\s[^\n]*(?:\n[ \t]+[^\n]*|\n[}\])][^\n]*)*/gm, (whole) => kept(whole))
      .replace(/<\/?[A-Za-z][\w.]*(?:\s+[^<>]*)?\/?>/g, (whole) => kept(whole)),
  )

/** Removes comments and tags from Markdown, except in code. */
export const stripHtmlOfMarkdown = (text: string): string =>
  outsideOfFences(text, (part) =>
    withoutBlocks(part, COMMENT, ...['script', 'style', 'svg'].map(element)).replace(
      /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/gi,
      (whole) => kept(whole),
    ),
  )

/** Converts HTML to plain Markdown, each word on its original line. */
export function stripHtml(html: string): { text: string; title: string | null } {
  const title = /<title[^<>]{0,200}>([^<]{0,500})<\/title>/i.exec(html)?.[1]
  const hidden = ['script', 'style', 'svg', 'head', 'nav', 'template', 'noscript', 'del', 'strike'].map(element)
  const text = withoutBlocks(html, COMMENT, ...hidden)
    .replace(/<!doctype[^<>]*>/i, (whole) => kept(whole))
    .replace(
      /<(sup|sub)\b[^<>]{0,200}>([^<\n]{1,40})<\/\1>/gi,
      (_, name: string, words: string, at: number, all: string) =>
        raisedWords(words, name.toLowerCase() === 'sup', all.slice(Math.max(0, at - 2), at)),
    )
    .replace(/<h([1-6])\b[^<>]*>/gi, (whole, depth: string) => `\n${'#'.repeat(Number(depth))} ${kept(whole)}`.slice(1))
    .replace(/<li\b[^<>]*>/gi, (whole) => `- ${kept(whole)}`)
    .replace(/<\/?[a-z][^<>]*>/gi, (whole) => kept(whole))
  return {
    text: readEntities(text).replace(/^[ \t]+/gm, ''),
    title: title ? readEntities(stripTags(title)).trim() : null,
  }
}

type Block = { open: RegExp; close: RegExp }
const COMMENT: Block = { open: /<!--/g, close: /-->/g }
const MDX_COMMENT: Block = { open: /\{\/\*/g, close: /\*\/\}/g }
const element = (name: string): Block => ({
  open: new RegExp(`<${name}\\b`, 'gi'),
  close: new RegExp(`</${name}\\s*>`, 'gi'),
})

/**
 * Removes blocks between an opening and a closing mark. It stops at an opening mark that nothing
 * closes, so each text is scanned once.
 */
function withoutBlocks(text: string, ...blocks: Block[]): string {
  return blocks.reduce((rest, { open, close }) => {
    const parts: string[] = []
    let from = 0
    open.lastIndex = 0
    for (let begin = open.exec(rest); begin; begin = open.exec(rest)) {
      close.lastIndex = open.lastIndex
      if (!close.exec(rest)) break
      parts.push(rest.slice(from, begin.index), kept(rest.slice(begin.index, close.lastIndex)))
      from = open.lastIndex = close.lastIndex
    }
    return parts.length ? parts.join('') + rest.slice(from) : rest
  }, text)
}

const stripTags = (text: string) => text.replace(/<\/?[a-z][^<>]*>/gi, '')

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
}

const readEntities = (text: string) =>
  text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name) return ENTITIES[name] ?? whole
      const point = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
      const kept = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
      return kept ? String.fromCodePoint(point) : whole
    },
  )

/**
 * Applies a change outside fenced code. A line of only a tag counts as empty, so that Markdown may
 * begin below it.
 */
function outsideOfFences(text: string, change: (part: string) => string): string {
  const lines = text.split('\n')
  const leaves = leavesByLine(lines.map((line) => (/^[ \t]*<[^<>]*>[ \t]*$/.test(line) ? '' : line)))
  const parts: { isCode: boolean; lines: string[] }[] = []
  for (const [n, line] of lines.entries()) {
    const isCode = isFenced(leaves[n])
    const last = parts.at(-1)
    if (last?.isCode === isCode) last.lines.push(line)
    else parts.push({ isCode, lines: [line] })
  }
  return parts.map(({ isCode, lines }) => (isCode ? lines.join('\n') : change(lines.join('\n')))).join('\n')
}
