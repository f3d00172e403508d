import { wishJob } from '../../../ledger/index.ts'
import type { Tx } from '../../../store/index.ts'
import { COMPILE } from '../../documents/index.ts'

/** The kind of job that has a model write a page. */
export const WRITE = 'write-page'

/** Wishes a job that has a model write a topic's page, unless one is waiting. */
export const wishWriting = (tx: Tx, wish: { space: string; topic: string; id: string; now: string }) =>
  wishJob(tx, { space_id: wish.space, id: wish.id, kind: WRITE, subject: wish.topic, wished_at: wish.now })

/** Whether a job works on a topic's page, which says meanwhile that it is being put together. */
export const isCompiling = ({ kind }: { kind: string }): boolean => kind === COMPILE || kind === WRITE
