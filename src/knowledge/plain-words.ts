import { keptWholeIn, readLink, TAG, wordsOf } from '../text/index.ts'

const MARKED = /[[\]<>*_`\\{^]|\s{2}|[^\S ]/

/**
 * Strips Markdown from one paragraph or less: only inline marks are handled, no blocks. Code and
 * formulas stay as they are written, and so do `<placeholders>`.
 */
export const plainWords = (markdown: string): string => plainly(markdown, (kept) => kept)

/** The same, with the spaces inside of these as U+00A0, so that a snippet cuts none of them. */
export const plainWordsTogether = (markdown: string): string =>
  plainly(markdown, (kept) => kept.replaceAll(' ', '\u00a0'))

/** The stand-ins of code and formulas while marks are stripped: noncharacters around a number. */
const [BEGIN, END] = ['\ufde0', '\ufde1']
const STAND_IN = /\ufde0(\d{1,9})\ufde1/g

function plainly(markdown: string, keep: (kept: string) => string): string {
  if (!MARKED.test(markdown) && !markdown.includes('$')) return markdown.trim()
  const whole = keptWholeIn(markdown)
  if (whole.length === 0) return unmarked(markdown)
  const kept: string[] = []
  const parts: string[] = []
  let at = 0
  for (const [from, to] of whole) {
    const written = markdown.slice(from, to)
    // An Obsidian comment is neither.
    if (written.startsWith('%%')) continue
    parts.push(withoutStandIns(markdown.slice(at, from)), `${BEGIN}${kept.push(keep(inside(written))) - 1}${END}`)
    at = to
  }
  parts.push(withoutStandIns(markdown.slice(at)))
  return unmarked(parts.join('')).replace(STAND_IN, (_, n: string) => kept[Number(n)] ?? '')
}

const withoutStandIns = (text: string) => text.replace(/[\ufde0\ufde1]/g, '')

/** Code without its backticks and the one space beside them; a formula as it is. */
function inside(written: string): string {
  if (!written.startsWith('`')) return written.replace(/\s+/g, ' ')
  const code = written.replace(/^`+|`+$/g, '').replace(/\s+/g, ' ')
  return /^ .*\S.* $/.test(code) ? code.slice(1, -1) : code
}

// Whole vaults pass through here: a pattern runs only if its sign is present.
function unmarked(markdown: string): string {
  let text = markdown
  if (text.includes('['))
    text = text
      .replace(/!\[[^[\]]{0,300}\]\([^()]{0,900}\)|!\[\[[^[\]]{0,300}\]\]|\^\[[^[\]]{0,900}\]|\[\^[^[\]]{0,99}\]/g, '')
      .replace(/\[(\[[^[\]]{0,600}\])\]\([^()\s]{1,900}(?: ["'][^()"']{0,300}["'])?\)/g, '$1')
      .replace(/\[\[([^[\]]{0,600})\]\]/g, (_, inside: string) => linkWords(inside))
      .replace(/\[([^[\]]{0,900})\](?:\([^()]{0,900}(?:\([^()]{0,300}\)[^()]{0,300})?\)|\[[^[\]]{0,300}\])/g, '$1')
  if (text.includes('<')) text = withoutTags(text)
  if (/[*_`]/.test(text)) text = text.replace(/\*\*|__|`|(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, '')
  if (text.includes('\\')) text = text.replace(/\\([\\`*_{}[\]()#+.!|>~-])/g, '$1')
  if (/\s\s|[^\S ]/.test(text)) text = text.replace(/\s+/g, ' ')
  if (text.includes('{#')) text = text.replace(/\{#[^{}]{0,99}\} ?$/, '')
  return text.trim()
}

function withoutTags(text: string): string {
  const bare = text.replace(/<((?:https?|mailto):[^<>\s]+|[\w.+-]{1,64}@[\w-][\w.-]{0,250})>/gi, '$1')
  return bare.replace(TAG, '')
}

function linkWords(inside: string): string {
  const link = readLink(inside)
  return link ? wordsOf(link) : inside
}
