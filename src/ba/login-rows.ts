import { type Slots, statement, type Tx } from '../store/index.ts'

const byToken = statement((db, $: Slots<{ token: string }>) =>
  db
    .selectFrom('login')
    .innerJoin('person', 'person.id', 'login.person_id')
    .select(['person.id', 'person.name', 'login.expires_at'])
    .where('login.token', '=', $.token),
)

/** The person of a login token, and its expiry. */
export const loginByToken = (tx: Tx, token: string) => tx.first(byToken, { token })

/** Deletes an account that is in no space, with its logins and password. */
export const dropPerson = (tx: Tx, id: string) => tx.db.deleteFrom('person').where('id', '=', id).execute()

/** The e-mail address of a person. */
export const emailOf = async (tx: Tx, id: string): Promise<string | undefined> =>
  (await tx.db.selectFrom('person').select('email').where('id', '=', id).executeTakeFirst())?.email
