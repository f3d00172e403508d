import { sql } from 'kysely'
import { type Slots, statement, type Tx } from '../store/index.ts'

const knownFrom = statement((db, $: Slots<{ email: string; address: string }>) =>
  db
    .selectFrom('login')
    .innerJoin('person', 'person.id', 'login.person_id')
    .select('login.id')
    .where('person.email', '=', $.email)
    .where('login.ip_address', '=', $.address)
    .limit(1),
)

const count = statement((db, $: Slots<{ key: string; now: number; since: number }>) =>
  db
    .insertInto('rate_limit')
    .values({ id: $.key, key: $.key, count: 1 as number, last_request: $.now })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql<number>`case when rate_limit.last_request <= ${$.since} then 1 else rate_limit.count + 1 end`,
        last_request: sql<number>`case when rate_limit.last_request <= ${$.since} then ${$.now} else rate_limit.last_request end`,
      }),
    )
    .returning('count'),
)

/** Whether an account has a session that began at this address. */
export const isKnownFrom = async (tx: Tx, email: string, address: string): Promise<boolean> =>
  (await tx.first(knownFrom, { email, address })) !== undefined

/**
 * Counts a try under a key, from 1 again once the window that began with the first has passed;
 * returns the count.
 */
export const countTry = async (tx: Tx, key: string, now: number, windowMs: number): Promise<number> =>
  (await tx.first(count, { key, now, since: now - windowMs }))?.count ?? 0

/** Forgets the tries of a key. */
export const forgetTries = (tx: Tx, key: string) => tx.db.deleteFrom('rate_limit').where('key', '=', key).execute()

/** Forgets the tries of windows that began before a moment. */
export const forgetOldTries = (tx: Tx, before: number) =>
  tx.db.deleteFrom('rate_limit').where('last_request', '<', before).execute()
