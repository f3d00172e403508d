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
const MOST_OF_A_KIND = 2
const STRONG = 0.5

/** All findings of a folder and its history, of every kind, the strongest of each kind first. */
export function allFindings(said: readonly Said[], commits: readonly Commit[], now: string): Finding[] {
  const kinds = [
    heldByOneFindings(commits),
    leftToJudgement(said),
    pagesThatDiffer(said),
    pastReview(said, now),
    [...wantedPages(said), ...unexplainedTerms(said)],
    neverDone(said),
  ]
  return kinds.flatMap((findings) =>
    findings.filter(({ weight }) => weight >= STRONG).sort((a, b) => b.weight - a.weight),
  )
}

/** Five findings that somebody may want to forward: one of each kind before
 * a second of any, no page twice if it can be. Fewer where there is nothing more to say. */
export function fiveFindings(all: readonly Finding[]): Finding[] {
  const kept: Finding[] = []
  const rounds = new Map<string, Finding[]>()
  for (const finding of all) rounds.set(finding.kind, [...(rounds.get(finding.kind) ?? []), finding])
  const pages = () => new Set(kept.flatMap(({ where }) => where.map(({ path }) => path)))
  for (let round = 0; round < MOST_OF_A_KIND; round++) {
    for (const [, left] of rounds) {
      const taken = pages()
      const fresh = left.findIndex(({ where }) => !where.some(({ path }) => taken.has(path)))
      const [next] = left.splice(Math.max(0, fresh), 1)
      if (next && kept.length < FIVE) kept.push(next)
    }
  }
  return kept
}
