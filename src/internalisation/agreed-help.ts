import { type Help, helps } from '../knowledge/index.ts'

/** How much help there was, as far as both say it: where doer and witness differ, the one that says more help. */
export function agreedHelp(said: Help | null, seen: Help | null): Help | null {
  if (said === null || seen === null) return said ?? seen
  return helps.indexOf(said) < helps.indexOf(seen) ? said : seen
}
