/** Whether a question was answered already, by which thread, and whether that is said of what was not, beside plain BM25. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Bench, rounded, say } from './figures.ts'
import { inFolder } from './in-place.ts'
import { answersIn, bringIn, saidIn, withSpace } from './indexed-space.ts'
import { type Retrieval, readRetrieval } from './retrieval.ts'
import { plainBm25 } from './search-peers.ts'

type Answers = { id: string; score: number }[]
type Asks = (question: string) => Promise<Answers> | Answers
/** Indexes threads and asks of them. */
type Over = <T>(docs: Retrieval['docs'], work: (ask: Asks) => Promise<T>) => Promise<T>

/** Asks every question of PATH's threads, and again with every second thread taken out. */
export const bench: Bench = async (path) => {
  if (!path) throw new Error('Say which set: npm run bench -- already-answered PATH')
  const set = readRetrieval(path)
  say(`${set.docs.length} threads, ${set.queries.length} questions`)
  const [ours, bm25] = [await measured(set, ourOver), await measured(set, plainOver)]
  const over = {
    errorsOverBm25: rounded((1 - ours.p1) / (1 - bm25.p1)),
    falseAnswersOverBm25: rounded(ours.falseAnswersAt90 / bm25.falseAnswersAt90),
    aurocBeyondBm25: rounded(ours.auroc - bm25.auroc),
  }
  return { ...ours, ...over, bar: await atTheBar(set), peers: { bm25 } }
}

const ourOver: Over = (docs, work) =>
  inFolder(tmpdir(), (folder) =>
    withSpace({ kind: 'sqlite', file: join(folder, 'whorl.db') }, async (store) => {
      await bringIn(store, docs)
      return work(async (question) =>
        (await answersIn(store, question)).map(({ number, sure }) => ({ id: docs[number]?.id ?? '', score: sure })),
      )
    }),
  )

const plainOver: Over = (docs, work) => work(plainBm25(docs))

async function measured(set: Retrieval, over: Over) {
  const all = await over(set.docs, (ask) => firstsOf(set, ask))
  const kept = set.docs.filter((_, n) => n % 2 === 0)
  return { ...all, ...(await over(kept, (ask) => sayingNo(set, kept, ask))) }
}

/**
 * What Ask says, with every second thread taken out: of what can be answered, how much is, rightly or by a wrong thread
 * first; and how much of what cannot is answered all the same.
 */
async function atTheBar({ docs, queries, qrels }: Retrieval) {
  const kept = docs.filter((_, n) => n % 2 === 0)
  const ids = new Set(kept.map(({ id }) => id))
  const counts = { can: 0, cannot: 0, right: 0, wrong: 0, false: 0 }
  await inFolder(tmpdir(), (folder) =>
    withSpace({ kind: 'sqlite', file: join(folder, 'whorl.db') }, async (store) => {
      await bringIn(store, kept)
      for (const { id, text } of queries) {
        const can = Object.entries(qrels[id] ?? {}).some(([thread, grade]) => grade > 0 && ids.has(thread))
        counts[can ? 'can' : 'cannot']++
        const [first] = await saidIn(store, text)
        if (first === undefined) continue
        const right = (qrels[id]?.[kept[first]?.id ?? ''] ?? 0) > 0
        counts[right ? 'right' : can ? 'wrong' : 'false']++
      }
    }),
  )
  return {
    recall: rounded(counts.right / counts.can),
    wrongAnswers: rounded(counts.wrong / counts.can),
    falseAnswers: rounded(counts.false / counts.cannot),
  }
}

/** How often the first thread is the right one, and one over the place of the right one. */
async function firstsOf({ queries, qrels }: Retrieval, ask: Asks) {
  let [p1, mrr] = [0, 0]
  for (const { id, text } of queries) {
    const place = (await ask(text)).findIndex((answer) => (qrels[id]?.[answer.id] ?? 0) > 0)
    if (place === 0) p1 += 1 / queries.length
    if (place >= 0) mrr += 1 / (place + 1) / queries.length
  }
  return { p1: rounded(p1), mrr: rounded(mrr) }
}

/** How well the first score tells what can be answered from what cannot. */
async function sayingNo({ queries, qrels }: Retrieval, kept: Retrieval['docs'], ask: Asks) {
  const there = new Set(kept.map(({ id }) => id))
  const scores: Record<'can' | 'cannot', number[]> = { can: [], cannot: [] }
  for (const { id, text } of queries) {
    const can = Object.entries(qrels[id] ?? {}).some(([thread, grade]) => grade > 0 && there.has(thread))
    scores[can ? 'can' : 'cannot'].push((await ask(text))[0]?.score ?? 0)
  }
  const above = (one: number, other: number) => (one > other ? 1 : one === other ? 0.5 : 0)
  const pairs = scores.can.flatMap((one) => scores.cannot.map((other): number => above(one, other)))
  const auroc = pairs.reduce((sum, one) => sum + one, 0) / pairs.length
  const bar = [...scores.can].sort((a, b) => b - a)[Math.ceil(scores.can.length * 0.9) - 1] ?? 0
  const falseAnswers = scores.cannot.filter((score) => score >= bar).length / scores.cannot.length
  return { auroc: rounded(auroc), falseAnswersAt90: rounded(falseAnswers) }
}
