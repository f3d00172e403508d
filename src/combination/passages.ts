import type { Heading, Root, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { looseSlug } from '../ba/index.ts'
import { endlessIn } from './endless.ts'

/** A passage of a source that says what a topic is, with its lines. */
export interface Passage {
  source: string
  fromLine: number
  toLine: number
  text: string
}

const parser = unified().use(remarkParse).use(remarkGfm)
const MOST_A_SOURCE = 2
const MOST_READ = 300_000

/**
 * Finds what a source says a topic is: the first paragraphs under a heading of its name, or paragraphs that begin by
 * saying what it is ("A cache purge is …"). Lines count the source's own front matter.
 */
export function passagesOn(title: string, source: { name: string; text: string }): Passage[] {
  const wanted = nameOf(title)
  if (!wanted || !source.text.toLowerCase().includes(title.toLowerCase().slice(0, 40))) return []
  const front = /^---\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/.exec(source.text)?.[0] ?? ''
  const offset = front.split('\n').length - 1
  const body = source.text.slice(front.length, front.length + MOST_READ)
  // A source is kept as it came; one that no parser comes to the end of is not searched for passages.
  if (endlessIn(body)) return []
  const tree = parser.parse(body)
  const found = [...underHeading(tree, wanted), ...definitions(tree, wanted)]
  const distinct = [...new Map(found.map((node) => [node.position?.start.offset, node])).values()]
  return distinct.slice(0, MOST_A_SOURCE).flatMap((node) => {
    const { start, end } = node.position ?? {}
    if (start?.offset === undefined || end?.offset === undefined) return []
    const text = source.text.slice(front.length + start.offset, front.length + end.offset).replace(/\s+/g, ' ')
    return [
      { source: source.name, fromLine: start.line + offset, toLine: end.line + offset, text: withoutCitations(text) },
    ]
  })
}

/** One name for `Cache purge`, `The cache purge` and `Cache purges`. */
export const nameOf = (title: string) => looseSlug(title.replace(/^(?:an?|the)\s+/i, '')).replace(/([^s])s$/, '$1')

function underHeading({ children }: Root, wanted: string): RootContent[] {
  const start = children.findIndex((node) => node.type === 'heading' && nameOf(plain(node)) === wanted)
  if (start < 0) return []
  const heading = children[start] as Heading
  const rest = children.slice(start + 1)
  const end = rest.findIndex((node) => node.type === 'heading' && node.depth <= heading.depth)
  return rest
    .slice(0, end < 0 ? undefined : end)
    .filter((node) => node.type === 'paragraph')
    .slice(0, MOST_A_SOURCE)
}

function definitions({ children }: Root, wanted: string): RootContent[] {
  return children.filter((node) => {
    if (node.type !== 'paragraph') return false
    const said = /^(?:an?|the)?\s*(.{2,80}?)(?:\s*\([^)]*\))?,?\s+(?:is|are|means?|refers? to)\s/i.exec(
      plain(node),
    )?.[1]
    return said !== undefined && nameOf(said) === wanted
  })
}

function plain(node: RootContent | Heading['children'][number]): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map((child) => plain(child as RootContent)).join('') : ''
}

/** What a source itself cited or linked to beside it is its own affair: the page cites the source. */
export const withoutCitations = (text: string): string =>
  text
    .replace(/ ?\^\[[^[\]]*\]/g, '')
    .replace(/ ?\(\[[^[\]]{1,900}\]\((?!https?:)[^()[\s]{0,900}\)\)/g, '')
    .replace(/(?<!!)\[([^[\]]{1,900})\]\((?!https?:)[^()[\s]{0,900}\)/g, '$1')
