import { plainWords } from '../../knowledge/index.ts'
import type { Saying } from '../compose/index.ts'
import type { DocumentToCheck } from './documents-to-check.ts'
import { type Side, shown } from './problem.ts'

/**
 * Describes a page, or a sentence of it, as one side of a problem, with date and author from its
 * fields.
 */
export function sideOf({ document, paragraphs }: DocumentToCheck, saying?: Saying): Side {
  const first = saying?.words ?? plainWords(paragraphs.find(({ kind }) => kind === 'prose')?.markdown ?? '')
  const line = saying?.fromLine ?? 1
  return {
    path: document.path,
    line,
    toLine: saying?.toLine ?? line,
    title: document.title,
    words: shown(first),
    section: saying && saying.section !== document.title ? saying.section : null,
    when: fieldNamed(document.fields, WHEN),
    keeper: fieldNamed(document.fields, KEEPER),
  }
}

const WHEN = [
  'reviewed',
  'lastreviewed',
  'lastreviewedon',
  'updatedat',
  'updated',
  'lastupdated',
  'modified',
  'date',
  'createdat',
]
const KEEPER = ['keeper', 'owner', 'ownerslack', 'maintainer', 'author', 'responsible', 'contact']

/** The first of several fields with a short value. */
function fieldNamed(fields: ReadonlyMap<string, unknown>, names: readonly string[]): string | null {
  const plain = new Map([...fields].map(([name, value]) => [name.toLowerCase().replace(/[^a-z]/g, ''), value]))
  for (const name of names) {
    const value = plain.get(name)
    const words =
      value instanceof Date ? value.toISOString().slice(0, 10) : typeof value === 'string' ? value.trim() : ''
    if (words && words.length < 60) return words
  }
  return null
}
