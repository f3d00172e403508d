import { type Citation, type CitationMark, entryWritten, sentencesIn } from '../../text/index.ts'
import type { DefectKind } from '../pages/index.ts'
import { isFootnote, sourceNamed, wrongWith } from '../vault/index.ts'
import type { DocumentsToCheck, DocumentToCheck } from './documents-to-check.ts'
import { linesSaying, type Searched, saysAt, searchable } from './lines-saying.ts'
import { type Change, type Problem, shown } from './problem.ts'

const MENDS: Partial<Record<DefectKind, string>> = {
  'placeholder-citation': 'Write the source and the lines that say so, or take the marker out.',
  'page-cited-as-source': 'Link to the page with [[…]], and cite the source that it cites.',
  'citation-out-of-sources': 'Put the source below sources/, and cite it by its name there.',
  'citation-of-no-source': 'Bring the source back below sources/, or cite the one that says so now.',
  'citation-past-the-end': 'Cite the lines that say so now, or take the sentence out.',
}

/** Finds citations of a missing source, missing lines, or lines without the quoted words. */
export function citationsThatDoNotHold(all: DocumentsToCheck): Problem[] {
  const texts = new Map<string, Searched>()
  const lines = (name: string, text: string) => {
    const there = texts.get(name) ?? searchable(text)
    texts.set(name, there)
    return there
  }
  const missing = new Map<string, Missing>()
  const problems = all.documents.flatMap((item) =>
    (item.page?.marks.citations ?? []).flatMap((mark) => problemsOf(mark, item, all, lines, missing)),
  )
  for (const { problem, name, pages, citations } of missing.values()) {
    const by = pages.size === 1 ? 'this page' : `${pages.size} pages`
    problem.says = `There is no source ${name}, which ${by} cite${pages.size === 1 ? 's' : ''}${citations > pages.size ? ` (${citations} times)` : ''}.`
  }
  return problems
}

/** A missing source is one problem, however often it is cited, since bringing it back mends all. */
type Missing = { problem: Problem; name: string; pages: Set<string>; citations: number }

type Lines = (name: string, text: string) => Searched

function problemsOf(
  mark: CitationMark,
  item: DocumentToCheck,
  all: DocumentsToCheck,
  lines: Lines,
  missing: Map<string, Missing>,
): Problem[] {
  const { sources, index } = all.vault
  if (isFootnote(mark.entries, index)) return []
  const marker = /^\^\[[^[\]]+\]/.exec(item.text.slice(mark.at, mark.at + 2000))?.[0] ?? ''
  const at = { rule: 'citation-does-not-hold' as const, path: item.document.path, line: mark.line, toLine: mark.line }
  return mark.entries.flatMap((entry) => {
    const wrong = wrongWith(entry, sources, index)
    if (wrong && wrong.kind !== 'citation-past-the-end') {
      const problem: Problem = { ...at, says: wrong.reason, words: shown(marker), mend: MENDS[wrong.kind] ?? '' }
      if (wrong.kind !== 'citation-of-no-source') return [problem]
      const there = missing.get(entry.name)
      const one = there ?? { problem, name: entry.name, pages: new Set(), citations: 0 }
      one.pages.add(item.document.path)
      one.citations++
      missing.set(entry.name, one)
      return there ? [] : [problem]
    }
    const text = sourceNamed(entry.name, all.sources)
    const only = mark.entries.length === 1 && text !== undefined && entry.from_line !== null
    const moved = only ? movedTo(entry, quotedBefore(item.text, mark.at), lines(entry.name, text)) : null
    if (!moved) return wrong ? [{ ...at, says: wrong.reason, words: shown(marker), mend: MENDS[wrong.kind] ?? '' }] : []
    const range = moved.from === moved.to ? `line ${moved.from}` : `lines ${moved.from} to ${moved.to}`
    return [
      {
        ...at,
        says: wrong?.reason ?? `What it quotes of ${entry.name} is not at the lines that it cites.`,
        words: shown(moved.words),
        mend: `Cite ${range} of ${entry.name}, the one place where these words stand.`,
        changes: [citationChange(marker, entry, moved, { path: item.document.path, at: mark.at })],
      },
    ]
  })
}

const MOST_BEFORE = 2000

/**
 * The quotations, or else the sentences, between the previous marker and this one in its paragraph.
 */
function quotedBefore(text: string, at: number): string[] {
  const own = text.slice(Math.max(0, at - MOST_BEFORE), at)
  const marker = own.lastIndexOf('^[')
  const ends = marker < 0 ? -1 : own.indexOf(']', marker)
  const begins = Math.max(ends, own.lastIndexOf('\n\n'), own.lastIndexOf('\n\r\n'))
  return quotationsIn(own.slice(begins + 1))
}

function quotationsIn(own: string): string[] {
  const quotes = [...own.matchAll(/“([^“”]+)”|"([^"]+)"|「([^」]+)」/g)].map(([, a, b, c]) => a ?? b ?? c ?? '')
  return quotes.length > 0 ? quotes : sentencesIn(own.replace(/\s/g, ' ')).map(({ text }) => text)
}

/**
 * Finds the new place of quoted words, if the cited lines have none of them and each is found
 * exactly once.
 */
function movedTo({ from_line: from, to_line: to }: Citation, quotes: readonly string[], source: Searched) {
  if (quotes.some((words) => saysAt(source, from ?? 0, to ?? 0, words))) return null
  const found = quotes.flatMap((words) => {
    const places = linesSaying(source, words)
    return places.length > 0 ? [{ words, places }] : []
  })
  const here = ({ from: one, to: other }: { from: number; to: number }) => one <= (to ?? 0) && (from ?? 0) <= other
  const [first] = found
  const [place] = first?.places ?? []
  if (!first || !place || found.some(({ places }) => places.length > 1 || places.some(here))) return null
  return found.length === 1 ? { words: first.words.trim(), ...place } : joinPlaces(found)
}

const MOST_APART = 6

/** Joins the places of several quotations that are close together. */
function joinPlaces(found: { words: string; places: { from: number; to: number }[] }[]) {
  const places = found.flatMap((one) => one.places)
  const from = Math.min(...places.map((one) => one.from))
  const to = Math.max(...places.map((one) => one.to))
  return to - from <= MOST_APART * found.length
    ? { words: found.map(({ words }) => words.trim()).join(' '), from, to }
    : null
}

function citationChange(
  marker: string,
  { name }: Citation,
  { from, to }: { from: number; to: number },
  place: { path: string; at: number },
): Change {
  const words = `^[${entryWritten({ name, from_line: from, to_line: to }, /#L\d/.test(marker))}]`
  return { kind: 'words', ...place, old: marker, new: words, says: `${marker} is now ${words}.` }
}
