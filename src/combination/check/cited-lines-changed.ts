import { type Citation, scanMarks } from '../../text/index.ts'
import type { Problem } from './problem.ts'

/** Makes the problem of a citation whose lines have changed. */
export function citedLinesChanged(path: string, text: string, { name, from_line, to_line }: Citation): Problem {
  const mark = scanMarks(text).citations.find(({ entries }) =>
    entries.some((one) => one.name === name && one.from_line === from_line && one.to_line === to_line),
  )
  const line = mark?.line ?? 1
  const says =
    from_line === to_line
      ? `Line ${from_line} of ${name} says something else than when the page cited it.`
      : `Lines ${from_line} to ${to_line} of ${name} say something else than when the page cited them.`
  return {
    rule: 'cited-lines-changed',
    path,
    line,
    toLine: line,
    says,
    words: '',
    mend: 'Read both: say that it still holds, or change the page.',
  }
}
