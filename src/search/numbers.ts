/** A word that was read, by its place in what it was read from. */
export interface Part {
  word: string
  from: number
  to: number
  /** A part of a word that is given whole as well. */
  part?: true
}

/** Digits that people write: ASCII, full-width, Arabic and Persian. */
export const DIGITS = '0-9０-９٠-٩۰-۹'
/** The spaces that stand between groups of three digits. */
export const GROUP_SPACES = ' \\u00a0\\u2007\\u2009\\u202f'
/** All signs of apostrophes that people type. */
export const APOSTROPHES = "'’‘ʼʻ′´`＇"

const SPACES = new Set(' \u00a0\u2007\u2009\u202f')
const QUOTES = new Set(APOSTROPHES)
const FULL_WIDTH: Record<string, string> = { '，': ',', '．': '.', '：': ':', '٬': ',', '٫': '.', '／': '/', '－': '-' }

/** A run of digits, and the sign before it. */
interface Run {
  digits: string
  sign: string
  from: number
  to: number
}

/**
 * Reads digits with single signs between them: `12'500` and `12.500` are the number `12500`, `3,14`
 * is `3p14`, a version, an address, a date and a time of day are one word each.
 */
export function* numbersIn(chunk: string): Generator<Part> {
  const runs = runsIn(chunk)
  for (let n = 0; n < runs.length; ) {
    const read = dateAt(runs, n) ?? addressAt(runs, n) ?? amountAt(runs, n) ?? dottedAt(runs, n) ?? timeAt(runs, n)
    const [words, length] = read ?? [[runs[n]?.digits ?? ''], 1]
    const [from, to] = [runs[n]?.from ?? 0, runs[n + length - 1]?.to ?? 0]
    for (const [at, word] of words.entries())
      yield at < words.length - 1 ? { word, from, to, part: true } : { word, from, to }
    n += length
  }
}

function runsIn(chunk: string): Run[] {
  const plain = plainDigits(chunk)
  return [...plain.matchAll(/[0-9]+/g)].map(({ 0: digits, index }) => {
    const before = plain[index - 1] ?? ''
    const sign = SPACES.has(before) ? ' ' : QUOTES.has(before) ? "'" : (FULL_WIDTH[before] ?? before)
    return { digits, sign: index === 0 ? '' : sign, from: index, to: index + digits.length }
  })
}

/** Digits of other scripts as ASCII digits, each in its place. */
const plainDigits = (text: string): string =>
  text.replace(/[０-９٠-٩۰-۹]/g, (digit) =>
    String((digit.charCodeAt(0) - (digit < '٪' ? 0x660 : digit < '０' ? 0x6f0 : 0xff10)) % 10),
  )

/** The most groups of a number, and places of a version; longer ones are lists. */
const MOST_PLACES = 8

/** What was read: its words, the whole one last, and the number of its runs. */
type Read = [words: string[], runs: number] | undefined

const signAt = (runs: readonly Run[], n: number) => runs[n]?.sign ?? ''
const lengthAt = (runs: readonly Run[], n: number) => runs[n]?.digits.length ?? 0

/** `2024-05-01`, `2024/5/1`, `1.5.2024`: the day, with its month and its year. */
function dateAt(runs: readonly Run[], n: number): Read {
  const sign = signAt(runs, n + 1)
  if (!'-/.'.includes(sign) || sign === '' || signAt(runs, n + 2) !== sign || signAt(runs, n + 3) === sign)
    return undefined
  const [one, two, three] = runs.slice(n, n + 3).map(({ digits }) => digits)
  const [year, month, day] = lengthAt(runs, n) === 4 ? [one, two, three] : sign === '.' ? [three, two, one] : []
  if (year?.length !== 4 || !month || !day || month.length > 2 || day.length > 2) return undefined
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return undefined
  const ofMonth = `${year}${month.padStart(2, '0')}`
  return [[year, ofMonth, `${ofMonth}${day.padStart(2, '0')}`], 3]
}

/** `192.168.0.1`. */
function addressAt(runs: readonly Run[], n: number): Read {
  const four = runs.slice(n, n + 4)
  if (four.length < 4 || four.some(({ digits, sign }, at) => (at > 0 && sign !== '.') || Number(digits) > 255))
    return undefined
  return signAt(runs, n + 4) === '.' ? undefined : [[joined(four)], 4]
}

/** `12'500`, `12 500`, `1,250,000.50`, `1,00,000`: groups by one sign, and what follows a point. */
function amountAt(runs: readonly Run[], n: number): Read {
  const sign = signAt(runs, n + 1)
  const first = runs[n]?.digits ?? ''
  if (!"',. ".includes(sign) || sign === '' || first.length > 3 || first.startsWith('0')) return undefined
  if (sign === ' ' && signAt(runs, n) === ' ') return undefined
  let end = n + 1
  while (signAt(runs, end) === sign && lengthAt(runs, end) === 3 && end - n < MOST_PLACES) end++
  if (sign === ',' && signAt(runs, end) === ',' && lengthAt(runs, end) === 2 && end === n + 1) end = lakhEnd(runs, end)
  // What goes on by the same sign is a list, a version or a telephone number.
  if (end === n + 1 || signAt(runs, end) === sign) return undefined
  const whole = runs
    .slice(n, end)
    .map(({ digits }) => digits)
    .join('')
  const point = signAt(runs, end)
  const isPoint = (point === '.' || point === ',') && signAt(runs, end + 1) !== point
  const after = isPoint ? (runs[end]?.digits ?? '') : ''
  return [[whole, ...(/[1-9]/.test(after) ? [`${whole}p${after}`] : [])], end - n + (isPoint ? 1 : 0)]
}

function lakhEnd(runs: readonly Run[], from: number): number {
  let end = from
  while (signAt(runs, end) === ',' && lengthAt(runs, end) === 2 && end - from < MOST_PLACES) end++
  return signAt(runs, end) === ',' && lengthAt(runs, end) === 3 ? end + 1 : from
}

/** `3.14`, `3,14`, `1.10.2`: whole, and a version also without its last places. */
function dottedAt(runs: readonly Run[], n: number): Read {
  const sign = signAt(runs, n + 1)
  let end = n + 1
  while (sign === '.' && signAt(runs, end) === '.' && end - n < MOST_PLACES) end++
  if (sign === ',' && signAt(runs, n) !== ',' && signAt(runs, n + 2) !== ',') end = n + 2
  const places = runs.slice(n, end)
  if (places.length < 2) return undefined
  return [places.slice(1).map((_, at) => joined(places.slice(0, at + 2))), places.length]
}

/** `10:30`. */
function timeAt(runs: readonly Run[], n: number): Read {
  const isTime = signAt(runs, n + 1) === ':' && lengthAt(runs, n) <= 2 && lengthAt(runs, n + 1) === 2
  return isTime ? [[`${runs[n]?.digits}h${runs[n + 1]?.digits}`], 2] : undefined
}

const joined = (runs: readonly Run[]) => runs.map(({ digits }) => digits).join('p')
