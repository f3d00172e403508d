const OPENS = /^[ \t]*<pre\b[^<>]*>(?:[ \t]*<code\b[^<>]*>)?/i
const CLOSES = /(?:<\/code>)?[ \t]*<\/pre>[ \t]*$/i
const NAMED: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', amp: '&' }

/** The lines of a `<pre>` as indented code; null if it is no whole one, or holds other elements. */
export function codeOfPre(lines: readonly string[]): string[] | null {
  const [first = ''] = lines
  if (!OPENS.test(first) || !CLOSES.test(lines.at(-1) ?? '')) return null
  const inside = lines.map((line, n) => {
    const begun = n === 0 ? line.replace(OPENS, '') : line
    return n === lines.length - 1 ? begun.replace(CLOSES, '') : begun
  })
  return inside.map((line) => (line.trim() === '' ? '' : `    ${plain(line)}`))
}

/** Code as it reads: without the elements that colour it, and with its signs. */
const plain = (line: string): string =>
  line
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|quot|apos|nbsp|amp));/gi, (whole, digits, hex, name) => {
      if (name) return NAMED[name.toLowerCase()] ?? whole
      const code = digits ? Number(digits) : Number.parseInt(hex, 16)
      return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole
    })
