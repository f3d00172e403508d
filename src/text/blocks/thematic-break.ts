import { type Cursor, isSpace } from './cursor.ts'

/** Whether the rest of a line is three or more of one of `*`, `-`, `_`, and spaces. */
export function isThematicBreak({ text, at, end, notBreak }: Cursor): boolean {
  const sign = text.charCodeAt(at)
  if (sign !== 42 && sign !== 45 && sign !== 95) return false
  // In `- - - x` each dash may begin an item; the cache keeps this to one scan of the line.
  if (notBreak.sign === sign && at < notBreak.until) return false
  let signs = 0
  for (let place = at; place < end; place++) {
    const code = text.charCodeAt(place)
    if (code === sign) signs++
    else if (!isSpace(code)) {
      Object.assign(notBreak, { sign, until: place })
      return false
    }
  }
  return signs >= 3
}
