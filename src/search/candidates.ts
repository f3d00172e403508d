import type { Tx } from '../store/index.ts'
import { engineOf } from './engine.ts'
import { inPart, markIn } from './index-things.ts'
import type { Narrow } from './narrow.ts'
import type { Sought } from './rank.ts'

type Part = { number: number }

/** The most documents to rank for one query of the engine: for few words, and for many. */
const [RANKED, RANKED_FOR_MANY] = [250, 1000]
/** With more words than this, not all must occur in one document. */
const MANY = 8

/**
 * Selects documents to rank: those with all the words, then those with the rarest, until there are
 * enough; restricted by marks, exclusions and needed words.
 */
export async function candidates(
  tx: Tx,
  sought: readonly Sought[],
  parts: readonly Part[],
  {
    marked = [],
    without = [],
    needed = [],
  }: Pick<Narrow, 'marked'> & { without?: string[]; needed?: readonly (readonly string[])[] },
): Promise<number[]> {
  const inParts = (terms: readonly string[]) => parts.flatMap(({ number }) => terms.map((term) => inPart(number, term)))
  const must = [
    ...needed.map(inParts),
    ...marked.map((marks) => parts.flatMap(({ number }) => marks.map((mark) => markIn(number, mark)))),
  ]
  if (parts.length === 0 || must.some((list) => list.length === 0) || (sought.length === 0 && must.length === 0))
    return []
  const rarest = [...sought].sort((a, b) => a.documents - b.documents)
  const lists = rarest.map(({ terms, documents }) => ({ words: inParts([...terms.keys()]), documents }))
  const found = new Set<number>()
  const most = lists.length > MANY ? RANKED_FOR_MANY : RANKED
  for (const wanted of lists.length > 1 ? [lists.slice(0, MANY), ...lists.map((list) => [list])] : [lists]) {
    if (found.size >= most) break
    const but = { without: inParts(without), most }
    const [alone] = wanted.length === 1 && must.length === 0 && without.length === 0 ? wanted : []
    const having = [...must, ...wanted.map(({ words }) => words)]
    const numbers = await engineOf(tx).having(tx, having, alone ? { ...but, common: alone.documents } : but)
    for (const number of numbers) found.add(number)
  }
  return [...found]
}
