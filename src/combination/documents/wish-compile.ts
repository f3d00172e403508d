import type { Here } from '../../ba/index.ts'
import { topicById } from '../../knowledge/index.ts'
import { wishJob } from '../../ledger/index.ts'

/** Wishes that a topic's page be compiled again; one wish that waits is enough. */
export async function wishCompile({ tx, space, newId, now }: Here, topic: string): Promise<void> {
  const subject = (await topicById(tx, space.id, topic))?.id ?? topic
  await wishJob(tx, { space_id: space.id, id: newId(), kind: 'compile', subject, wished_at: now })
}
