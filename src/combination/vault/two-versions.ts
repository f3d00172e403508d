import { TWO_VERSIONS } from '../../text/index.ts'

/** The marks around two versions of blocks, written as callouts, until somebody decides. */
const [FOLDER, SPACE, FIELDS, END] = [
  `${TWO_VERSIONS}: as written in the folder`,
  `${TWO_VERSIONS}: as written in Whorl`,
  `${TWO_VERSIONS}: these fields are otherwise in Whorl`,
  `${TWO_VERSIONS}: until here. Keep what holds, and take these marks out`,
]

/** Both versions of a block, one below the other, between marks. */
export const bothVersions = (folder: readonly string[], space: readonly string[]): string[] => [
  FOLDER,
  ...folder,
  SPACE,
  ...space,
  END,
]

/** Conflicting front-matter fields as a fenced block between marks. */
export function otherFields(lines: string): string[] {
  const fence = '`'.repeat(Math.max(3, ...(lines.match(/`+/g) ?? []).map((ticks) => ticks.length + 1)))
  return [FIELDS, `${fence}yaml\n${lines.replace(/\r\n?/g, '\n').trimEnd()}\n${fence}`, END]
}

/** The line numbers at which two versions begin. */
export const linesWithTwoVersions = (text: string): number[] =>
  text.includes(TWO_VERSIONS)
    ? text.split('\n').flatMap((line, n) => ([FOLDER, FIELDS].includes(line.trimEnd()) ? [n + 1] : []))
    : []

/** Whether a block is one of the marks. */
export const isMark = (block: string): boolean => [FOLDER, SPACE, FIELDS, END].includes(block)
