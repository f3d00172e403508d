import { type Here, inArea } from '../../ba/index.ts'
import { topicById } from '../../knowledge/index.ts'
import { wishJob } from '../../ledger/index.ts'

/** The name of compile jobs. */
export const COMPILE = 'compile'

/** Wishes a compile job for a topic's page, unless one is already waiting. */
export async function wishCompile(here: Here, topic: string): Promise<void> {
  const { tx, space, newId, now } = here
  const subject = (await topicById(tx, space.id, topic))?.id ?? topic
  const wish = { space_id: space.id, id: newId(), kind: COMPILE, subject, wished_at: now }
  if (await wishJob(tx, wish)) await sayCompiling(here, subject)
}

/** States that a topic's page is being compiled, or no longer is, to those who see the topic. */
export async function sayCompiling({ tx, space, changed }: Here, topic: string): Promise<void> {
  const found = await topicById(tx, space.id, topic)
  if (found) changed({ compiling: found.id }, inArea(found.area_id, found.id))
}
