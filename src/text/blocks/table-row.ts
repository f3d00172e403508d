const [BACKSLASH, BAR, COLON, DASH, SPACE, TAB] = [92, 124, 58, 45, 32, 9]

const isSpace = (code: number) => code === SPACE || code === TAB

/** The number of cells of a line as a table's head row; 0 if it cannot be one. */
export function headCells(text: string, from: number, end: number): number {
  let [cells, signs, isNew] = [0, 0, false]
  if (text.charCodeAt(from) !== BAR) [signs, isNew] = [1, true]
  for (let at = from; at < end; ) {
    const code = text.charCodeAt(at)
    if (isSpace(code)) {
      at++
      continue
    }
    signs++
    if (isNew) cells++
    isNew = code === BAR
    at = isNew ? at + 1 : endOfWord(text, at, end)
  }
  return signs > 1 ? cells : 0
}

/** The end of a run of cell text: at a space or an unescaped bar. */
function endOfWord(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at)
    if (isSpace(code) || code === BAR) return at
    const next = text.charCodeAt(at + 1)
    if (code === BACKSLASH && at + 1 < end && (next === BACKSLASH || next === BAR)) at++
  }
  return end
}

/** The number of columns of a delimiter row (`| --- | :-: |`); 0 if the line is none. */
export function delimiterCells(text: string, from: number, end: number): number {
  let [at, cells, seen] = [from, 0, false]
  const skip = () => {
    while (at < end && isSpace(text.charCodeAt(at))) at++
  }
  for (;;) {
    if (at < end && text.charCodeAt(at) === BAR) {
      seen = true
      at++
      skip()
      if (at >= end) return cells
    }
    const [left, from] = [text.charCodeAt(at) === COLON, at]
    if (left) at++
    while (at < end && text.charCodeAt(at) === DASH) at++
    if (at === from + (left ? 1 : 0)) return 0
    const right = at < end && text.charCodeAt(at) === COLON
    if (right) at++
    if (left || right) seen = true
    cells++
    skip()
    if (at >= end) return seen ? cells : 0
    if (text.charCodeAt(at) !== BAR) return 0
  }
}
