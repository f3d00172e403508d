import type { Here } from '../ba/index.ts'
import { wishJob } from '../ledger/index.ts'

/** Wishes that a topic's page be compiled again; one wish that waits is enough. */
export const wishCompile = (here: Here, topic: string) =>
  wishJob(here.tx, { space_id: here.space.id, id: here.newId(), kind: 'compile', subject: topic, wished_at: here.now })
