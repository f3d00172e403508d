import { type Here, onlyFor } from '../ba/index.ts'
import type { Tables } from '../store/index.ts'

/** Records a changed showing, for its two people. */
export function showingChanged(
  here: Here,
  { id, topic_id, shower, shown }: Pick<Tables['showing'], 'id' | 'topic_id' | 'shower' | 'shown'>,
): void {
  for (const person of [shower, shown]) here.changed({ showing: id }, onlyFor(person, topic_id))
}
