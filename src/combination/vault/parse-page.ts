import { type Marks, readFields, scanMarks, splitPage } from '../documents/index.ts'
import { type Defect, defectsOfBody, defectsOfNames } from '../pages/index.ts'
import { type Named, stemOf } from './name-index.ts'
import { type Sketch, sketch } from './near-duplicates.ts'

/** A page parsed by itself: what it is called, its fields, its links and citations. Where a link leads others decide. */
export interface ParsedPage extends Named {
  path: string
  title: string
  aliases: string[]
  fields: ReadonlyMap<string, unknown>
  marks: Marks
  /** MinHash sketch of its body, or null where that is too short to compare. */
  sketch: Sketch | null
}

/** Parses a page's text, and says what of it is malformed. Its path is its place among the pages it is read with. */
export function parsePage(path: string, text: string): { page: ParsedPage; defects: Defect[] } {
  const defects: Defect[] = []
  const { open, front, close, body } = splitPage(text)
  const { fields, fault } = readFields(front)
  if (fault) defects.push({ kind: 'broken-front-matter', path, line: 1, reason: `Its front matter is ${fault}.` })
  const title = fields.get('title')
  const aliases = namesIn(fields.get('aliases') ?? fields.get('alias'))
  for (const defect of defectsOfNames(title, aliases)) defects.push({ path, line: 1, ...defect })
  const bodyLine = close ? countLines(text.slice(0, text.length - body.length)) + 1 : 1
  for (const defect of defectsOfBody(body, bodyLine)) defects.push({ path, ...defect })
  const [above, below] = [scanMarks(front, 2, open.length), scanMarks(body, bodyLine, text.length - body.length)]
  const links = above.links.length ? [...above.links, ...below.links] : below.links
  const page: ParsedPage = {
    path,
    title: typeof title === 'string' && title.trim() ? title.trim() : stemOf(path),
    aliases,
    fields,
    marks: { links, citations: below.citations },
    sketch: sketch(body),
  }
  return { page, defects }
}

/** Names in a list or, as Obsidian once had it, in one text with commas. */
function namesIn(value: unknown): string[] {
  const list = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',').map((one) => one.trim()) : []
  return list.filter((one) => typeof one === 'string' || typeof one === 'number').map(String)
}

/** Line count as an editor shows it: a newline at the end begins no further line. */
export function countLines(text: string): number {
  let lines = text === '' || text.endsWith('\n') ? 0 : 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
