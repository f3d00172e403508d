/** A text in which only what people read is left, on the lines where it stood. */
const kept = (matched: string, words = '') =>
  words + '\n'.repeat(matched.split('\n').length - 1 - (words.split('\n').length - 1))

/** Takes the ERB out of a text: the page's title and words given to a helper stay, all else leaves its lines empty. */
export function stripErb(text: string, title: string): string {
  return text
    .replace(/<%%/g, '\u0000')
    .replace(/<%([=#-]?)([\s\S]*?)-?%>/g, (whole, sign: string, inside: string) => {
      if (sign !== '=') return kept(whole)
      if (/\bcurrent_page\.data\.title\b|^\s*(?:page\.)?title\s*$/.test(inside)) return kept(whole, title)
      const words =
        /^\s*\w*(?:text|note|warning|inset|callout|quote|caption|details)\w*[\s(]+(['"])([\s\S]*)\1\s*\)?\s*$/i.exec(
          inside,
        )?.[2]
      return kept(whole, words ? stripTags(words) : '')
    })
    .replaceAll('\u0000', '<%')
}

/** Takes what is code out of MDX: imports, exports, components and expressions; the words between them stay. */
export const stripMdx = (text: string): string =>
  outsideOfFences(text, (part) =>
    withoutBlocks(part, MDX_COMMENT)
      .replace(/^(?:import|export)\s[^\n]*(?:\n[ \t]+[^\n]*|\n[}\])][^\n]*)*/gm, (whole) => kept(whole))
      .replace(/<\/?[A-Za-z][\w.]*(?:\s+[^<>]*)?\/?>/g, (whole) => kept(whole)),
  )

/** Takes comments and tags out of Markdown, but not out of its code. */
export const stripHtmlOfMarkdown = (text: string): string =>
  outsideOfFences(text, (part) =>
    withoutBlocks(part, COMMENT, ...['script', 'style', 'svg'].map(element)).replace(
      /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/gi,
      (whole) => kept(whole),
    ),
  )

/** A page of HTML as plain Markdown, each word on the line where it stood. */
export function stripHtml(html: string): { text: string; title: string | null } {
  const title = /<title[^<>]{0,200}>([^<]{0,500})<\/title>/i.exec(html)?.[1]
  const hidden = ['script', 'style', 'svg', 'head', 'nav', 'template', 'noscript'].map(element)
  const text = withoutBlocks(html, COMMENT, ...hidden)
    .replace(/<!doctype[^<>]*>/i, (whole) => kept(whole))
    .replace(/<h([1-6])\b[^>]*>/gi, (whole, depth: string) => `\n${'#'.repeat(Number(depth))} ${kept(whole)}`.slice(1))
    .replace(/<li\b[^>]*>/gi, (whole) => `- ${kept(whole)}`)
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

/** Takes out what stands between marks. A mark that nothing closes is looked for no further: a text is read through once. */
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
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
    },
  )

function outsideOfFences(text: string, change: (part: string) => string): string {
  return text
    .split(/(^[ \t>]*(?:`{3,}|~{3,})[^\n]*\n[\s\S]*?^[ \t>]*(?:`{3,}|~{3,})[ \t]*$)/m)
    .map((part, n) => (n % 2 ? part : change(part)))
    .join('')
}
