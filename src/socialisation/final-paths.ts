import type { Change, Commit } from './git-log.ts'

/**
 * For each change of a history, oldest first, the path that its file has at the end: whoever wrote
 * a file before it or its folder moved wrote the same file.
 */
export function finalPaths(commits: readonly Commit[]): Map<Change, string> {
  const now = new Map<string, string>()
  const final = new Map<Change, string>()
  for (const { changes } of commits.toReversed()) {
    for (const change of changes) final.set(change, now.get(change.path) ?? change.path)
    // All moves of a commit happen at once, so that two files may change places.
    const moves = changes.filter(({ kind, from }) => kind === 'R' && from !== undefined)
    for (const { path } of moves) now.delete(path)
    for (const move of moves) now.set(move.from ?? '', final.get(move) ?? move.path)
  }
  return final
}
