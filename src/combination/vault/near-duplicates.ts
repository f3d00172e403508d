const PLACES = 64
const BANDS = 16
const ROWS = PLACES / BANDS
const ALIKE = 0.7
const LEAST_WORDS = 40
const WORD = /[\p{L}\p{N}]+/gu
const NOTHING = 0xffffffff

/** A one-permutation MinHash sketch: the least hash of the shingles in each of 64 groups. */
export type Sketch = Uint32Array

/** Sketches a text by its shingles of three words; null for a text of fewer than 40 words. */
export function sketch(text: string): Sketch | null {
  const least = new Uint32Array(PLACES).fill(NOTHING)
  let [one, two, count, hash] = [0, 0, 0, SEED]
  for (let n = 0; n <= text.length; n++) {
    const code = n < text.length ? text.charCodeAt(n) : 0
    const letter = letterOf(code)
    if (letter) hash = Math.imul(hash ^ letter, 0x01000193)
    // In scripts without spaces each character counts as a word.
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

/** ASCII letters and digits in lower case, by code; 0 for others. */
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code).toLowerCase()
  return /[a-z0-9]/.test(letter) ? letter.charCodeAt(0) : 0
})

/**
 * A lower-case letter or digit by its code, or 0; a table, since whole vaults pass through here.
 */
function letterOf(code: number): number {
  if (code < 128) return ASCII[code] as number
  return code < 0xc0 || (code >= 0x2000 && code < 0x2c00) || (code >= 0x3000 && code < 0x3040) || code >= 0xff00
    ? 0
    : code
}

const isIdeograph = (code: number) => code >= 0x3040 && code < 0xa000

/**
 * Finds pairs of near-duplicate pages by locality-sensitive hashing of sketches, and pairs of
 * titles that differ only in order, number and small words.
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

/** The earlier pages that share a band with this one, which is then added to the bands. */
function sharingBand<Page>(bands: Map<number, Page[]>, page: Page, own: Sketch): Page[] {
  const near = new Set<Page>()
  for (let band = 0; band < BANDS; band++) {
    const key = bandKey(own, band)
    if (key === null) continue
    const there = bands.get(key) ?? []
    for (const other of there) near.add(other)
    // Bands with many pages keep the first eight.
    if (there.length === 0) bands.set(key, [page])
    else if (there.length < 8) there.push(page)
  }
  return [...near]
}

/** A hash of a band of a sketch; collisions are harmless, since the sketches are compared. */
function bandKey(own: Sketch, band: number): number | null {
  let [key, some] = [band, false]
  for (let n = band * ROWS; n < (band + 1) * ROWS; n++) {
    if (own[n] !== NOTHING) some = true
    key = mixed(Math.imul(key, 0x9e3779b1) ^ (own[n] ?? 0))
  }
  return some ? key : null
}

const SMALL = /^(?:an?|the|of|in|on|for|with|and|or|to|at|by|from)$/

/** The content words of a title in the singular, sorted. */
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
