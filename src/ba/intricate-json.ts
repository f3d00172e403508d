import { type Refusal, unfit } from './refusal.ts'

/** More values than the input of any act has, and deeper. */
const [MOST_VALUES, MOST_DEEP] = [20_000, 64]
/** Shorter text is parsed at once. */
const SHORT = 1000
const [QUOTE, COMMA, OPEN, CLOSE, BEGIN, END] = [...'",[]{}'].map((sign) => sign.charCodeAt(0))

/**
 * Whether JSON has more or deeper values than any act takes. To be asked before it is parsed: an
 * object of hundreds of thousands of keys takes seconds.
 */
export function isIntricateJson(json: string): boolean {
  if (json.length < SHORT) return false
  let [values, depth] = [0, 0]
  for (let at = 0; at < json.length; at++) {
    const sign = json.charCodeAt(at)
    if (sign === QUOTE) {
      at = endOfText(json, at)
      // What breaks off is no JSON, and refused as such.
      if (at < 0) return false
    } else if (sign === OPEN || sign === BEGIN) {
      values++
      if (++depth > MOST_DEEP) return true
    } else if (sign === CLOSE || sign === END) depth--
    else if (sign === COMMA && ++values > MOST_VALUES) return true
  }
  return false
}

/** The place of the quotation mark that ends a text; -1 where none does. */
function endOfText(json: string, from: number): number {
  for (let end = json.indexOf('"', from + 1); end >= 0; end = json.indexOf('"', end + 1)) {
    let before = end
    while (json[before - 1] === '\\') before--
    if ((end - before) % 2 === 0) return end
  }
  return -1
}

/** The refusal of JSON that is too intricate. */
export const tooIntricate = (): Refusal =>
  unfit(
    'body',
    `It has more than ${MOST_VALUES} values, or values more than ${MOST_DEEP} deep.`,
    'Send less at once, and flat.',
  )
