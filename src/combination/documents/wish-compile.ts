import { type Here, inArea } from '../../ba/index.ts'
import { topicById } from '../../knowledge/index.ts'
import { wishJob } from '../../ledger/index.ts'

/** The name under which a wish for a page to be compiled is kept. */
export const COMPILE = 'compile'

/** Wishes that a topic's page be compiled again; one wish that waits is enough. */
export async function wishCompile(here: Here, topic: string): Promise<void> {
  const { tx, space, newId, now } = here
  const subject = (await topicById(tx, space.id, topic))?.id ?? topic
  const wish = { space_id: space.id, id: newId(), kind: COMPILE, subject, wished_at: now }
  if (await wishJob(tx, wish)) await sayCompiling(here, subject)
}

/** Says to those who see a topic that its page is being put together, or is no more. */
export async function sayCompiling({ tx, space, changed }: Here, topic: string): Promise<void> {
  const found = await topicById(tx, space.id, topic)
  if (found) changed({ compiling: found.id }, inArea(found.area_id, found.id))
}
