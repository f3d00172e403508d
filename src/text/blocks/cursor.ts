/** A position in a line, by character and by column; tab stops are four columns apart. */
export interface Cursor {
  text: string
  at: number
  end: number
  column: number
  /** Columns left over from the tab before `at`; they count as spaces. */
  spare: number
  /** The first non-space character from `at` on, cached so that a line is scanned once. */
  solid: number
  /** Up to `until`, a run of this sign is known to be no thematic break. */
  notBreak: { sign: number; until: number }
}

const [TAB, SPACE] = [9, 32]

/** Moves a cursor to the beginning of a line. */
export function startLine(cursor: Cursor, from: number, end: number): void {
  cursor.at = from
  cursor.end = end
  cursor.column = 0
  cursor.spare = 0
  cursor.solid = -1
  cursor.notBreak.until = 0
}

/** The character code that stands for the end of a line. */
export const LINE_END = -1

/** The character code at the cursor; the rest of a tab counts as a space. */
export const codeAt = ({ text, at, end, spare }: Cursor): number =>
  spare > 0 ? SPACE : at < end ? text.charCodeAt(at) : LINE_END

/** Whether a character is a space or a tab. */
export const isSpace = (code: number): boolean => code === SPACE || code === TAB

/** Consumes spaces and tabs of at most so many columns; returns the number of columns. */
export function takeSpaces(cursor: Cursor, most: number): number {
  let taken = 0
  for (; taken < most; taken++, cursor.column++) {
    if (cursor.spare > 0) cursor.spare--
    else if (cursor.at >= cursor.end) break
    else {
      const code = cursor.text.charCodeAt(cursor.at)
      if (!isSpace(code)) break
      if (code === TAB) cursor.spare = 3 - (cursor.column % 4)
      cursor.at++
    }
  }
  return taken
}

/** Consumes so many characters, none of which may be a tab. */
export function take(cursor: Cursor, count: number): void {
  cursor.at += count
  cursor.column += count
}

/** Whether only spaces and tabs are left of the line. */
export function isBlank(cursor: Cursor): boolean {
  if (cursor.solid < cursor.at) cursor.solid = afterSpaces(cursor.text, cursor.at, cursor.end)
  return cursor.solid >= cursor.end
}

/** The offset of the first character that is no space or tab, at most `end`. */
export function afterSpaces(text: string, from: number, end: number): number {
  let at = from
  while (at < end && isSpace(text.charCodeAt(at))) at++
  return at
}

/** The offset at which a run of one character ends. */
export function endOfRun({ text, end }: Cursor, from: number, code: number): number {
  let at = from
  while (at < end && text.charCodeAt(at) === code) at++
  return at
}

/** The part of a cursor that `goBack` restores. */
export type Mark = Pick<Cursor, 'at' | 'column' | 'spare'>

/** Saves the position of a cursor. */
export const markOf = ({ at, column, spare }: Cursor): Mark => ({ at, column, spare })

/** Restores the position of a cursor. */
export function goBack(cursor: Cursor, { at, column, spare }: Mark): Cursor {
  cursor.at = at
  cursor.column = column
  cursor.spare = spare
  // The cached position is valid only after this one.
  if (cursor.solid > cursor.at) cursor.solid = -1
  return cursor
}
