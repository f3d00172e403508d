const PLACES = 64
const BANDS = 16
const ROWS = PLACES / BANDS
const ALIKE = 0.7
const LEAST_WORDS = 40
const WORD = /[\p{L}\p{N}]+/gu
const NOTHING = 0xffffffff

/** What is kept of a text to tell whether another is nearly the same: of each of 64 groups of shingles the least. */
export type Sketch = Uint32Array

/** Sketches a text by its runs of three words; null for one too short to tell. */
export function sketch(text: string): Sketch | null {
  const least = new Uint32Array(PLACES).fill(NOTHING)
  let [one, two, count, hash] = [0, 0, 0, SEED]
  for (let n = 0; n <= text.length; n++) {
    const code = n < text.length ? text.charCodeAt(n) : 0
    const letter = letterOf(code)
    if (letter) hash = Math.imul(hash ^ letter, 0x01000193)
    // Where nothing stands between words, as in Japanese, each character counts as one.
    if ((letter && !isIdeograph(code)) || hash === SEED) continue
    const shingle = mixed(Math.imul(one, 31) ^ Math.imul(two, 0x9e3779b1) ^ hash)
    const place = shingle & (PLACES - 1)
    if (++count > 2 && shingle < (least[place] ?? 0)) least[place] = shingle
    one = two
    two = hash
    hash = SEED
  }
  return count < LEAST_WORDS ? null : least
}

const SEED = 0x811c9dc5 | 0

/** Letters and digits of ASCII in lower case, by their codes; 0 for what is neither. */
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code).toLowerCase()
  return /[a-z0-9]/.test(letter) ? letter.charCodeAt(0) : 0
})

/** A letter or digit as words are compared, or 0: read off its code, since whole vaults pass through here. */
function letterOf(code: number): number {
  if (code < 128) return ASCII[code] as number
  return code < 0xc0 || (code >= 0x2000 && code < 0x2c00) || (code >= 0x3000 && code < 0x3040) || code >= 0xff00
    ? 0
    : code
}

const isIdeograph = (code: number) => code >= 0x3040 && code < 0xa000

/**
 * Pairs of pages that say nearly the same, each pair once: found by bands of the sketch, so that not all are compared,
 * and by titles that differ only in the order, number and small words.
 */
export function nearDuplicates<Page extends { title: string; sketch: Sketch | null }>(
  pages: readonly Page[],
): { one: Page; other: Page; by: 'text' | 'title' }[] {
  const pairs: { one: Page; other: Page; by: 'text' | 'title' }[] = []
  const [bands, titles] = [new Map<number, Page[]>(), new Map<string, Page>()]
  for (const page of pages) {
    const near = page.sketch ? sharingBand(bands, page, page.sketch) : []
    const same = near.filter((other) => likeness(page.sketch, other.sketch) >= ALIKE)
    for (const one of same) pairs.push({ one, other: page, by: 'text' })
    const key = titleKey(page.title)
    const named = titles.get(key)
    if (named === undefined) titles.set(key, page)
    else if (key && !same.includes(named)) pairs.push({ one: named, other: page, by: 'title' })
  }
  return pairs
}

/** The pages before this one with which it shares a band; it is then among them itself. */
function sharingBand<Page>(bands: Map<number, Page[]>, page: Page, own: Sketch): Page[] {
  const near = new Set<Page>()
  for (let band = 0; band < BANDS; band++) {
    const key = bandKey(own, band)
    if (key === null) continue
    const there = bands.get(key) ?? []
    for (const other of there) near.add(other)
    // Where very many are alike, each is compared with the first few.
    if (there.length === 0) bands.set(key, [page])
    else if (there.length < 8) there.push(page)
  }
  return [...near]
}

/** One number for a band's part of a sketch; that two parts share it by chance does no harm, as sketches are compared. */
function bandKey(own: Sketch, band: number): number | null {
  let [key, some] = [band, false]
  for (let n = band * ROWS; n < (band + 1) * ROWS; n++) {
    if (own[n] !== NOTHING) some = true
    key = mixed(Math.imul(key, 0x9e3779b1) ^ (own[n] ?? 0))
  }
  return some ? key : null
}

const SMALL = /^(?:an?|the|of|in|on|for|with|and|or|to|at|by|from)$/

/** Of a title its words that count, each in the singular, in the order of the alphabet. */
const titleKey = (title: string) =>
  (title.toLowerCase().match(WORD) ?? [])
    .filter((word) => !SMALL.test(word))
    .map((word) => word.replace(/(?<=[a-rt-z]{3})s$/, ''))
    .sort()
    .join(' ')

function likeness(one: Sketch | null, other: Sketch | null): number {
  let [same, either] = [0, 0]
  for (let n = 0; n < PLACES; n++) {
    if (one?.[n] === NOTHING && other?.[n] === NOTHING) continue
    either++
    if (one?.[n] === other?.[n]) same++
  }
  return same / either
}

function mixed(hash: number): number {
  let mix = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35)
  return (mix ^ (mix >>> 16)) >>> 0
}
