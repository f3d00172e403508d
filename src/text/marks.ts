/** A link in a page's text: its target, the place in it, and the words it stands under. */
export interface Link {
  /** Empty where it leads to a place in its own page. */
  target: string
  place: string | null
  /** Null where it says none. */
  label: string | null
}

/** A citation in a page's text: a source by its name, with a range of lines or none. */
export interface Citation {
  name: string
  from_line: number | null
  to_line: number | null
}

/** `[[target]]`, `[[target|label]]`, `[[target#heading]]`, `[[target^block]]`, `![[embed]]`. */
export const LINK = /(!?)\[\[([^[\]\n]+?)\]\]/g
/** `^[entry, entry]`; a marker may be broken over two lines. */
export const CITATION = /\^\[([^[\]]+)\]/g
/** A link, an embed or a citation as a part of other patterns: it has no groups. */
export const ANY_MARK = /!?\[\[[^[\]\n]+\]\]|\^\[[^[\]]+\]/

const RANGE = /^(\d+)(?:-(\d+))?$/
const HASH_RANGE = /^(.+?)#L(\d+)(?:-L?(\d+))?$/
const COLON_RANGE = /^(.+?):(\d+)(?:-(\d+))?$/

/** Reads the inside of a link; `\|` is a `|` inside tables. */
export function readLink(inside: string): Link | null {
  if (!/[\\|#^]/.test(inside)) return plainLink(inside)
  const [left = '', ...label] = inside.replace(/\\\|/g, '|').split('|')
  const [, named = '', sign = '', place = ''] = /^([^#^]*)([#^]*)(.*)$/s.exec(left.trim()) ?? []
  const target = named.trim().replace(/(?<=.)\.md$/i, '')
  if (!target && !place) return null
  // A block has no words of its own, and nothing behind the sign is part of a name, as in C#.
  const own = sign.includes('^') ? target || place : place ? '' : target + sign
  return { target, place: place.trim() || null, label: label.join('|').trim() || own || null }
}

/** A link that names a page and nothing else, as most do. */
function plainLink(inside: string): Link | null {
  const name = inside.trim()
  const target = /.\.md$/i.test(name) ? name.slice(0, -'.md'.length) : name
  return name ? { target, place: null, label: target } : null
}

/** The words that a link stands under: its own, or what it names with the place in it. */
export const wordsOf = ({ target, place, label }: Link): string =>
  label ??
  [target, ...(place ?? '').split('#')]
    .map((one) => one.trim())
    .filter(Boolean)
    .join(' › ')

/** Reads the inside of a citation: entries split on commas, unless what follows is a range of lines of the same file. */
export function readCitations(inside: string): Citation[] {
  const citations: Citation[] = []
  // Whole vaults pass through here: what an entry has no sign of is not looked for.
  const unescaped = inside.includes('\\') ? inside.replace(/\\([`&])/g, '$1') : inside
  for (const part of unescaped.split(',')) {
    const token = /\s/.test(part) ? part.trim().replace(/\s+/g, ' ') : part
    const range = citations.length > 0 ? RANGE.exec(token) : null
    const last = citations.at(-1)
    if (range && last) citations.push({ name: last.name, ...lines(range[1], range[2]) })
    else if (token) citations.push(readEntry(token))
  }
  return citations
}

/** An entry as a citation writes it: `a.md:3-9`, or `a.md#L3-L9`; what a name has of Markdown is escaped. */
export function entryWritten({ name, from_line: from, to_line: to }: Citation, hash = false): string {
  const written = name.replace(/[`&]/g, '\\$&')
  if (from === null || to === null) return written
  const [begin, end] = hash ? ['#L', '-L'] : [':', '-']
  return `${written}${begin}${from}${to > from ? `${end}${to}` : ''}`
}

/** What tells a citation from others of a page. */
export const citationKey = ({ name, from_line, to_line }: Citation) => `${name}:${from_line}-${to_line}`

/** What a text cites, in its order. */
export const citedIn = (text: string): Citation[] =>
  [...text.matchAll(CITATION)].flatMap(([, inside = '']) => readCitations(inside))

function readEntry(token: string): Citation {
  const ranged = (token.includes('#L') ? HASH_RANGE.exec(token) : null) ?? COLON_RANGE.exec(token)
  return ranged?.[1]
    ? { name: ranged[1], ...lines(ranged[2], ranged[3]) }
    : { name: token, from_line: null, to_line: null }
}

const lines = (from: string | undefined, to: string | undefined) => ({
  from_line: Number(from),
  to_line: Number(to ?? from),
})
