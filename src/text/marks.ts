/** A wiki link: its target page, the place in that page, and its label. */
export interface Link {
  /** Empty if the link leads to a place in its own page. */
  target: string
  place: string | null
  /** Null if the link has no label. */
  label: string | null
}

/** A citation: a source by name, with a range of lines or none. */
export interface Citation {
  name: string
  from_line: number | null
  to_line: number | null
}

/** What may not follow a wiki link: `[[1]](https://…)` is a link of CommonMark that reads [1]. */
export const NO_ADDRESS = String.raw`(?!\((?:<[^<>\n]{0,2000}>|[^\s()<>]{1,2000})(?:[ \t]+["'(][^\n"'()]{0,300}["')])?\))`
/** `[[target]]`, `[[target|label]]`, `[[target#heading]]`, `[[target^block]]`, `![[embed]]`. */
export const LINK = new RegExp(String.raw`(!?)\[\[([^[\]\n]+?)\]\]${NO_ADDRESS}`, 'g')
/** `^[entry, entry]`; a citation may span two lines. */
export const CITATION = /\^\[([^[\]]+)\]/g
/** A link, an embed or a citation, without groups, for use inside other patterns. */
export const ANY_MARK = new RegExp(String.raw`!?\[\[[^[\]\n]+\]\]${NO_ADDRESS}|\^\[[^[\]]+\]`)

// Nine digits at most: a line number has to fit a column of the store; a longer one is part of a name.
const RANGE = /^(\d{1,9})(?:-(\d{1,9}))?$/
const HASH_RANGE = /^(.+?)#L(\d{1,9})(?:-L?(\d{1,9}))?$/
const COLON_RANGE = /^(.+?):(\d{1,9})(?:-(\d{1,9}))?$/

/** Parses the inside of a wiki link; `\|` stands for `|` inside tables. */
export function readLink(inside: string): Link | null {
  if (!/[\\|#^]/.test(inside)) return plainLink(inside)
  const [left = '', ...label] = inside.replace(/\\\|/g, '|').split('|')
  const [, named = '', sign = '', place = ''] = /^([^#^]*)([#^]*)(.*)$/s.exec(left.trim()) ?? []
  // Without text after it, the sign belongs to the name, as in C#.
  const target = (place ? named : named + sign).trim().replace(/(?<=.)\.md$/i, '')
  if (/^[#^]*$/.test(target) && !place) return null
  // A block has no label of its own.
  const own = sign.includes('^') ? target || place : place ? '' : target
  return { target, place: place.trim() || null, label: label.join('|').trim() || own || null }
}

/** Fast path for a link that is only a page name, as most are. */
function plainLink(inside: string): Link | null {
  const name = inside.trim()
  const target = /.\.md$/i.test(name) ? name.slice(0, -'.md'.length) : name
  return name ? { target, place: null, label: target } : null
}

/** The words that a link shows: its label, or its target with the place in it. */
export const wordsOf = ({ target, place, label }: Link): string =>
  label ??
  [target, ...(place ?? '').split('#')]
    .map((one) => one.trim())
    .filter(Boolean)
    .join(' › ')

/**
 * Parses the inside of a citation: entries are separated by commas, and a bare range belongs to the
 * file before it.
 */
export function readCitations(inside: string): Citation[] {
  const citations: Citation[] = []
  // Whole vaults pass through here: a pattern runs only if its sign is present.
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

/** Writes a citation entry, `a.md:3-9` or `a.md#L3-L9`, with Markdown in the name escaped. */
export function entryWritten({ name, from_line: from, to_line: to }: Citation, hash = false): string {
  const written = name.replace(/[`&]/g, '\\$&')
  if (from === null || to === null) return written
  const [begin, end] = hash ? ['#L', '-L'] : [':', '-']
  return `${written}${begin}${from}${to > from ? `${end}${to}` : ''}`
}

/** A key that identifies a citation within a page. */
export const citationKey = ({ name, from_line, to_line }: Citation) => `${name}:${from_line}-${to_line}`

/** All citations of a text, in document order. */
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
