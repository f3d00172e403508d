import type { Commit } from '../../socialisation/index.ts'
import type { Finding, Said } from './finding.ts'
import { heldByOneFindings } from './held-by-one.ts'
import { leftToJudgement } from './left-to-judgement.ts'
import { neverDone } from './never-done.ts'
import { pagesThatDiffer } from './pages-that-differ.ts'
import { pastReview } from './past-review.ts'
import { unexplainedTerms } from './unexplained-terms.ts'
import { wantedPages } from './wanted-pages.ts'

const FIVE = 5
const MOST_OF_A_KIND = 3
const STRONG = 0.5

/** Yields the findings of a folder and its history by kind, the strongest of each kind first. */
export function* allFindings(said: readonly Said[], commits: readonly Commit[], now: string): Generator<Finding[]> {
  const kinds = [
    () => heldByOneFindings(commits),
    () => leftToJudgement(said),
    () => pagesThatDiffer(said),
    () => pastReview(said, now),
    () => [...wantedPages(said), ...unexplainedTerms(said)],
    () => neverDone(said),
  ]
  for (const find of kinds)
    yield find()
      .filter(({ weight }) => weight >= STRONG)
      .sort((a, b) => b.weight - a.weight)
}

/**
 * Yields at most five findings worth forwarding: one of each kind before a second of any, and no
 * page twice if possible. Each is yielded as soon as it is certain, before the next kind is
 * searched.
 */
export function* fiveFindings(kinds: Iterable<Finding[]>): Generator<Finding> {
  const seen = new Set<string>()
  let given = 0
  const take = (left: Finding[]): Finding | undefined => {
    const fresh = left.findIndex(({ where }) => !where.some(({ path }) => seen.has(path)))
    const [next] = given < FIVE ? left.splice(Math.max(0, fresh), 1) : []
    for (const { path } of next?.where ?? []) seen.add(path)
    if (next) given++
    return next
  }
  const rounds: Finding[][] = []
  for (const kind of kinds) {
    const left = [...kind]
    const next = take(left)
    if (next) yield next
    rounds.push(left)
  }
  for (let round = 1; round < MOST_OF_A_KIND; round++) {
    for (const left of rounds) {
      const next = take(left)
      if (next) yield next
    }
  }
}
