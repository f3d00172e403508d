import { remembering } from './remembering.ts'

const BLOCK = /<\/?(?:p|h[1-6]|li|ul|ol|tr|table|thead|tbody|blockquote|pre|div|hr|br|section|dl|dt|dd)\b[^>]*>/gi
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

const KEPT_CHARACTERS = 4_000_000

/** The text of HTML that we rendered and sanitised, a line per block; recent results are cached. */
export const readHtml: (html: string) => string = remembering(wordsIn, KEPT_CHARACTERS)

function wordsIn(html: string): string {
  return html
    .replace(BLOCK, '\n')
    .replace(/<\/t[dh]>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/gi, (whole, hex, decimal, name) =>
      name ? (named[name] ?? whole) : fromCode(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim()
}

const fromCode = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : '')
