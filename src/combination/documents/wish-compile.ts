import { type Here, inArea } from '../../ba/index.ts'
import { topicById } from '../../knowledge/index.ts'
import { wishJob } from '../../ledger/index.ts'

/** Wishes a compile job for a topic's page, unless one is already waiting. */
export async function wishCompile({ tx, space, newId, now, changed }: Here, topic: string): Promise<void> {
  const found = await topicById(tx, space.id, topic)
  const subject = found?.id ?? topic
  const wish = { space_id: space.id, id: newId(), kind: 'compile', subject, wished_at: now }
  if ((await wishJob(tx, wish)) && found) changed({ compiling: subject }, inArea(found.area_id, subject))
}
