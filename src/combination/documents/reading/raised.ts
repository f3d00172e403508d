const RAISED = new Map(
  Object.entries({ '+': '⁺', '-': '⁻', '−': '⁻', '–': '⁻', '=': '⁼', '(': '⁽', ')': '⁾', n: 'ⁿ', i: 'ⁱ' }),
)
const LOWERED = new Map(Object.entries({ '+': '₊', '-': '₋', '−': '₋', '–': '₋', '=': '₌', '(': '₍', ')': '₎' }))
for (const [n, digit] of [...'⁰¹²³⁴⁵⁶⁷⁸⁹'].entries()) RAISED.set(String(n), digit)
for (const [n, digit] of [...'₀₁₂₃₄₅₆₇₈₉'].entries()) LOWERED.set(String(n), digit)

/** Endings of ordinal numbers and abbreviations, which mean the same when they are not raised. */
const ORDINAL = /^(?:st|nd|rd|th|er|ère|re|e|ème|me|o|a|os|as|ro|do|mo|te|ter)$/i
const SIGNS = new Map(Object.entries({ tm: '™', sm: '℠', '®': '®', '©': '©', '™': '™', '°': '°', '*': '*' }))

/** An exponent or index in plain text: Unicode's own signs if they exist, else `^` or `_`. */
export function raisedWords(words: string, up: boolean, before: string): string {
  const text = words.trim()
  if (text === '') return words
  const sign = up && SIGNS.get(text.toLowerCase())
  if (sign) return sign
  if (up && ORDINAL.test(text) && /\d[.,]?$|^n$/i.test(before.trimEnd().slice(-2))) return text
  const letters = [...text].map((one) => (up ? RAISED : LOWERED).get(one))
  if (letters.every((one) => one !== undefined)) return letters.join('')
  const mark = up ? '^' : '_'
  return /^[\p{L}\p{N}]+$/u.test(text) ? `${mark}${text}` : `${mark}(${text})`
}
