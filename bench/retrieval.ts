/** Sets of documents, questions and what is relevant to which, measured as trec_eval does. */
import { readFileSync } from 'node:fs'
import { rounded } from './figures.ts'

/** A set of documents with questions and how relevant each document is to each. */
export interface Retrieval {
  docs: { id: string; title: string; text: string }[]
  queries: { id: string; text: string }[]
  qrels: Record<string, Record<string, number>>
}

/** Gives the ids of documents, the best first. */
export type Ranker = (question: string) => Promise<string[]> | string[]

const MOST = 1000

/** Reads a set; questions that nothing is relevant to are left out, as trec_eval does. */
export function readRetrieval(path: string): Retrieval {
  const { docs, queries, qrels }: Retrieval = JSON.parse(readFileSync(path, 'utf8'))
  const judged = queries.filter(({ id }) => Object.values(qrels[id] ?? {}).some((grade) => grade > 0))
  return { docs, queries: judged, qrels }
}

/** Asks every question and gives the means over them, and how long they took. */
export async function measure({ queries, qrels }: Retrieval, rank: Ranker) {
  const sums = { ndcg10: 0, map: 0, r100: 0 }
  const took: number[] = []
  const tops: string[][] = []
  for (const { id, text } of queries) {
    const began = performance.now()
    const run = (await rank(text)).slice(0, MOST)
    took.push(performance.now() - began)
    tops.push(run.slice(0, 10))
    const one = measuresOf(run, qrels[id] ?? {})
    for (const key of ['ndcg10', 'map', 'r100'] as const) sums[key] += one[key] / queries.length
  }
  const figures = {
    ndcg10: fourDigits(sums.ndcg10),
    map: fourDigits(sums.map),
    r100: fourDigits(sums.r100),
    ...percentiles(took),
  }
  return { figures, tops }
}

/** How long half of some took, and all but the slowest twentieth and hundredth. */
export function percentiles(took: number[]) {
  const sorted = [...took].sort((a, b) => a - b)
  const at = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) }
}

const fourDigits = (number: number) => Number(number.toFixed(4))

/** nDCG at 10 with grades as they are, average precision, and the share of what is relevant among the first hundred. */
export function measuresOf(run: readonly string[], grades: Record<string, number>) {
  const ideal = Object.values(grades).filter((grade) => grade > 0)
  let [precisions, found, soon] = [0, 0, 0]
  for (const [n, id] of run.entries()) {
    if (!((grades[id] ?? 0) > 0)) continue
    found++
    precisions += found / (n + 1)
    if (n < 100) soon++
  }
  const gains = run.map((id) => Math.max(0, grades[id] ?? 0))
  const best = [...ideal].sort((a, b) => b - a)
  return { ndcg10: gainOf(gains) / gainOf(best), map: precisions / ideal.length, r100: soon / ideal.length }
}

const gainOf = (gains: readonly number[]) =>
  gains.slice(0, 10).reduce((sum, gain, n) => sum + gain / Math.log2(n + 2), 0)
