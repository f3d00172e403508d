/** A place in a line, by character and by column: a tab reaches to the next column that four divides. */
export interface Cursor {
  text: string
  at: number
  end: number
  column: number
  /** Columns of the tab before `at` that are not taken yet: they count as spaces. */
  spare: number
  /** The first character from `at` on that is no space, where it is known: a line is looked through once. */
  solid: number
  /** Up to where it is known that a run of this sign is no thematic break. */
  notBreak: { sign: number; until: number }
}

const [TAB, SPACE] = [9, 32]

/** Puts a cursor at the beginning of a line. */
export function startLine(cursor: Cursor, from: number, end: number): void {
  cursor.at = from
  cursor.end = end
  cursor.column = 0
  cursor.spare = 0
  cursor.solid = -1
  cursor.notBreak.until = 0
}

/** The end of a line, where a character is asked for. */
export const LINE_END = -1

/** The character at the cursor, as its code; what is left of a tab is a space. */
export const codeAt = ({ text, at, end, spare }: Cursor): number =>
  spare > 0 ? SPACE : at < end ? text.charCodeAt(at) : LINE_END

/** Whether a character is a space or a tab. */
export const isSpace = (code: number): boolean => code === SPACE || code === TAB

/** Takes spaces and tabs up to so many columns; says how many columns it took. */
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

/** Takes so many characters, none of which is a tab. */
export function take(cursor: Cursor, count: number): void {
  cursor.at += count
  cursor.column += count
}

/** Whether nothing but spaces and tabs is left of the line. */
export function isBlank(cursor: Cursor): boolean {
  if (cursor.solid < cursor.at) cursor.solid = afterSpaces(cursor.text, cursor.at, cursor.end)
  return cursor.solid >= cursor.end
}

/** Where what stands after spaces and tabs begins, at most the end. */
export function afterSpaces(text: string, from: number, end: number): number {
  let at = from
  while (at < end && isSpace(text.charCodeAt(at))) at++
  return at
}

/** Where a run of one character ends. */
export function endOfRun({ text, end }: Cursor, from: number, code: number): number {
  let at = from
  while (at < end && text.charCodeAt(at) === code) at++
  return at
}

/** What of a cursor moves, to go back to. */
export type Mark = Pick<Cursor, 'at' | 'column' | 'spare'>

/** Remembers where a cursor is. */
export const markOf = ({ at, column, spare }: Cursor): Mark => ({ at, column, spare })

/** Puts a cursor back. */
export function goBack(cursor: Cursor, { at, column, spare }: Mark): Cursor {
  cursor.at = at
  cursor.column = column
  cursor.spare = spare
  // What was looked through behind this place is not known from here on.
  if (cursor.solid > cursor.at) cursor.solid = -1
  return cursor
}
