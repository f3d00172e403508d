import { looseSlug } from '../ba/index.ts'
import { aliasesFrom } from './aliases.ts'
import { compose } from './compose.ts'
import type { Parsed, Place, Topic } from './find-topics.ts'
import { mergePage } from './merge-page.ts'
import { readPageText, setDate, writePageText } from './page-text.ts'
import { type Passage, withoutCitations } from './passages.ts'
import type { Document } from './read-document.ts'

/** A file of a vault that is made: its path in it, and its text. */
export interface MadeFile {
  path: string
  text: string
}

/** What a folder is compiled from, and what stands in the vault already: pages that people may have changed since. */
export interface FolderToCompile {
  parsed: readonly Parsed[]
  topics: readonly Topic[]
  now: string
  /** The text of a file that the vault has, or null. */
  standing: (path: string) => string | null
  /** What the compiler wrote of a page last, or empty. */
  base: (path: string) => string
}

const MOST_A_PLACE = 2
const MOST_A_PAGE = 8

/** Makes the vault of a folder: its documents as sources, a page a topic with every paragraph cited, and the index. */
export function compileFolder(folder: FolderToCompile): {
  files: MadeFile[]
  bases: Record<string, string>
  pages: number
} {
  const sources = new Map(
    nameSources(folder.parsed).map((source) => [source.parsed.document.path, sourceFile(source, folder)]),
  )
  const taken = new Set<string>()
  const bases: Record<string, string> = {}
  const pages = folder.topics.flatMap((topic) => {
    const passages = passagesOf(topic, sources)
    const slug = looseSlug(topic.title)
    if (passages.length === 0 || !slug) return []
    const path = `wiki/concepts/${freeName(slug, taken)}.md`
    const composed = compose({ title: topic.title, said: [], passages })
    const merged = mergePage({
      title: topic.title,
      composed,
      current: folder.standing(path),
      base: folder.base(path),
      now: folder.now,
      aliases: aliasesFrom(topic.title),
    })
    bases[path] = merged.base
    return [{ path, text: merged.text, title: topic.title, summary: composed.summary, cites: composed.sources.length }]
  })
  const files = [...sources.values()].map(({ path, text }) => ({ path, text }))
  return {
    files: [...files, ...pages.map(({ path, text }) => ({ path, text })), indexFile(pages)],
    bases,
    pages: pages.length,
  }
}

type Named = { parsed: Parsed; name: string }
type Source = MadeFile & { name: string; parsed: Parsed; shift: number }

function nameSources(parsed: readonly Parsed[]): Named[] {
  const taken = new Set<string>()
  return parsed.map((one) => {
    const stem = one.document.path
      .replace(/(?:\.(?:html?|md|markdown|mdown|mkd|mdx|txt|erb))+$/i, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
      .replace(/[\x00-\x1f<>:"|?*^,[\]\\]/g, '-')
    return { parsed: one, name: `${freeName(stem || 'document', taken)}.md` }
  })
}

function freeName(name: string, taken: Set<string>): string {
  for (let n = 1; ; n++) {
    const tried = n === 1 ? name : `${name}-${n}`
    if (taken.has(tried.toLowerCase())) continue
    taken.add(tried.toLowerCase())
    return tried
  }
}

/** A document as a source: what people read of it, below front matter that says where it came from. */
function sourceFile({ parsed, name }: Named, { now, standing }: FolderToCompile): Source {
  const { document } = parsed
  const path = `sources/${name}`
  const page = sourceText(document, now)
  const there = standing(path)
  const since = there === null ? null : /^ingestedAt: "([^"]+)"$/m.exec(there)?.[1]
  const kept = since ? sourceText(document, since) : null
  const text = kept?.text === there && kept ? kept : page
  return { path, name, parsed, ...text }
}

function sourceText(document: Document, now: string): { text: string; shift: number } {
  const { front } = readPageText(document.front ? `---\n${document.front}---\n` : '')
  if (!front.has('title')) front.set('title', document.title)
  if (!front.has('source')) front.set('source', document.path)
  if (!front.has('ingestedAt')) setDate(front, 'ingestedAt', now)
  const head = String(front)
  const body = document.lines.slice(document.frontLines).join('\n')
  return { text: writePageText({ front, body }), shift: head.split('\n').length - 1 - document.frontLines }
}

function passagesOf({ places }: Topic, sources: ReadonlyMap<string, Source>): Passage[] {
  const found = new Map<string, Passage>()
  for (const place of places) {
    const source = sources.get(place.path)
    if (!source || found.size >= MOST_A_PAGE) continue
    for (const { markdown, fromLine, toLine } of paragraphsAt(place, source.parsed)) {
      const text = withoutCitations(markdown).replace(/(?<!!)\[([^[\]]+)\]\[[^[\]]*\]/g, '$1')
      const [from, to] = [fromLine + source.shift, toLine + source.shift]
      found.set(`${source.name}:${from}`, { source: source.name, fromLine: from, toLine: to, text })
    }
  }
  return [...found.values()]
}

/** The first paragraphs under a heading of the topic's name, or the paragraph that says what it is. */
function paragraphsAt({ kind, line }: Place, { paragraphs }: Parsed) {
  if (kind === 'definition') return paragraphs.filter(({ fromLine }) => fromLine === line)
  const at = paragraphs.findIndex((one) => one.kind === 'heading' && one.fromLine === line)
  const depth = paragraphs[at]?.depth ?? 0
  const below = paragraphs.slice(at + 1)
  const end = below.findIndex((one) => one.kind === 'heading' && one.depth <= depth)
  return below
    .slice(0, end < 0 ? undefined : end)
    .filter((one) => one.kind === 'prose' && one.markdown.length > 30 && !/:$/.test(one.markdown))
    .slice(0, MOST_A_PLACE)
}

/** The generated table of a vault's pages. */
export function indexFile(
  pages: readonly { path: string; title: string; summary: string; cites?: number }[],
): MadeFile {
  const rows = [...pages]
    .sort((a, b) => (a.title.toLowerCase() < b.title.toLowerCase() ? -1 : 1))
    .map(({ path, title, summary, cites }) => {
      const slug = path.slice('wiki/concepts/'.length, -'.md'.length)
      return `| [[${slug}\\|${title.replaceAll('|', ' ')}]] | ${summary.replaceAll('|', '\\|')} | ${cites ?? ''} |`
    })
  return {
    path: 'wiki/index.md',
    text: ['# Pages', '', '| Page | What it is | Sources |', '| --- | --- | --- |', ...rows, ''].join('\n'),
  }
}
