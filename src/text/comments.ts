import { type Block, blocksIn } from './blocks.ts'
import { endOfFront } from './front/split-front.ts'
import { endOfMath, endOfTicks, isRawHtml } from './inline.ts'
import { setInMarkIn } from './prose/hint-marks.ts'

/** The range of a comment in a text. */
export type CommentRange = [from: number, to: number]

/** The forms of comment that have a mark to close them, by the mark that opens them. */
const CLOSERS: readonly { opens: RegExp; closes: RegExp }[] = [
  { opens: /^\{\/\*/, closes: /\*\/\}/g },
  { opens: /^\{\{\/\*/, closes: /\*\/\}\}/g },
  { opens: /^\{\{!--/, closes: /--\}\}/g },
  { opens: /^\{#/, closes: /#\}/g },
  { opens: /^\{%/, closes: /\{%-?[ \t]*\/?(?:end)?comment[ \t]*-?%\}/g },
  { opens: /^\{\{[<%]/, closes: /\{\{[<%][ \t]*\/[ \t]*comment[ \t]*[>%]\}\}/g },
  { opens: /^\{::/, closes: /\{:\/(?:comment)?\}/g },
  { opens: /^#\+/, closes: /^[ \t]*#\+END_COMMENT[ \t]*$/gim },
]

const OPENS =
  /\\[\s\S]|`+|\$\$?|<!--|%%|\{\/\*|\{\{\/\*|\{\{!--|\{#(?=\s)|\{%-?[ \t]*comment\b[^%{}\n]{0,100}%\}|\{\{[<%][ \t]*comment\b[^{}\n]{0,100}[>%]\}\}|\{::comment\}|#\+BEGIN_COMMENT\b/gi
const IN_BRACES = /\{(?:\/\*|\{(?:\/\*|!--|[<%][ \t]*comment\b)|#\s|%-?[ \t]*comment\b|::comment)/i
/** Whole vaults pass through here: a pattern runs only if its sign is present. */
const mayOpen = (body: string): boolean =>
  body.includes('%%') ||
  body.includes('<!--') ||
  (body.includes('{') && IN_BRACES.test(body)) ||
  (body.includes('#+') && /#\+BEGIN_COMMENT/i.test(body)) ||
  (body.includes(']:') && MAY_REMARK.test(body))
const MAY_REMARK = /^ {0,3}\[(?:\/\/|comment)\]:/im
const REMARK = /^\[(?:\/\/|comment)\]:/i
/** How often the blocks behind a comment that holds half a block are read anew. */
const MOST_TIMES = 20

/**
 * The comments of a Markdown body, in order: `%%…%%` as Obsidian reads it (over empty lines; to the
 * end of the text if a line begins with it and nothing closes it), HTML, and those of MDX, Jinja,
 * Liquid, Hugo, Handlebars, kramdown and Org. Code and maths have none.
 */
export function commentsIn(body: string): CommentRange[] {
  return mayOpen(body) ? new Comments(body).all() : []
}

class Comments {
  #text: string
  #blocks: Block[] = []
  /** The offset in the text from which the blocks were read, and the next block to look at. */
  #base = 0
  #next = 0
  #times = 0
  #missing = new Set<string>()
  #missingTicks = new Set<string>()
  #found: CommentRange[] = []

  constructor(text: string) {
    this.#text = text
    this.#readBlocks(0)
  }

  all(): CommentRange[] {
    const text = this.#text
    const opens = new RegExp(OPENS)
    for (let one = opens.exec(text); one; one = opens.exec(text)) {
      const leaf = this.#leafAt(one.index)
      const end = leaf ? this.#base + leaf.end : text.length
      const begin = leaf ? this.#base + leaf.at : 0
      if (
        (leaf?.kind === 'code' && !this.#isSetIn(leaf)) ||
        (leaf?.kind === 'html' && !text.startsWith('<!--', begin) && isRawHtml(text, begin))
      ) {
        opens.lastIndex = Math.max(end, one.index + 1)
        continue
      }
      const to = this.#endOf(one[0], one.index, leaf, begin, end)
      if (to < 0) opens.lastIndex = -to
      else if (to > 0) {
        this.#found.push([one.index, to])
        opens.lastIndex = to
        this.#goOnFrom(to)
      }
    }
    return this.#withRemarks()
  }

  /** Where a comment ends; 0 if the mark opens none; less than 0 for code or maths, up to there. */
  #endOf(mark: string, at: number, leaf: Block | undefined, begin: number, end: number): number {
    const text = this.#text
    const after = at + mark.length
    if (mark.startsWith('\\')) return 0
    if (mark.startsWith('`')) {
      const key = `${begin} ${mark}`
      const to = this.#missingTicks.has(key) ? 0 : endOfTicks(text, after, mark, end)
      if (to === 0) this.#missingTicks.add(key)
      return -to
    }
    if (mark === '$') return -endOfMath(text, after, end)
    if (mark === '$$') {
      const to = this.#indexOf('$$', after)
      return to >= 0 && to < end ? -(to + 2) : 0
    }
    if (mark === '%%') return this.#endOfPercents(at, end)
    if (mark === '<!--') {
      const to = this.#indexOf('-->', after)
      if (to >= 0 && to < end) return to + 3
      return leaf?.kind === 'html' || leaf === undefined ? end : 0
    }
    if (mark.startsWith('#+') && !beginsLine(text, at)) return 0
    const closes = CLOSERS.find(({ opens }) => opens.test(mark))?.closes
    if (!closes || this.#missing.has(closes.source)) return 0
    closes.lastIndex = after
    if (closes.exec(text)) return closes.lastIndex
    this.#missing.add(closes.source)
    return 0
  }

  #endOfPercents(at: number, end: number): number {
    const text = this.#text
    const to = this.#indexOf('%%', at + 2)
    const isFirst = beginsLine(text, at)
    if (to < 0) return isFirst ? text.length : 0
    // `100%%` is a number.
    if (to < end || isFirst || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return to + 2
    return 0
  }

  #indexOf(mark: string, from: number): number {
    if (this.#missing.has(mark)) return -1
    const at = this.#text.indexOf(mark, from)
    if (at < 0) this.#missing.add(mark)
    return at
  }

  /** The leaf block around an offset; offsets are asked for in ascending order. */
  #leafAt(at: number): Block | undefined {
    while (this.#next < this.#blocks.length) {
      const block = this.#blocks[this.#next] as Block
      if (HOLDS_OTHERS.has(block.kind) || this.#base + block.end <= at) this.#next++
      else return this.#base + block.at <= at ? block : undefined
    }
    return undefined
  }

  /** Whether what Markdown takes for indented code is set in below a mark, and is text. */
  #isSetIn({ at, mark }: Block): boolean {
    if (mark !== '') return false
    const text = this.#text
    const isItem = /^[ \t]*[-*+] /.test(text.slice(this.#base + at, this.#base + at + 40))
    for (let end = text.lastIndexOf('\n', this.#base + at - 1), n = 0; end > 0; n++) {
      const begin = text.lastIndexOf('\n', end - 1) + 1
      const line = text.slice(begin, end)
      // Right below a line without a bullet stands an outline of Logseq.
      if (line.trim() !== '' && !/^(?: {4}|\t)/.test(line)) return setInMarkIn(line) !== null || (n === 0 && isItem)
      end = begin - 1
    }
    return false
  }

  /** Where a comment ends inside a block that began in it, the rest is read as a text of its own. */
  #goOnFrom(to: number): void {
    const leaf = this.#leafAt(to)
    if (leaf?.kind !== 'code' && leaf?.kind !== 'html') return
    // Text that is in doubt is read as text: a comment is never taken for code.
    if (++this.#times > MOST_TIMES) this.#blocks = []
    else this.#readBlocks(to)
  }

  #readBlocks(from: number): void {
    this.#base = from
    this.#next = 0
    this.#blocks = blocksIn(from === 0 ? this.#text : this.#text.slice(from))
  }

  /** Adds link definitions that serve as comments: `[//]: # (so)`. */
  #withRemarks(): CommentRange[] {
    if (!MAY_REMARK.test(this.#text)) return this.#found
    const remarks = blocksIn(this.#text)
      .filter(({ kind, at }) => kind === 'definition' && REMARK.test(this.#text.slice(at, at + 12)))
      .map(({ at, end }): CommentRange => [at, end])
      .filter(([at]) => !this.#found.some(([from, to]) => from <= at && at < to))
    return [...this.#found, ...remarks].sort(([one], [other]) => one - other)
  }
}

const HOLDS_OTHERS = new Set(['blockquote', 'list', 'listItem', 'footnoteDefinition'])

/** Whether only spaces and markers of quotes and items stand before an offset on its line. */
function beginsLine(text: string, at: number): boolean {
  const before = text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 80), at)
  return /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?$/.test(before)
}

/** A Markdown body without its comments; its lines keep their numbers. */
export function withoutComments(body: string): string {
  let [text, from] = ['', 0]
  for (const [begin, end] of commentsIn(body)) {
    text += body.slice(from, begin) + body.slice(begin, end).replace(/[^\r\n]+/g, '')
    from = end
    // Of the spaces on both sides one remains, and none at the beginning of a line.
    if (/(?:^|[\s])$/.test(text.slice(-1))) while (body[from] === ' ' || body[from] === '\t') from++
  }
  return from === 0 ? body : text + body.slice(from)
}

/** A page's Markdown, front matter included, without the comments of its body. */
export function textWithoutComments(markdown: string): string {
  const front = endOfFront(markdown)
  const body = markdown.slice(front)
  const without = withoutComments(body)
  return without === body ? markdown : markdown.slice(0, front) + without
}

/** A body with its comments overwritten, so that every offset stays. */
export function overComments(body: string): string {
  let [text, from] = ['', 0]
  for (const [begin, end] of commentsIn(body)) {
    text += body.slice(from, begin) + body.slice(begin, end).replace(/[^\r\n]/g, '\u00a0')
    from = end
  }
  return from === 0 ? body : text + body.slice(from)
}
