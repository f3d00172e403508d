const MOST_LETTERS = 40

const PLAIN = /^[a-z0-9]+$/
const ANY_PLAIN = /^[a-z0-9]+$/i

/** A word in lower case and one Unicode form, without signs, variation selectors and keycaps. */
export function plainForm(word: string): string {
  if (ANY_PLAIN.test(word)) return word.toLowerCase()
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+|[\ufe00-\ufe0f\u20d0-\u20f0ʼʻ]+/gu, '')
}

const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ł: 'l',
  ŧ: 't',
  ı: 'i',
  þ: 'th',
  ς: 'σ',
  // Arabic as it is written without care for the forms of a letter, and Persian and Urdu letters.
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ـ: '',
}

/** Accents, Hebrew points, Arabic vowel signs and the signs above and below alef. */
const MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff]/g

/**
 * Strips accents and vowel signs from a word and makes one form of what is written in several, so
 * that it is found however it is typed.
 */
export function fold(word: string): string {
  if (PLAIN.test(word)) return word.slice(0, MOST_LETTERS)
  const bare = word
    .normalize('NFD')
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(/[ßæœøđðħłŧıþςٱىیکةـ]/g, (letter) => letters[letter] ?? letter)
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
  return [...bare].slice(0, MOST_LETTERS).join('')
}

const OF_PAIRS = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]$/u

/** Whether a word is a single character of a script that is indexed in pairs. */
export const isOfPairs = (word: string): boolean => OF_PAIRS.test(word)
