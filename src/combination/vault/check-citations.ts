import type { Citation, Marks } from '../../text/index.ts'
import { type Defect, type DefectKind, placeholderIn } from '../pages/index.ts'
import type { Named, NameIndex } from './name-index.ts'

/** The number of lines that citations of a source can reach. */
export interface SourceLines {
  lines: number
}

/**
 * Checks that every citation names an existing source and existing lines, and adds defects. Text
 * that names no file is an Obsidian footnote, not a citation.
 */
export function citationsChecked<Page extends Named & { marks: Marks }>(
  pages: Iterable<Page>,
  sources: ReadonlyMap<string, SourceLines>,
  index: NameIndex<Page>,
  defects: Defect[],
): { citations: number; footnotes: number } {
  const counts = { citations: 0, footnotes: 0 }
  for (const page of pages) {
    for (const { entries, line } of page.marks.citations) {
      if (isFootnote(entries, index)) {
        counts.footnotes++
        continue
      }
      for (const entry of entries) {
        counts.citations++
        const wrong = wrongWith(entry, sources, index)
        if (wrong) defects.push({ path: page.path, line, ...wrong })
      }
    }
  }
  return counts
}

const FILE_NAME = /\.[A-Za-z][A-Za-z0-9]{0,9}(?::.*)?$/

/** Whether the bracketed text is words, which makes it an Obsidian footnote. */
export function isFootnote<Page extends Named>(entries: readonly Citation[], index: NameIndex<Page>): boolean {
  return entries.every(({ name, from_line }) => {
    if (from_line !== null || FILE_NAME.test(name) || placeholderIn(name)) return false
    return index.resolve(name) === undefined
  })
}

/** The source that a citation names, with or without its folder. */
export function sourceNamed<Source>(name: string, sources: ReadonlyMap<string, Source>): Source | undefined {
  const path = name.normalize('NFC')
  return sources.get(path) ?? sources.get(path.replace(/^sources\//, ''))
}

/** Why an entry does not reach lines of a source, or null. */
export function wrongWith<Page extends Named>(
  { name, from_line: from, to_line: to }: Citation,
  sources: ReadonlyMap<string, SourceLines>,
  index: NameIndex<Page>,
): { kind: DefectKind; reason: string } | null {
  const placeholder = placeholderIn(name)
  if (placeholder) return { kind: 'placeholder-citation', reason: `It cites ${placeholder}: ^[${name}].` }
  if (/(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:/.test(name))
    return { kind: 'citation-out-of-sources', reason: `A citation stays below sources/: ^[${name}].` }
  const source = sourceNamed(name, sources)
  if (!source) {
    const page = FILE_NAME.test(name) ? undefined : index.resolve(name)
    return page
      ? { kind: 'page-cited-as-source', reason: `It cites the page ${page.path} as if it were a source.` }
      : { kind: 'citation-of-no-source', reason: `There is no source ${name}.` }
  }
  if (from === null || to === null) return null
  if (from >= 1 && from <= to && to <= source.lines) return null
  return {
    kind: 'citation-past-the-end',
    reason: `It cites ${from === to ? `line ${from}` : `lines ${from} to ${to}`} of ${name}, which has ${source.lines}.`,
  }
}
