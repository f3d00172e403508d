const PLACES = 64
const BANDS = 16
const ALIKE = 0.7
const LEAST_WORDS = 40
const WORD = /[\p{L}\p{N}]+/gu
const NOTHING = 0xffffffff

/** What is kept of a text to tell whether another is nearly the same: of each of 64 groups of shingles the least. */
export type Sketch = Uint32Array

/** Sketches a text by its runs of three words; null for one too short to tell. */
export function sketch(text: string): Sketch | null {
  const least = new Uint32Array(PLACES).fill(NOTHING)
  let [one, two, count] = [0, 0, 0]
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    const three = hashOf(word)
    const shingle = mixed(Math.imul(one, 31) ^ Math.imul(two, 0x9e3779b1) ^ three)
    const place = shingle & (PLACES - 1)
    if (++count > 2 && shingle < (least[place] ?? 0)) least[place] = shingle
    ;[one, two] = [two, three]
  }
  return count < LEAST_WORDS ? null : least
}

/**
 * Pairs of pages that say nearly the same, each pair once: found by bands of the sketch, so that not all are compared,
 * and by titles that differ only in the order, number and small words.
 */
export function nearDuplicates<Page extends { title: string; sketch: Sketch | null }>(
  pages: readonly Page[],
): { one: Page; other: Page; by: 'text' | 'title' }[] {
  const pairs: { one: Page; other: Page; by: 'text' | 'title' }[] = []
  const [bands, titles] = [new Map<string, Page[]>(), new Map<string, Page>()]
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
function sharingBand<Page>(bands: Map<string, Page[]>, page: Page, own: Sketch): Page[] {
  const near = new Set<Page>()
  const rows = PLACES / BANDS
  for (let band = 0; band < BANDS; band++) {
    const part = own.subarray(band * rows, (band + 1) * rows)
    if (part.every((least) => least === NOTHING)) continue
    const key = `${band}:${part.join()}`
    const there = bands.get(key) ?? []
    for (const other of there) near.add(other)
    // Where very many are alike, each is compared with the first few.
    if (there.length < 8) bands.set(key, [...there, page])
  }
  return [...near]
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

function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let n = 0; n < word.length; n++) hash = Math.imul(hash ^ word.charCodeAt(n), 0x01000193)
  return hash
}

function mixed(hash: number): number {
  let mix = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35)
  return (mix ^ (mix >>> 16)) >>> 0
}
