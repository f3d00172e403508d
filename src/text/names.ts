/** The longest name that an index holds. */
const MOST = 500

/**
 * A name in the form in which names are compared: composed (NFC), in lower case, with single
 * spaces. All its signs stay, since they tell names apart: `C++` from `C`, `1.1` from `11`.
 */
export const exactName = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()

const APOSTROPHE = /(?<=\p{L})['’](?=\p{L})/gu
const OPENING = /^[\p{Ps}\p{Pi}"'¿¡]$/u
const CLOSING = /^[\p{Pe}\p{Pf}"'.,:;!?…、。，！？：；]$/u
const DASH = /^[–—-]+$/
const WORD = /^[\p{L}\p{N}\p{M}-]+$/u

/**
 * The words of a name without the punctuation around them, joined by spaces. Null if a sign tells
 * the name apart from others of the same words: `C#`, `AT&T`, `Node.js`, `10:30`, `.NET`.
 */
export function wordsOfName(name: string): string | null {
  if (name.length > MOST) return null
  const words: string[] = []
  for (const one of exactName(name).replace(APOSTROPHE, '').split(' ')) {
    const [...signs] = one
    while (OPENING.test(signs[0] ?? '')) signs.shift()
    while (CLOSING.test(signs.at(-1) ?? '')) signs.pop()
    const word = signs.join('')
    if (word === '' ? /[^\p{P}]/u.test(one) : !DASH.test(word) && !WORD.test(word)) return null
    if (word !== '' && !DASH.test(word)) words.push(word)
  }
  return words.length > 0 ? words.join(' ') : null
}
