import { cutWhole, firstSentenceIn } from '../text/index.ts'

const PARAGRAPH = /<p>([\s\S]*?)(?:<\/p>|$)/g
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const MOST = 240

/** The first sentence of a page's HTML as plain text, shown if the page has no summary. */
export function firstSentence(html: string): string | null {
  for (const [, inside = ''] of html.matchAll(PARAGRAPH)) {
    const words = wordsOf(inside)
    if (!words || isFields(inside)) continue
    const sentence = firstSentenceIn(words)
    return cutWhole(sentence, MOST).replaceAll('\u00a0', ' ')
  }
  return null
}

/** Whether a paragraph is a list of a page's properties, as Notion writes them: `Owner: Ines`. */
const isFields = (html: string): boolean => {
  const lines = html.trim().split('\n')
  const isField = (line: string) => /^<strong>[^<]{1,100}:<\/strong> /.test(line)
  return lines.every(isField) || (lines.length > 1 && lines.every((line) => /^[^<:.!?]{1,40}: \S/.test(line)))
}

const wordsOf = (html: string) =>
  html
    // Code is not cut, so its spaces are none until the end.
    .replace(/<code>([^<]*)<\/code>/g, (_, code: string) => code.replace(/\s+/g, '\u00a0'))
    .replace(/<[^>]*(?:>|$)/g, '')
    .replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,5}));/gi, (whole, hex, number, name) =>
      name ? (NAMED[name.toLowerCase()] ?? whole) : character(hex ? Number.parseInt(hex, 16) : Number(number)),
    )
    .replace(/[^\S\u00a0]+/g, ' ')
    .replace(/ (?=[.,;:!?])/g, '')
    .trim()

const character = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : '')
