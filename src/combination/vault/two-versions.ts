import { TWO_VERSIONS } from '../../knowledge/index.ts'

/** How both sides of a block stand in a page until somebody decides: callouts, as Obsidian shows them, around whole blocks. */
const [FOLDER, SPACE, FIELDS, END] = [
  `${TWO_VERSIONS}: as written in the folder`,
  `${TWO_VERSIONS}: as written in Whorl`,
  `${TWO_VERSIONS}: these fields are otherwise in Whorl`,
  `${TWO_VERSIONS}: until here. Keep what holds, and take these marks out`,
]

/** Two versions of the same blocks, one below the other, each as it was written. */
export const bothVersions = (folder: readonly string[], space: readonly string[]): string[] => [
  FOLDER,
  ...folder,
  SPACE,
  ...space,
  END,
]

/** The lines of front matter that found no place beside the others. */
export function otherFields(lines: string): string[] {
  const fence = '`'.repeat(Math.max(3, ...(lines.match(/`+/g) ?? []).map((ticks) => ticks.length + 1)))
  return [FIELDS, `${fence}yaml\n${lines.replace(/\r\n?/g, '\n').trimEnd()}\n${fence}`, END]
}

/** The lines of a text on which two versions begin, counted from 1. */
export const linesWithTwoVersions = (text: string): number[] =>
  text.includes(TWO_VERSIONS)
    ? text.split('\n').flatMap((line, n) => ([FOLDER, FIELDS].includes(line.trimEnd()) ? [n + 1] : []))
    : []

/** Whether a block is one of the marks. */
export const isMark = (block: string): boolean => [FOLDER, SPACE, FIELDS, END].includes(block)
