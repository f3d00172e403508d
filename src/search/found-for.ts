import type { Sought } from './rank.ts'
import { matchedIn } from './snippet.ts'
import type { Thing } from './thing.ts'

/** What was found for words that nothing here has: as it stands first in what was found, in lower case. */
export function foundFor(things: readonly Thing[], sought: readonly Sought[]): string[] {
  const found = new Set<string>()
  for (const one of sought.filter(({ typed }) => typed !== undefined)) {
    for (const thing of things) {
      const [first] = matchedIn([thing.title, ...thing.called, thing.words()].join('\n'), [one])
      if (first) found.add(first.toLowerCase())
      if (first) break
    }
  }
  return [...found]
}
