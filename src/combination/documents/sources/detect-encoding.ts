import { analyse } from 'chardet'

const SAMPLE = 100_000
/** Encodings of the standards, and those of Windows that hold them and more. */
const WINDOWS: Record<string, string> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-2': 'windows-1250',
  'ISO-8859-7': 'windows-1253',
  'ISO-8859-8': 'windows-1255',
  'ISO-8859-9': 'windows-1254',
  'KOI8-R': 'koi8-u',
}
/** Those that write the same letters in other places, so that only the letters between tell which it is. */
const DIFFERENT = new Set(['ISO-8859-2'])
const JAPANESE = /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}\u3000-\u303f\uff00-\uff60]/u
const EAST_ASIAN = [
  ['euc-jp', JAPANESE],
  ['big5', JAPANESE],
  ['euc-kr', /\p{sc=Hangul}/u],
  ['gb18030', JAPANESE],
] as const
const NEVER = /^(?:UTF|ASCII)/

/** The encoding of bytes that are no UTF-8, judged by which letters follow one another. */
export function detectEncoding(bytes: Uint8Array): string {
  const first = bytes.findIndex((byte) => byte >= 0x80)
  const sample = bytes.subarray(Math.max(0, first - 1000), first + SAMPLE)
  const [high, between] = counted(sample)
  // A few letters with accents among many without: too little to judge by, and most often Western.
  if (high <= 3 && between === 0 && lettersIn(sample) > high) return 'windows-1252'
  if (between > high / 4 && isMostly(sample, 'shift_jis', JAPANESE)) return 'shift_jis'
  if (high > 3 && isMostly(sample, 'ibm866', /[А-Яа-яЁё№]/)) return 'ibm866'
  const found = analyse(sample).sort(
    (a, b) => b.confidence - a.confidence || Number(b.name === 'KOI8-R') - Number(a.name === 'KOI8-R'),
  )
  const fitting = found.flatMap(({ name, confidence }) => {
    const encoding = between === 0 && DIFFERENT.has(name) ? name : (WINDOWS[name] ?? name)
    return NEVER.test(name) || !isWhole(bytes, encoding) ? [] : { encoding, confidence }
  })
  const best = fitting[0]?.confidence ?? 0
  // Of those that are nearly as likely, the one without signs inside words.
  const near = fitting.filter(({ confidence }) => confidence >= best - 5)
  const odd = near.map(({ encoding }) => signsInWords(sample, encoding))
  const fewest = Math.min(...odd)
  const chosen = near[odd.indexOf(fewest)]?.encoding.toLowerCase() ?? 'windows-1252'
  // Too short to count which characters are frequent, but no word of letters has so many signs in it.
  const isEastAsian = best < 50 && fewest * 8 > high
  return (isEastAsian && EAST_ASIAN.find(([encoding, letters]) => isMostly(sample, encoding, letters))?.[0]) || chosen
}

/** How many bytes are no ASCII, and how many of them are in the range that ISO 8859 leaves to controls. */
function counted(bytes: Uint8Array): [high: number, between: number] {
  let [high, between] = [0, 0]
  for (const byte of bytes) {
    if (byte >= 0x80) high++
    if (byte >= 0x80 && byte < 0xa0) between++
  }
  return [high, between]
}

const lettersIn = (bytes: Uint8Array) =>
  bytes.reduce((sum, byte) => sum + Number((byte | 32) >= 97 && (byte | 32) <= 122), 0)

function isMostly(bytes: Uint8Array, encoding: string, wanted: RegExp): boolean {
  // The last character of a sample may be cut.
  const text = new TextDecoder(encoding).decode(bytes).replace(/\ufffd$/, '')
  const others = [...text].filter((letter) => letter > '\x7f')
  return !text.includes('\ufffd') && others.filter((letter) => wanted.test(letter)).length >= 0.9 * others.length
}

const signsInWords = (sample: Uint8Array, encoding: string) =>
  new TextDecoder(encoding).decode(sample).match(/(?<=\p{L})[\p{S}\p{No}]|[\p{S}\p{No}](?=\p{L})/gu)?.length ?? 0

function isWhole(bytes: Uint8Array, encoding: string): boolean {
  try {
    // Controls between are what no text has; a few damaged characters are better than another script.
    const text = new TextDecoder(encoding).decode(bytes)
    const odd = text.match(/[\ufffd\x80-\x9f\ue000-\uf8ff]/g)?.length ?? 0
    return odd * 50 <= text.length
  } catch {
    return false
  }
}

const COMMON = /[\t\n\r\x20-\x7e\u00a0-\u024f\u0370-\u05ff\u0600-\u06ff\u2010-\u2026\u3000-\u30ff]/
const LETTER = /[\p{L}\p{N}\p{P}\p{S}\p{M}\s]/u

/** UTF-16 by its byte order mark, or where every unit is a letter in one order of bytes; else null. */
export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes.length < 4 || bytes.length % 2 === 1 || !bytes.includes(0)) return null
  const [little, big] = [commonIn(bytes, 'utf-16le'), commonIn(bytes, 'utf-16be')]
  if (little === big) return null
  return little > big ? 'utf-16le' : 'utf-16be'
}

/** The share of common characters, or 0 if some are none at all. */
function commonIn(bytes: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, 2 * Math.floor(SAMPLE / 2)))
  let [common, all] = [0, 0]
  for (const letter of text) {
    if (!LETTER.test(letter) || letter === '\ufffd') return 0
    all++
    if (COMMON.test(letter)) common++
  }
  return common / all > 0.05 ? common / all : 0
}
