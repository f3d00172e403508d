import { type Help, helps } from '../knowledge/index.ts'

/** The degree of help on which doer and witness agree; if they differ, the one with more help. */
export function agreedHelp(said: Help | null, seen: Help | null): Help | null {
  if (said === null || seen === null) return said ?? seen
  return helps.indexOf(said) < helps.indexOf(seen) ? said : seen
}
