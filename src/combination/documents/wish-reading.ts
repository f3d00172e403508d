import type { Here } from '../../ba/index.ts'
import { wishJob } from '../../ledger/index.ts'

/** The kind of job that reads the passages of an area's sources. */
export const READ_SOURCES = 'read-sources'

/** Wishes a job that reads the new and changed sources of an area. */
export const wishReading = (here: Pick<Here, 'tx' | 'space' | 'newId' | 'now'>, area: string) =>
  wishJob(here.tx, {
    space_id: here.space.id,
    id: here.newId(),
    kind: READ_SOURCES,
    subject: area,
    wished_at: here.now,
  })
