/** One store of made pages, indexed and searched: prints its figures. Started by `search-scale.ts`. */
import { sql } from 'kysely'
import type { Place } from '../src/store/index.ts'
import { rounded, say } from './figures.ts'
import { bringIn, foundIn, withSpace } from './indexed-space.ts'
import { percentiles } from './retrieval.ts'

const [VOCABULARY, WORDS, QUERIES] = [50_000, 120, 500]
const WARM_UP = 20

const [consonants, vowels] = ['bdfgklmnprtvz', 'aeiou']

const [pages = '', place = ''] = process.argv.slice(2)
const chance = seeded(7)
await withSpace(JSON.parse(place) as Place, async (store) => {
  const { seconds, cpuSeconds } = await bringIn(store, made(Number(pages)))
  // A server at work looks at its tables by itself; one for tests may be told not to.
  if (store.kind === 'postgres') await sql`analyze`.execute(store.db)
  say(`indexed in ${rounded(seconds)} s`)
  const kinds = {
    words: () => `${words(1 + Math.floor(chance() * 3))} `,
    typed: () => words(2).slice(0, -2),
    questions: () => `${words(8)}?`,
    // A letter is missing in the middle of a word.
    mistyped: () => `${words(2).replace(/(\w{3})\w(\w{3,})/, '$1$2')} `,
  }
  const figures: Record<string, ReturnType<typeof percentiles>> = {}
  for (const [kind, make] of Object.entries(kinds)) {
    const took: number[] = []
    for (let n = -WARM_UP; n < QUERIES; n++) {
      const began = performance.now()
      await foundIn(store, make())
      if (n >= 0) took.push(performance.now() - began)
    }
    figures[kind] = percentiles(took)
  }
  const { words: few, ...others } = figures
  const pagesPerSecond = rounded(Number(pages) / seconds)
  const pagesPerCpuSecond = rounded(Number(pages) / cpuSeconds)
  const peakMB = rounded(process.resourceUsage().maxRSS / 1024)
  const restMB = rounded(process.memoryUsage.rss() / 1_048_576)
  console.log(JSON.stringify({ ...few, ...others, pagesPerSecond, pagesPerCpuSecond, restMB, peakMB }))
})

function* made(count: number) {
  for (let n = 0; n < count; n++) yield { title: words(4), text: words(WORDS) }
}

/** Words by Zipf's law: the second stands half as often as the first, the third a third as often. */
function words(count: number): string {
  return Array.from({ length: count }, () => wordOf(Math.floor(VOCABULARY ** chance()))).join(' ')
}

/** A word of made syllables, another for each number. */
function wordOf(number: number): string {
  let [word, rest] = ['', number]
  do {
    word += (consonants[rest % consonants.length] ?? '') + (vowels[Math.floor(rest / consonants.length) % 5] ?? '')
    rest = Math.floor(rest / (consonants.length * 5))
  } while (rest > 0)
  return word
}

/** The same numbers in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
