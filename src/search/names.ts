import { APOSTROPHES, DIGITS, GROUP_SPACES, numbersIn, type Part } from './numbers.ts'

/** The letters that a word is made of, outside the scripts without spaces. */
const LETTERS = String.raw`[\p{L}\p{N}\p{M}\u00ad\u200c\u200d]`
const OTHERS = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ーｰﾞﾟʼʻ]`
const ONE = `[${LETTERS}--${OTHERS}]`

/**
 * The pattern of a word with the signs inside it, each between two letters or digits: `O’Brien`,
 * `node.js`, `get_user_by_id`, `12'500`, `C++`. Nothing follows that could fail, so it is linear.
 */
export const CHUNK =
  String.raw`(?:(?<![\p{L}\p{N}.])\.(?=\p{L}))?${ONE}+` +
  String.raw`(?:(?:[${APOSTROPHES}._&\-]|(?<=[${DIGITS}])[${GROUP_SPACES},:\/，．：／－٬٫](?=[${DIGITS}])|(?<=\p{sc=Hebrew})["״׳](?=\p{sc=Hebrew}))(?=${ONE})${ONE}+)*` +
  String.raw`(?:(?<=\p{L})\+\+(?![\p{L}+])|(?<=(?<!${ONE})[A-Za-z])#(?![\p{L}\p{N}#]))?`

/** The signs in plain text that join or end a run of which more than words is read. */
const SIGNS =
  /[._&‘′´`](?=[A-Za-z0-9])(?<=[A-Za-z0-9].)|[ \xa0,:/'’-](?=[0-9])(?<=[0-9].)|['’](?=[A-Za-z])(?<=[0-9].)|-(?=[0-9])(?<=[A-Za-z].)|-(?=[A-Za-z])(?<=[0-9].)|[A-Z](?<=[a-z0-9].)|[A-Z](?=[a-z]{2})(?<=[A-Z].)|\+\+(?<=[A-Za-z]\+\+)|#(?<=[A-Za-z].)|\.(?=[A-Za-z])(?<![A-Za-z0-9.].)/g
const CHUNK_HERE = new RegExp(CHUNK, 'yv')

/**
 * Where the next run of plain text stands of which more than words is read, from an offset on: most
 * of a text has none, and is read by a quicker pattern.
 */
export function nextRun(text: string, from: number): { start: number; end: number } | undefined {
  SIGNS.lastIndex = from
  for (let sign = SIGNS.exec(text); sign; sign = SIGNS.exec(text)) {
    const start = beginOfRun(text, sign.index, from)
    CHUNK_HERE.lastIndex = start
    const end = CHUNK_HERE.exec(text) ? CHUNK_HERE.lastIndex : 0
    if (end > sign.index) return { start, end }
  }
  return undefined
}

const IS_LETTER = /[A-Za-z0-9]/
const IS_DIGIT = /[0-9]/
const JOINS = new Set("'’‘′´`._&-")
const JOINS_DIGITS = new Set(' \u00a0,:/')

/** The beginning of the run that a sign is in; nothing before `least` belongs to it. */
function beginOfRun(text: string, sign: number, least: number): number {
  const is = (pattern: RegExp, at: number) => at >= least && pattern.test(text[at] ?? '')
  let start = sign
  for (;;) {
    while (is(IS_LETTER, start - 1)) start--
    const joint = text[start - 1] ?? ''
    const joins =
      (JOINS.has(joint) && is(IS_LETTER, start - 2)) ||
      (JOINS_DIGITS.has(joint) && is(IS_DIGIT, start - 2) && is(IS_DIGIT, start))
    if (start === sign || !joins) break
    start -= 2
  }
  const isDotted = start < sign && is(/\./, start - 1) && /[A-Za-z]/.test(text[start] ?? '')
  return isDotted && !/[A-Za-z0-9.]/.test(text[start - 2] ?? '') ? start - 1 : start
}

/** Makes the word of a run of letters and digits. */
type Plain = (letters: string) => string

const QUOTE = new RegExp(`[${APOSTROPHES}]`, 'u')
const QUOTED_PART = new RegExp(`[^${APOSTROPHES}]+`, 'gu')
const NUMBER = new RegExp(`^[vV]?[${DIGITS}]+(?:[^\\p{L}\\p{N}\\p{M}][${DIGITS}]+)*`, 'u')
const HEBREW = /^(?=[\p{sc=Hebrew}])[\p{sc=Hebrew}\p{M}"״׳'’]+$/u

/**
 * The words of a run that `CHUNK` found: the parts of a name (`get`, `user`, `by`, `id`) and then the
 * name (`getuserbyid`), and numbers as `numbersIn` reads them.
 */
export function* namesIn(chunk: string, plain: Plain): Generator<Part> {
  if (!SIGN.test(chunk)) yield* humpsOf(chunk, plain)
  else if (HEBREW.test(chunk)) yield { word: plain(chunk), from: 0, to: chunk.length }
  else if (numberIn(chunk)) yield* numberAndRest(chunk, plain)
  else if (BETWEEN_DIGITS.test(chunk))
    for (const { 0: part, index } of chunk.matchAll(NOT_BETWEEN_DIGITS)) yield* movedBy(namesIn(part, plain), index)
  else if (QUOTE.test(chunk)) yield* quotedAmong(chunk, plain)
  else yield* joinedIn(chunk, plain)
}

const SIGN = /[^\p{L}\p{N}\p{M}\u00ad\u200c\u200d]|[ʼʻ]/u
const BETWEEN_DIGITS = new RegExp(`[${GROUP_SPACES},:/，．：／－٬٫]`, 'u')
const NOT_BETWEEN_DIGITS = new RegExp(`[^${GROUP_SPACES},:/，．：／－٬٫]+`, 'gu')

function* movedBy(parts: Iterable<Part>, by: number): Generator<Part> {
  for (const one of parts) yield { ...one, from: one.from + by, to: one.to + by }
}

/** The number at the beginning, unless it is part of a name like `3d-print` or `550e8400-e29b`. */
function numberIn(chunk: string): string | undefined {
  const found = NUMBER.exec(chunk)?.[0]
  if (!found) return undefined
  // Of `5 3d-prints`, the last digits belong to what follows.
  const number = SIGN.test(chunk[found.length] ?? ' ') ? found : found.replace(LAST_BY_SPACE, '')
  const next = chunk.slice(number.length, number.length + 1)
  return !SIGN.test(number) && (/[vV]/.test(number) || QUOTE.test(next) || !SIGN.test(next || ' ')) ? undefined : number
}

const LAST_BY_SPACE = new RegExp(`[${GROUP_SPACES}][${DIGITS}]{1,40}$`, 'u')

function* numberAndRest(chunk: string, plain: Plain): Generator<Part> {
  const number = numberIn(chunk) ?? ''
  const from = /^v/i.test(number) ? 1 : 0
  yield* movedBy(numbersIn(number.slice(from)), from)
  const rest = chunk.slice(number.length)
  const begin = number.length + (SIGN.test(rest.slice(0, 1)) ? 1 : 0)
  if (begin < chunk.length && !ENDING.test(rest)) yield* movedBy(namesIn(chunk.slice(begin), plain), begin)
}

const ENDING = /^['’]s$/i

/** Where a name in mixed case has its next part: at a capital after a small letter or before two. */
const HUMP = /(?<=[\p{Ll}\p{Nd}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}\p{Ll})/u

/** The parts of `getUserById`, and the whole. */
function* humpsOf(name: string, plain: Plain): Generator<Part> {
  const parts = HUMP.test(name) ? name.split(HUMP) : []
  let from = 0
  for (const part of parts) {
    if (part.length > 1) yield { word: plain(part), from, to: from + part.length, part: true }
    from += part.length
  }
  yield { word: plain(name), from: 0, to: name.length }
}

function* quotedAmong(chunk: string, plain: Plain): Generator<Part> {
  const bare = chunk.replace(/['’]s$/i, '')
  if (bare !== chunk && !QUOTE.test(bare)) yield* namesIn(bare, plain)
  else
    for (const { 0: part, index } of chunk.matchAll(/[^._&-]+/gu))
      yield* movedBy(QUOTE.test(part) ? quotedIn(part, plain) : namesIn(part, plain), index)
}

const ENGLISH = new Set(['s', 't', 'd', 'm', 'll', 're', 've'])
const ELIDED = new Set('l d j m t s n c qu jusqu lorsqu puisqu dell nell all dall sull un'.split(' '))

/**
 * The words around apostrophes, without French elisions and English endings: `l’eau` gives `eau`,
 * `Mara's` gives `mara`; of a name the whole as well: `O’Brien` gives `brien` and `obrien`.
 */
export function* quotedIn(chunk: string, plain: Plain): Generator<Part> {
  const parts = [...chunk.matchAll(QUOTED_PART)].map(({ 0: part, index }) => ({ part, index }))
  const long = parts.filter(({ part }) => part.length > 2)
  const whole = isName(parts.map(({ part }) => part))
  for (const { part, index } of long.length ? long : parts.slice(0, 1)) {
    const one = { word: plain(part), from: index, to: index + part.length }
    yield whole ? { ...one, part: true } : one
  }
  if (whole) yield { word: plain(chunk), from: 0, to: chunk.length }
}

function isName(parts: readonly string[]): boolean {
  const [first = '', second = ''] = parts
  if (parts.length !== 2) return parts.length > 2
  if (ENGLISH.has(second.toLowerCase())) return false
  return !(ELIDED.has(first.toLowerCase()) && !/^\p{Lu}/u.test(second))
}

const PIECE = /[\p{L}\p{N}\p{M}\u00ad\u200c\u200d]+(?:\+\+|#)?/gu
const IS_WHOLE = /^\.|[._&]|[0-9]-|-[0-9]/

/** The parts of `node.js`, `MAX_RETRY_COUNT` and `INV-2024-0017`, and the whole; of `well-known` the parts. */
function* joinedIn(chunk: string, plain: Plain): Generator<Part> {
  const pieces = [...chunk.matchAll(PIECE)]
  const whole = IS_WHOLE.test(chunk)
  for (const { 0: piece, index } of pieces) {
    if (whole && piece.length === 1) continue
    for (const one of movedBy(pieceIn(piece, plain), index)) yield whole ? { ...one, part: true } : one
  }
  if (whole) yield { word: plain(spelled(chunk)), from: 0, to: chunk.length }
}

/** A piece between signs; `C++` and `F#` have names of their own, as a letter alone says little. */
function* pieceIn(piece: string, plain: Plain): Generator<Part> {
  const bare = piece.replace(/(?:\+\+|#)$/, '')
  if (bare === piece) return yield* humpsOf(piece, plain)
  if (bare.length > 2) yield { word: plain(bare), from: 0, to: bare.length, part: true }
  yield { word: plain(spelled(piece)), from: 0, to: piece.length }
}

const spelled = (name: string) =>
  name.replace(/^\./, 'dot').replace(/\+\+$/, 'plusplus').replace(/#$/, 'sharp').replaceAll('&', 'and')
