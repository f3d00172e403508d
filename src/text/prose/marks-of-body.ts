import { type LinkMark, type Marks, scanMarks, type TextPosition } from '../scan-marks.ts'
import { isField } from './line-marks.ts'
import { shownOf } from './prose.ts'

/**
 * Finds the wiki links and citations of a page's body as it is rendered: none in what a generator
 * takes for code, those of an outline, and those in fields. Lines and offsets are the body's own.
 */
export function marksOfBody(body: string, { line: first = 1, at: firstAt = 0 }: TextPosition = {}): Marks {
  if (!body.includes('[[') && !body.includes('^[')) return { links: [], citations: [] }
  const shown = mayMove(body) ? shownOf(body) : body
  if (shown === body) return scanMarks(body, { line: first, at: firstAt })
  const written = scanMarks(body)
  const { links, citations } = scanMarks(shown)
  const places = linePlaces(body)
  const lineAt = (line: number) => body.slice(places[line - 1], places[line]).replace(/\r?\n$/, '')
  const known = Map.groupBy(written.links, ({ line }) => line)
  const searched = new Map<number, number>()
  const found = links.map((link): LinkMark => {
    const onLine = known.get(link.line) ?? []
    const own = onLine.findIndex((one) => one.target === link.target && one.place === link.place)
    if (own >= 0) return onLine.splice(own, 1)[0] as LinkMark
    const at = Math.max(0, lineAt(link.line).indexOf('[[', searched.get(link.line) ?? 0))
    searched.set(link.line, at + 2)
    return { ...link, at: (places[link.line - 1] ?? 0) + at }
  })
  const inFields = written.links.filter(({ line }) => isField(lineAt(line)))
  const moved = <Mark extends { line: number; at: number }>(mark: Mark): Mark => ({
    ...mark,
    line: mark.line + first - 1,
    at: mark.at + firstAt,
  })
  const isShown = new Set(citations.map(({ line }) => line))
  return {
    links: [...new Set([...found, ...inFields])].sort((one, other) => one.at - other.at).map(moved),
    citations: written.citations.filter(({ line }) => isShown.has(line)).map(moved),
  }
}

/**
 * Whether a body has a mark that makes text of what Markdown takes for code, or code of text. Whole
 * vaults pass through here: a pattern runs only if its sign is present.
 */
const mayMove = (body: string): boolean =>
  (body.includes('{') && /\{\{[<%]|\{%/.test(body)) ||
  (body.includes('#+') && /#\+BEGIN_/i.test(body)) ||
  body.includes('\n\t- ') ||
  body.includes('\n\t* ') ||
  (/!!!|\?\?\?|===/.test(body) && /^[ \t]*(?:!!!|\?\?\?|===[+!]? )/m.test(body)) ||
  (/:(?: {3}|\t)/.test(body) && /^[ \t]*:(?: {3}|\t)/m.test(body)) ||
  (body.includes('```') && /(?:```|~~~)[ \t]*(?:\{|ad-|admonish)/.test(body)) ||
  body.includes('<pre')

/** The offsets at which the lines of a text begin. */
function linePlaces(text: string): number[] {
  const places = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) places.push(at + 1)
  return places
}
