import { linesWithTwoVersions } from '../vault/index.ts'
import type { DocumentsToCheck } from './documents-to-check.ts'
import { type Problem, shown } from './problem.ts'

/** Finds places where a sync kept two versions. */
export function twoVersions({ documents }: DocumentsToCheck): Problem[] {
  return documents.flatMap(({ document: { path }, text }) =>
    linesWithTwoVersions(text).map((line) => ({
      rule: 'two-versions' as const,
      path,
      line,
      toLine: line,
      says: 'The folder and Whorl both changed what stands here, and both versions were kept.',
      words: shown(
        text
          .split('\n')
          .slice(line, line + 4)
          .join(' '),
        120,
      ),
      mend: 'Keep what holds, and take the marks out.',
    })),
  )
}
