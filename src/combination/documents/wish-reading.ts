import type { Here } from '../../ba/index.ts'
import { wishJob } from '../../ledger/index.ts'

/** The job that reads what the sources of an area speak of. */
export const READ_SOURCES = 'read-sources'

/** Wishes that the sources of an area be read which have not been, or have changed. */
export const wishReading = (here: Pick<Here, 'tx' | 'space' | 'newId' | 'now'>, area: string) =>
  wishJob(here.tx, {
    space_id: here.space.id,
    id: here.newId(),
    kind: READ_SOURCES,
    subject: area,
    wished_at: here.now,
  })
