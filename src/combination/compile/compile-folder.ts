import { looseSlug } from '../../ba/index.ts'
import { setDate } from '../../text/index.ts'
import { compose, keysOf, type Parsed, type Passage, type Spoken, spokenIn, type Topic } from '../compose/index.ts'
import { type Document, readPageText, writePageText } from '../documents/index.ts'
import { aliasesFrom } from '../pages/index.ts'
import { mergePage } from './merge-page.ts'
import { nearest } from './near-topics.ts'

/** A generated file of a vault. */
export interface MadeFile {
  path: string
  text: string
}

/**
 * The input of compiling a folder: parsed documents, topics, and the files already in the vault,
 * which people may have changed.
 */
export interface FolderToCompile {
  parsed: readonly Parsed[]
  topics: readonly Topic[]
  now: string
  /** The text of a file in the vault, or null. */
  standing: (path: string) => string | null
  /** The compiler's last text of a page, or empty. */
  base: (path: string) => string
}

/**
 * Compiles a folder into a vault: documents as sources, one page per topic with every paragraph
 * cited, and the index.
 */
export function compileFolder(folder: FolderToCompile): {
  files: MadeFile[]
  bases: Record<string, string>
  pages: number
} {
  const sources = nameSources(folder.parsed).map((source) => sourceFile(source, folder))
  const linkable = folder.topics.map(({ title }) => ({ title, keys: keysOf(title) }))
  const wanted = new Set(linkable.flatMap(({ keys }) => keys))
  const spoken = spokenInAll(sources, wanted)
  const bySource = Map.groupBy([...spoken.values()].flat(), ({ passage }) => passage.source)
  const taken = new Set<string>()
  const bases: Record<string, string> = {}
  const pages = folder.topics.flatMap((topic, n) => {
    const found = (linkable[n]?.keys ?? []).flatMap((key) => spoken.get(key) ?? [])
    const passages = found.map(({ passage }) => passage)
    const about = passages.filter(({ how }) => how === 'title' || how === 'heading')
    const slug = looseSlug(topic.title)
    if (passages.length === 0 || !slug) return []
    const beside = [...new Set(about.map(({ source }) => source))].flatMap((source) => bySource.get(source) ?? [])
    const near = nearest(
      linkable,
      beside.map(({ name, passage }) => ({ name, how: passage.how, source: passage.source })),
    )
    const composed = compose({ title: topic.title, said: [], passages, links: linkable, near })
    if (composed.sources.length === 0) return []
    const path = `wiki/concepts/${freeName(slug, taken)}.md`
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
  const files = sources.map(({ path, text }) => ({ path, text }))
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

/** Writes a document as a source: its readable text below front matter with its origin. */
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
  const { front } = readPageText(document.front)
  if (!front.has('title')) front.set('title', document.title)
  if (!front.has('source')) front.set('source', document.path)
  if (!front.has('ingestedAt')) setDate(front, 'ingestedAt', now)
  const head = String(front)
  const body = document.lines.slice(document.frontLines).join('\n')
  return { text: writePageText({ front, body }), shift: head.split('\n').length - 1 - document.frontLines }
}

type Found = { name: string; passage: Passage }

/** The passages of all documents about wanted names, by name. */
function spokenInAll(sources: readonly Source[], wanted: ReadonlySet<string>): Map<string, Found[]> {
  const asFound = ({ name, parsed, shift }: Source, { fromLine, toLine, text, how, name: of }: Spoken): Found => ({
    name: of,
    passage: {
      source: name,
      title: parsed.document.title,
      fromLine: fromLine + shift,
      toLine: toLine + shift,
      text,
      how,
    },
  })
  const all = sources.flatMap((source) =>
    spokenIn(source.parsed.document, [], { wanted }).map((one) => asFound(source, one)),
  )
  return Map.groupBy(all, ({ name }) => name)
}

/** Generates the table of a vault's pages. */
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
