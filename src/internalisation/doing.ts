import { type Here, onlyFor } from '../ba/index.ts'
import type { Tables } from '../store/index.ts'

/** Records a changed doing, for its doer and its witness. */
export function doingChanged(
  here: Here,
  { id, topic_id, person_id, witness }: Pick<Tables['doing'], 'id' | 'topic_id' | 'person_id' | 'witness'>,
): void {
  for (const person of [person_id, witness]) here.changed({ doing: id }, onlyFor(person, topic_id))
}
