import { keptWholeIn } from '../text/index.ts'
import { remembering } from './remembering.ts'

const BLOCK = /<\/?(?:p|h[1-6]|li|ul|ol|tr|table|thead|tbody|blockquote|pre|div|hr|br|section|dl|dt|dd)\b[^>]*>/gi
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

const KEPT_CHARACTERS = 4_000_000

/**
 * The text of HTML that we rendered and sanitised, a line per block; recent results are cached. The
 * spaces inside code and formulas are U+00A0, so that a snippet cuts none of them.
 */
export const readHtml: (html: string) => string = remembering(wordsIn, KEPT_CHARACTERS)

function wordsIn(html: string): string {
  const text = html
    .replace(/<code>([^<\n]*)<\/code>(?!<\/pre>)/g, (_, code: string) => code.replace(/\s/g, TOGETHER))
    .replace(BLOCK, '\n')
    .replace(/<\/t[dh]>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/gi, (whole, hex, decimal, name) =>
      name ? (named[name] ?? whole) : fromCode(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/[^\S\n\u00a0]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim()
  return /[$<]/.test(text) ? text.split('\n').map(together).join('\n') : text
}

const TOGETHER = '\u00a0'

/** A line with the spaces in its formulas and placeholders as U+00A0. */
function together(line: string): string {
  if (!/[$<]/.test(line)) return line
  const parts: string[] = []
  let at = 0
  for (const [from, to] of keptWholeIn(line)) {
    parts.push(line.slice(at, from), line.slice(from, to).replaceAll(' ', TOGETHER))
    at = to
  }
  return parts.join('') + line.slice(at)
}

const fromCode = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : '')
