/** The seven kinds of HTML block, numbered as in the CommonMark specification. */
export type HtmlKind = 1 | 2 | 3 | 4 | 5 | 6 | 7

const RAW = new Set(['pre', 'script', 'style', 'textarea'])
const BLOCK = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frame frameset ' +
    'h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead title tr track ul'
  ).split(' '),
)
const TAG = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)(?=[ \t/>]|$)/

/**
 * The kind of HTML block that a line begins, or null; `mayBeAny` allows kind 7, which cannot
 * interrupt a paragraph.
 */
export function htmlStart(line: string, mayBeAny: boolean): HtmlKind | null {
  if (line[1] === '?') return 3
  if (line[1] === '!') return declarationStart(line)
  const [whole, closing, name = ''] = TAG.exec(line) ?? []
  if (whole === undefined) return null
  const [tag, after] = [name.toLowerCase(), whole.length]
  if (!closing && line[after] !== '/' && RAW.has(tag)) return 1
  if (BLOCK.has(tag)) return line[after] !== '/' || line[after + 1] === '>' ? 6 : null
  return mayBeAny && isWholeTag(line, after, closing !== '') ? 7 : null
}

function declarationStart(line: string): HtmlKind | null {
  if (line.startsWith('<!--')) return 2
  if (line.startsWith('<![CDATA[')) return 5
  return /^<![A-Za-z]/.test(line) ? 4 : null
}

const REST_OF_CLOSING = /[ \t]*>[ \t]*$/y
/**
 * The parts of an attribute: each pattern is greedy and not tried again, so there is no
 * backtracking.
 */
const BETWEEN = /[ \t]*/y
const NAME = /[A-Za-z_:][A-Za-z0-9_.:-]*[ \t]*/y
const QUOTED = /=[ \t]*(?:"[^"]*"|'[^']*')(?=[ \t/>])[ \t]*/y
const BARE = /=[ \t]*(?:[^ \t"'/<=>`]+|(?=\/))[ \t]*/y
const END = /\/?>[ \t]*$/y

function isWholeTag(line: string, from: number, closing: boolean): boolean {
  const takes = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at
    return pattern.test(line) ? pattern.lastIndex : -1
  }
  if (closing) return takes(REST_OF_CLOSING, from) >= 0
  let at = takes(BETWEEN, from)
  for (let after = takes(NAME, at); after >= 0; after = takes(NAME, at)) {
    at = after
    const quoted = takes(QUOTED, at)
    if (quoted >= 0) at = quoted
    else for (let bare = takes(BARE, at); bare >= 0; bare = takes(BARE, at)) at = bare
  }
  return takes(END, at) >= 0
}

const CLOSED: Record<number, RegExp> = {
  1: /<\/(?:pre|script|style|textarea)>/gi,
  2: /-->/g,
  3: /\?>/g,
  4: />/g,
  5: /(?<!\])(?:\]\])+>/g,
}
/** The number of leading characters of each kind that cannot be part of its end. */
const OPENING = { 1: 1, 2: 2, 3: 1, 4: 2, 5: 9, 6: 0, 7: 0 }

/** Whether a line ends a block of this kind; `opens` if it is also the block's first line. */
export function endsHtml(kind: HtmlKind, line: string, opens = false): boolean {
  const closed = CLOSED[kind]
  if (!closed) return false
  closed.lastIndex = opens ? OPENING[kind] : 0
  return closed.test(line)
}
