import { endOfFence, endOfSpan, lineCounter } from '../documents/index.ts'

/** A Markdown link where it stands: what is between its round brackets, without what follows `#` or `?`. */
export interface MarkdownLink {
  target: string
  line: number
  /** Where in the text the target begins. */
  at: number
}

/** In this order: an escape, a comment, a fence, a run of backticks, the end of a link, a definition of one. */
const MARK =
  /\\[\s\S]|<!--[\s\S]*?-->|^[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?(`{3,}(?=[^`\n]*$)|~{3,})|(`+)|(\]\(\s*<?|^ {0,3}\[[^^[\]\n][^[\]\n]*\]:[ \t]+<?)([^\s()<>"]+)/gm

/** Finds the Markdown links of a text to other places than the web, outside of its code and comments. */
export function markdownLinks(text: string): MarkdownLink[] {
  if (!text.includes('](') && !text.includes(']:')) return []
  const found: MarkdownLink[] = []
  const lineOf = lineCounter(text, 1)
  MARK.lastIndex = 0
  for (let mark = MARK.exec(text); mark; mark = MARK.exec(text)) {
    const [, fence, ticks, opening, inside = ''] = mark
    if (fence) MARK.lastIndex = endOfFence(text, MARK.lastIndex, fence)
    else if (ticks) MARK.lastIndex = endOfSpan(text, MARK.lastIndex, ticks)
    else if (opening !== undefined) {
      const target = inside.replace(/[#?].*$/, '')
      const isElsewhere = /^[A-Za-z][\w+.-]*:|^\/\/|[{}$<>]|^$/.test(target)
      if (!isElsewhere) found.push({ target, line: lineOf(mark.index), at: mark.index + opening.length })
    }
  }
  return found
}

const ENDINGS = /(?:\.(?:html?|md|markdown|mdown|mkd|mdx|txt|erb))+$/i

/** A document's path without its endings and small letters: what links of several kinds say of it. */
export const bareOf = (path: string): string => path.replace(ENDINGS, '').toLowerCase()

/** Where a link leads from a page: a path below the folder, or null where it leads out of it. */
export function pathFrom(page: string, target: string): string | null {
  const folders = target.startsWith('/') ? [] : page.split('/').slice(0, -1)
  for (const step of decoded(target).split('/')) {
    if (step === '..') {
      if (folders.pop() === undefined) return null
    } else if (step !== '.' && step !== '') folders.push(step)
  }
  return folders.join('/')
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

/** The way from a page to another path, as a link says it. */
export function wayFrom(page: string, path: string): string {
  const [from, to] = [page.split('/').slice(0, -1), path.split('/')]
  while (from.length > 0 && to.length > 1 && from[0] === to[0]) {
    from.shift()
    to.shift()
  }
  return [...from.map(() => '..'), ...to]
    .map((step) => encodeURI(step).replace(/[()?#]/g, encodeURIComponent))
    .join('/')
}
