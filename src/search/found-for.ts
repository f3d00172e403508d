import type { Sought } from './rank.ts'
import { matchedIn } from './snippet.ts'
import type { Thing } from './thing.ts'

/** The words found in place of unknown ones, as the first results spell them, in lower case. */
export async function foundFor(things: readonly Thing[], sought: readonly Sought[]): Promise<string[]> {
  const found = new Set<string>()
  for (const one of sought.filter(({ typed }) => typed !== undefined)) {
    for (const thing of things) {
      const [first] = matchedIn([thing.title, ...thing.called, await thing.words()].join('\n'), [one])
      if (first) found.add(first.toLowerCase())
      if (first) break
    }
  }
  return [...found]
}
