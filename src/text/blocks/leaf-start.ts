import { type Cursor, endOfRun, isSpace } from './cursor.ts'
import { endsHtml, type HtmlKind, htmlStart } from './html-start.ts'
import { isThematicBreak } from './thematic-break.ts'

/** The start of a leaf block other than a paragraph. */
type LeafStart = { mark: string; rank: number } & (
  | { kind: 'heading' | 'thematicBreak' | 'code' }
  | { kind: 'html'; html: HtmlKind; ends: boolean }
)

const [HASH, LESS, TICK, TILDE] = [35, 60, 96, 126]

/**
 * The leaf block other than a paragraph that begins at the cursor, or null; `interrupts` if a
 * paragraph is open, which HTML of kind 7 cannot end.
 */
export function leafAt(cursor: Cursor, interrupts: boolean): LeafStart | null {
  switch (cursor.text.charCodeAt(cursor.at)) {
    case HASH:
      return headingAt(cursor)
    case LESS:
      return htmlAt(cursor, interrupts)
    case TICK:
    case TILDE:
      return fenceAt(cursor)
    default:
      return isThematicBreak(cursor) ? { kind: 'thematicBreak', mark: '', rank: 0 } : null
  }
}

function headingAt(cursor: Cursor): LeafStart | null {
  const { text, at, end } = cursor
  const after = endOfRun(cursor, at, HASH)
  const rank = after - at
  if (rank > 6 || (after < end && !isSpace(text.charCodeAt(after)))) return null
  return { kind: 'heading', mark: text.slice(at, after), rank }
}

function htmlAt({ text, at, end }: Cursor, interrupts: boolean): LeafStart | null {
  const line = text.slice(at, end)
  const html = htmlStart(line, !interrupts)
  return html && { kind: 'html', mark: '<', rank: 0, html, ends: endsHtml(html, line, true) }
}

function fenceAt(cursor: Cursor): LeafStart | null {
  const { text, at, end } = cursor
  const sign = text.charCodeAt(at)
  const after = endOfRun(cursor, at, sign)
  if (after - at < 3) return null
  const tick = sign === TICK ? text.indexOf('`', after) : -1
  return tick >= 0 && tick < end ? null : { kind: 'code', mark: text.slice(at, after), rank: 0 }
}
