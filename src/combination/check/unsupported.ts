import type { Book, Leaf } from './book.ts'
import { type Problem, shown } from './problem.ts'

const LEAST_CHARACTERS = 60
const ASIDE = /^(?:sources?|references|see also|related(?: \w+)?|links|further reading|open questions?|notes?)$/i

/** Paragraphs that cite nothing, on pages that cite what they say. */
export const unsupportedParagraphs = ({ leaves }: Book): Problem[] => leaves.flatMap(unsupportedOn)

function unsupportedOn({ document, paragraphs, page }: Leaf): Problem[] {
  if (!page?.marks.citations.some(({ entries }) => entries.some(({ name }) => /\.\w+$/.test(name)))) return []
  return paragraphs.flatMap(({ kind, markdown, fromLine, toLine, section }) => {
    if (kind !== 'prose' || /\^\[|\[\^/.test(markdown) || ASIDE.test(section)) return []
    const bare = markdown.replace(/!?\[\[[^\]]*\]\]|!?\[[^\]]*\]\([^)]*\)/g, '')
    if (bare.length < LEAST_CHARACTERS || /[:：?？]\W*$/.test(bare) || /^<|^%%/.test(bare)) return []
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
