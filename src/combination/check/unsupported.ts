import { plainWords } from '../../knowledge/index.ts'
import { MARKED, NOTICE } from '../pages/index.ts'
import type { DocumentsToCheck, DocumentToCheck } from './documents-to-check.ts'
import { type Problem, shown } from './problem.ts'

const LEAST_CHARACTERS = 60
const ASIDE = /^(?:sources?|references|see also|related(?: \w+)?|links|further reading|open questions?|notes?)$/i

/**
 * Finds paragraphs without citations on pages that have some, and marked sentences on pages written
 * by a model.
 */
export const unsupportedParagraphs = ({ documents }: DocumentsToCheck): Problem[] =>
  documents.flatMap((item) => [...markedOn(item), ...unsupportedOn(item)])

/** Sentences that were marked as unsupported when a model wrote the page. */
function markedOn({ document, page, text }: DocumentToCheck): Problem[] {
  const writer = page?.fields.get('writtenBy')
  if (typeof writer !== 'string') return []
  return [...text.matchAll(MARKED)].map((found) => {
    const line = text.slice(0, found.index).split('\n').length
    return {
      rule: 'unsupported-paragraph' as const,
      path: document.path,
      line,
      toLine: line,
      says: `${shown(writer, 60)} wrote this, and the lines it cites do not say it.`,
      words: shown(plainWords(found[1] ?? '')),
      mend: 'Say it as the lines do, cite what says so, or take it out.',
    }
  })
}

function unsupportedOn({ document, paragraphs, page }: DocumentToCheck): Problem[] {
  if (!page?.marks.citations.some(({ entries }) => entries.some(({ name }) => /\.\w+$/.test(name)))) return []
  return paragraphs.flatMap(({ kind, markdown, fromLine, toLine, section }) => {
    if (kind !== 'prose' || /\^\[|\[\^/.test(markdown) || ASIDE.test(section) || NOTICE.test(markdown)) return []
    const bare = markdown.replace(/!?\[\[[^[\]]*\]\]|!?\[[^[\]]*\]\([^()]*\)/g, '')
    if (bare.length < LEAST_CHARACTERS || /(?<!\W)[^\w:：?？]*[:：?？]\W*$/.test(bare) || /^<|^%%/.test(bare)) return []
    return [
      {
        rule: 'unsupported-paragraph' as const,
        path: document.path,
        line: fromLine,
        toLine,
        says: 'This paragraph cites nothing.',
        words: shown(markdown),
        mend: 'Cite what says so, or ask somebody to confirm it.',
      },
    ]
  })
}
