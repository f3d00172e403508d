/** What ours is measured against: plain BM25, lunr and MiniSearch, each as one gets it. */
import lunr from 'lunr'
import MiniSearch from 'minisearch'
import { rounded } from './figures.ts'
import { measure, type Ranker, type Retrieval } from './retrieval.ts'

type Documents = Retrieval['docs']

/** BM25 (1.2, .75) over title and text in one, Porter's stems, lunr's stop words. */
export function plainBm25(docs: Documents): (question: string) => { id: string; score: number }[] {
  const having = new Map<string, Map<number, number>>()
  const lengths = docs.map(({ title, text }, n) => {
    const terms = plainTerms(`${title} ${text}`)
    for (const term of terms) {
      const times = having.get(term) ?? new Map<number, number>()
      having.set(term, times.set(n, (times.get(n) ?? 0) + 1))
    }
    return terms.length
  })
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  return (question) => {
    const scores = new Map<number, number>()
    for (const term of plainTerms(question)) {
      const times = having.get(term)
      if (!times) continue
      const rarity = Math.log(1 + (docs.length - times.size + 0.5) / (times.size + 0.5))
      for (const [n, often] of times) {
        const fullness = (often * 2.2) / (often + 1.2 * (0.25 + (0.75 * (lengths[n] ?? 0)) / average))
        scores.set(n, (scores.get(n) ?? 0) + rarity * fullness)
      }
    }
    return [...scores].sort(([a, x], [b, y]) => y - x || a - b).map(([n, score]) => ({ id: docs[n]?.id ?? '', score }))
  }
}

const plainTerms = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z0-9]+/g) ?? [])
    .filter((word) => lunr.stopWordFilter(new lunr.Token(word, {})) !== undefined)
    .map((word) => lunr.stemmer(new lunr.Token(word, {})).toString())

function lunrOver(docs: Documents): Ranker {
  const index = lunr((builder) => {
    builder.ref('id')
    builder.field('title')
    builder.field('text')
    for (const doc of docs) builder.add(doc)
  })
  // Each word is one that may be there, and none is an operator.
  return (question) =>
    index.query((query) => query.term(lunr.tokenizer(question.replace(/[*:^~+-]/g, ' ')), {})).map(({ ref }) => ref)
}

function miniSearchOver(docs: Documents): Ranker {
  const index = new MiniSearch({ fields: ['title', 'text'] })
  index.addAll(docs)
  return (question) => index.search(question).map(({ id }) => id)
}

const peers: Record<string, (docs: Documents) => Ranker> = {
  bm25: (docs) => {
    const rank = plainBm25(docs)
    return (question) => rank(question).map(({ id }) => id)
  },
  lunr: lunrOver,
  minisearch: miniSearchOver,
}

/** Measures each of them on a set. */
export async function measurePeers(set: Retrieval) {
  const measured: Record<string, Awaited<ReturnType<typeof measure>>['figures'] & { docsPerSecond: number }> = {}
  for (const [name, over] of Object.entries(peers)) {
    const began = performance.now()
    const rank = over(set.docs)
    const docsPerSecond = rounded((set.docs.length * 1000) / (performance.now() - began))
    measured[name] = { ...(await measure(set, rank)).figures, docsPerSecond }
  }
  return measured
}
