import type { Change, Commit } from './git-log.ts'

/**
 * The path at the end of a history, oldest commit first, of each changed file that has another by
 * then: whoever wrote a file before it or its folder moved wrote the same file.
 */
export function finalPaths(commits: readonly Commit[]): Map<Change, string> {
  const now = new Map<string, string>()
  const final = new Map<Change, string>()
  for (const { changes } of commits.toReversed()) {
    const moves: Change[] = []
    for (const change of changes) {
      const path = now.get(change.path)
      if (path !== undefined) final.set(change, path)
      if (change.kind === 'R') moves.push(change)
    }
    // All moves of a commit happen at once, so that two files may change places.
    for (const { path } of moves) now.delete(path)
    for (const move of moves) now.set(move.from ?? move.path, final.get(move) ?? move.path)
  }
  return final
}
