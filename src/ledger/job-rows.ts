import { sql } from 'kysely'
import { grew } from '../ba/index.ts'
import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

type JobRow = Tables['job']
const BY_HAND = 3
/** Before a job's id, where it is listed beside what reactions failed on. */
const JOB = 'job:'

const failedAfter = statement((db, $: Slots<{ space: string; at: string; name: string; most: number }>) =>
  db
    .selectFrom('job')
    .select(['id', 'fault', 'done_at'])
    .where('space_id', '=', $.space)
    .where('fault', 'is not', null)
    .where('done_at', 'is not', null)
    .where('attempts', '>=', BY_HAND)
    .where('done_at', '>=', $.at)
    .where((eb) => eb.or([eb('done_at', '>', $.at), eb(sql<string>`'job:' || id`, '>', $.name)]))
    .orderBy('done_at')
    .orderBy('id')
    .limit($.most),
)

const waitingFor = statement((db, $: Slots<{ space: string; kind: string; subject: string }>) =>
  db
    .selectFrom('job')
    .select('id')
    .where('space_id', '=', $.space)
    .where('kind', '=', $.kind)
    .where('subject', '=', $.subject)
    .where('done_at', 'is', null)
    .where('taken_by', 'is', null)
    .limit(1),
)

const openOn = statement((db, $: Slots<{ space: string; subject: string }>) =>
  db
    .selectFrom('job')
    .select('id')
    .where('space_id', '=', $.space)
    .where('subject', '=', $.subject)
    .where('done_at', 'is', null)
    .limit(1),
)

const add = statement(
  (db, $: Slots<Pick<JobRow, 'space_id' | 'id' | 'kind' | 'subject' | 'wished_at' | 'wished_by'>>) =>
    db.insertInto('job').values({
      space_id: $.space_id,
      id: $.id,
      kind: $.kind,
      subject: $.subject,
      wished_at: $.wished_at,
      taken_by: null,
      taken_until: null,
      attempts: 0,
      done_at: null,
      fault: null,
      wished_by: $.wished_by,
    }),
)

const next = statement((db, $: Slots<{ kinds: string[]; by: string; now: string }>) =>
  db
    .selectFrom('job')
    .innerJoin('space', 'space.id', 'job.space_id')
    .select(['job.space_id', 'job.id', 'job.kind', 'job.subject', 'job.attempts', 'space.slug', 'space.name'])
    .where('job.done_at', 'is', null)
    .where('job.kind', 'in', $.kinds)
    .where((eb) =>
      eb.or([
        eb('job.taken_until', 'is', null),
        eb('job.taken_until', '<', $.now),
        // Leased by a write whose answer was lost with the connection.
        eb('job.taken_by', '=', $.by),
      ]),
    )
    .orderBy('job.wished_at')
    .orderBy('job.id')
    .limit(1),
)

const take = statement((db, $: Slots<{ space: string; id: string; by: string; now: string; until: string }>) =>
  db
    .updateTable('job')
    .set((eb) => ({ taken_by: $.by, taken_until: $.until, attempts: eb('attempts', '+', 1) }))
    .where('space_id', '=', $.space)
    .where('id', '=', $.id)
    .where('done_at', 'is', null)
    .where((eb) => eb.or([eb('taken_until', 'is', null), eb('taken_until', '<', $.now), eb('taken_by', '=', $.by)])),
)

const finish = statement((db, $: Slots<{ space: string; id: string; by: string; now: string }>) =>
  db
    .updateTable('job')
    .set({ done_at: $.now, taken_by: null, taken_until: null })
    .where('space_id', '=', $.space)
    .where('id', '=', $.id)
    .where('taken_by', '=', $.by)
    .where('done_at', 'is', null),
)

/** A queued job and its space. */
export interface Job {
  space_id: string
  id: string
  kind: string
  subject: string
  attempts: number
  slug: string
  name: string
}

/** The job's space, as journal entries need it. */
export const spaceOf = ({ space_id, slug, name }: Job) => ({ id: space_id, slug, name })

/**
 * Queues a job; returns false if one for the same subject is waiting already. One that a person
 * wished for counts towards their bound until it is done.
 */
export async function wishJob(
  tx: Tx,
  row: Pick<JobRow, 'space_id' | 'id' | 'kind' | 'subject' | 'wished_at'> & { wished_by?: string },
): Promise<boolean> {
  const waiting = await tx.first(waitingFor, { space: row.space_id, kind: row.kind, subject: row.subject })
  if (waiting) return false
  await tx.run(add, { ...row, wished_by: row.wished_by ?? null })
  if (row.wished_by !== undefined) grew(tx, { space: row.space_id, person: row.wished_by, jobs: 1 })
  return true
}

/** Whether a job about a subject is open. */
export const openJobsOn = async (tx: Tx, space: string, subject: string) =>
  (await tx.first(openOn, { space, subject })) !== undefined

/**
 * The oldest job of these kinds that no other process has leased; other kinds belong to other
 * processes.
 */
export const nextJob = (tx: Tx, kinds: string[], by: string, now: string): Promise<Job | undefined> =>
  tx.first(next, { kinds, by, now })

/** Leases a job until a time; returns false if another process was faster. */
export const takeJob = async (tx: Tx, job: Job, by: string, now: string, until: string) =>
  (await tx.run(take, { space: job.space_id, id: job.id, by, now, until })) === 1

/** Releases a leased job as if it had not been taken. */
export const giveBackJob = (tx: Tx, job: Job, by: string) =>
  tx.db
    .updateTable('job')
    .set({ taken_by: null, taken_until: null, attempts: job.attempts })
    .where('space_id', '=', job.space_id)
    .where('id', '=', job.id)
    .where('taken_by', '=', by)
    .execute()

/** Extends the lease of a job. */
export const renewJob = (tx: Tx, job: Job, by: string, until: string) =>
  tx.db
    .updateTable('job')
    .set({ taken_until: until })
    .where('space_id', '=', job.space_id)
    .where('id', '=', job.id)
    .where('taken_by', '=', by)
    .execute()

/** Marks a job as done; returns false if it was taken over or is done. */
export const finishJob = async (tx: Tx, job: Job, by: string, now: string) =>
  (await tx.run(finish, { space: job.space_id, id: job.id, by, now })) === 1

/**
 * Releases a failed job: to be retried, or after the third failure to wait for the operator with
 * its fault.
 */
export const dropJob = (tx: Tx, job: Job, fault: string, now: string) =>
  tx.db
    .updateTable('job')
    .set({ taken_by: null, taken_until: null, fault, attempts: job.attempts + 1 })
    .set({ done_at: job.attempts + 1 >= BY_HAND ? now : null })
    .where('space_id', '=', job.space_id)
    .where('id', '=', job.id)
    .execute()

/** Releases all leases, for a store that only one process opens. */
export const releaseJobs = (tx: Tx) =>
  tx.db.updateTable('job').set({ taken_by: null, taken_until: null }).where('done_at', 'is', null).execute()

/**
 * The jobs of a space that failed for good, oldest first, a number of them after a place in that
 * order.
 */
export const failedJobsAfter = async (
  tx: Tx,
  space: string,
  { at, name, most }: { at: string; name: string; most: number },
) =>
  (await tx.all(failedAfter, { space, at, name, most })).map(({ id, fault, done_at }) => ({
    name: JOB + id,
    fault: fault ?? '',
    at: done_at ?? '',
  }))

/** Reopens a failed job and returns its kind and subject; nothing if there is none. */
export const retryJob = (tx: Tx, space: string, id: string) =>
  tx.db
    .updateTable('job')
    .set({ attempts: 0, done_at: null, fault: null, taken_by: null, taken_until: null })
    .where('space_id', '=', space)
    .where('id', '=', id)
    .where('fault', 'is not', null)
    .returning(['kind', 'subject'])
    .executeTakeFirst()
