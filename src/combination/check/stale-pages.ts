import { readFields, splitFront } from '../../text/index.ts'
import { reviewDue } from '../pages/index.ts'
import { sourceNamed } from '../vault/index.ts'
import type { DocumentsToCheck, DocumentToCheck } from './documents-to-check.ts'
import { type Problem, shown } from './problem.ts'

const MEND = 'Read it again: if it is still true, say so with `reviewed: ` and the day; else change it.'

/** Finds pages past their review date, or older than a source they cite. */
export function stalePages(all: DocumentsToCheck): Problem[] {
  const brought = new Map([...all.sources].map(([name, text]) => [name, broughtAt(text)]))
  return all.documents.flatMap((item) => pastReview(item, all.now) ?? olderThanASource(item, brought) ?? [])
}

function pastReview({ document, sayings }: DocumentToCheck, now: string): Problem | null {
  const due = reviewDue(document, sayings)
  if (!due || due.at > Date.parse(now) - 86_400_000) return null
  return {
    rule: 'stale-page',
    path: document.path,
    line: due.line,
    toLine: due.line,
    says: `“${document.title}” was to be reviewed by ${dayOf(new Date(due.at))}.`,
    words: shown(due.words.join(' ')),
    mend: MEND,
    due: dayOf(new Date(due.at)),
  }
}

function olderThanASource({ document, page }: DocumentToCheck, brought: ReadonlyMap<string, number>): Problem | null {
  const updated = Math.max(...['updatedAt', 'reviewed'].map((name) => timeIn(document.fields.get(name))))
  if (!page || !Number.isFinite(updated)) return null
  const names = new Set(page.marks.citations.flatMap(({ entries }) => entries.map(({ name }) => name)))
  const newer = [...names].find(
    (name) => (sourceNamed(name, brought) ?? Number.NEGATIVE_INFINITY) > updated + 86_400_000,
  )
  const at = newer === undefined ? undefined : sourceNamed(newer, brought)
  if (newer === undefined || at === undefined) return null
  return {
    rule: 'stale-page',
    path: document.path,
    line: 1,
    toLine: 1,
    says: `${newer}, which “${document.title}” cites, was brought in on ${dayOf(new Date(at))}, after the page was last updated.`,
    words: `updatedAt: ${dayOf(new Date(updated))}`,
    mend: 'Compile it again, or read it beside the source and say that it is still true.',
  }
}

function broughtAt(text: string): number {
  const { form, front } = splitFront(text)
  return timeIn(readFields(front, form).fields.get('ingestedAt'))
}

const timeIn = (value: unknown): number => {
  const at = value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10)
