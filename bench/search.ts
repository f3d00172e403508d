/** How well our search ranks, beside plain BM25, lunr and MiniSearch, and whether both stores rank alike. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../test/postgres.ts'
import { type Bench, rounded, say } from './figures.ts'
import { inDatabase, inFolder } from './in-place.ts'
import { bringIn, rankedIn, withSpace } from './indexed-space.ts'
import { measure, type Retrieval, readRetrieval } from './retrieval.ts'
import { measurePeers } from './search-peers.ts'

/** Indexes the documents of PATH in a space, asks its questions, and does the same with each of the peers. */
export const bench: Bench = async (path) => {
  if (!path) throw new Error('Say which set: npm run bench -- search PATH')
  const set = readRetrieval(path)
  say(`${set.docs.length} documents, ${set.queries.length} questions`)
  const ours = await inFolder(tmpdir(), (folder) =>
    measureOurs(set, { kind: 'sqlite', file: join(folder, 'whorl.db') }),
  )
  const peers = await measurePeers(set)
  const best = Math.max(...Object.values(peers).map(({ ndcg10 }) => ndcg10))
  const stores = await onPostgres(set, ours.tops)
  return { ...ours.figures, overBest: rounded(ours.figures.ndcg10 / best), ...stores, peers }
}

async function measureOurs(set: Retrieval, place: Parameters<typeof withSpace>[0]) {
  return withSpace(place, async (store) => {
    const { seconds } = await bringIn(store, set.docs)
    // A space after the question says that its last word is not half typed.
    const rank = async (question: string) =>
      (await rankedIn(store, `${question} `)).map((number) => set.docs[number]?.id ?? '')
    const { figures, tops } = await measure(set, rank)
    return { figures: { ...figures, docsPerSecond: rounded(set.docs.length / seconds) }, tops }
  })
}

/** The same on PostgreSQL where one can be had: how many questions have the same first ten, of all. */
async function onPostgres(set: Retrieval, tops: readonly string[][]) {
  const server = await startPostgres()
  if ('why' in server) return { sameTopTen: 'not tried', postgres: server.why }
  try {
    const there = await inDatabase(server.url, (url) => measureOurs(set, { kind: 'postgres', url }))
    const same = there.tops.filter((top, n) => top.join() === tops[n]?.join()).length
    return { sameTopTen: rounded(same / Math.max(1, tops.length)), postgres: there.figures }
  } finally {
    await server.stop()
  }
}
