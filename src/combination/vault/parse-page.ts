import {
  aliasesAtHead,
  type Marks,
  marksOfBody,
  readFields,
  scanMarks,
  splitFront,
  wordsOfFileName,
} from '../../text/index.ts'
import { titleIn } from '../documents/index.ts'
import { type Defect, defectsOfBody, defectsOfNames } from '../pages/index.ts'
import type { Named } from './name-index.ts'
import { type Sketch, sketch } from './near-duplicates.ts'

/** A parsed page: names, fields, links and citations, with links unresolved. */
export interface ParsedPage extends Named {
  path: string
  title: string
  aliases: string[]
  fields: ReadonlyMap<string, unknown>
  marks: Marks
  /** The MinHash sketch of its body, or null if that is too short. */
  sketch: Sketch | null
}

/**
 * Parses a page's text and lists its defects. The path identifies it among the pages read with it.
 */
export function parsePage(path: string, text: string): { page: ParsedPage; defects: Defect[] } {
  const defects: Defect[] = []
  const { form, open, front, close, body } = splitFront(text)
  const { fields, fault } = readFields(front, form)
  if (fault) defects.push({ kind: 'broken-front-matter', path, line: 1, reason: `Its front matter is ${fault}.` })
  const title = fields.get('title')
  const aliases = [...namesIn(fields.get('aliases') ?? fields.get('alias')), ...aliasesAtHead(body)]
  for (const defect of defectsOfNames(title, aliases)) defects.push({ path, line: 1, ...defect })
  const bodyLine = close ? countLines(text.slice(0, text.length - body.length)) + 1 : 1
  for (const defect of defectsOfBody(body, bodyLine)) defects.push({ path, ...defect })
  const above = scanMarks(front, { line: 1 + countLines(open), at: open.length, plain: true })
  const below = marksOfBody(body, { line: bodyLine, at: text.length - body.length })
  const links = above.links.length ? [...above.links, ...below.links] : below.links
  const page: ParsedPage = {
    path,
    title: (typeof title === 'string' && title.trim()) || titleIn(path, body) || wordsOfFileName(path),
    aliases,
    fields,
    marks: { links, citations: below.citations },
    sketch: sketch(body),
  }
  return { page, defects }
}

/** Reads names from a list or, as in older Obsidian vaults, from one text with commas. */
function namesIn(value: unknown): string[] {
  const list = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',').map((one) => one.trim()) : []
  return list.filter((one) => typeof one === 'string' || typeof one === 'number').map(String)
}

/** Counts lines as an editor does: a final newline begins no further line. */
export function countLines(text: string): number {
  let lines = text === '' || text.endsWith('\n') ? 0 : 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
