import { bodyOf } from '../../text/index.ts'
import type { DefectKind } from '../pages/index.ts'
import type { DocumentsToCheck, DocumentToCheck } from './documents-to-check.ts'
import { type Problem, shown } from './problem.ts'

const MENDS: Partial<Record<DefectKind, string>> = {
  unreadable: 'Save it as text in UTF-8, or keep it elsewhere.',
  'not-utf-8': 'Save it in UTF-8.',
  'broken-front-matter': 'Between the two ---, write lines like `title: Cache purge`.',
  'title-with-a-space-at-its-end': 'Take the space out.',
  'alias-with-a-bar': 'Write it without the |.',
  'alias-of-half-a-character': 'Write it anew, or take it out.',
  'second-front-matter': 'Take the second one out.',
  'thinking-left-in': 'Take it out, down to where the page begins.',
}

/** Finds files and pages with defects, and empty pages. */
export function uncleanPages({ vault, documents }: DocumentsToCheck): Problem[] {
  const lines = new Map(documents.map(({ document, text }) => [document.path, text]))
  const dirty = vault.defects.flatMap(({ kind, path, line, reason }) => {
    const mend = MENDS[kind]
    if (mend === undefined) return []
    const words = line === 1 ? '' : (lines.get(path)?.split('\n', line)[line - 1] ?? '')
    return [{ rule: 'unclean-page' as const, path, line, toLine: line, says: reason, words: shown(words, 120), mend }]
  })
  // An unreadable file is not reported as empty, too.
  const told = new Set(dirty.map(({ path }) => path))
  const blank = documents.filter((item) => saysNothing(item) && !told.has(item.document.path))
  return [...dirty, ...blank.map(({ document: { path } }) => empty(path))]
}

/** Whether a page has no words below its front matter. */
const saysNothing = ({ page, text }: DocumentToCheck) => page !== null && !/[\p{L}\p{N}]/u.test(bodyOf(text))

const empty = (path: string): Problem => ({
  rule: 'unclean-page',
  path,
  line: 1,
  toLine: 1,
  says: 'It is empty.',
  words: '',
  mend: 'Write what it is about, or take it out.',
})
