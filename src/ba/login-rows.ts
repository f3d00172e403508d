import { type Slots, statement, type Tx } from '../store/index.ts'

const byToken = statement((db, $: Slots<{ token: string }>) =>
  db
    .selectFrom('login')
    .innerJoin('person', 'person.id', 'login.person_id')
    .select(['person.id', 'person.name', 'login.expires_at'])
    .where('login.token', '=', $.token),
)

/** Whose login a token is, and until when. */
export const loginByToken = (tx: Tx, token: string) => tx.first(byToken, { token })

/** Takes an account away that is in no space, with its logins and its password. */
export const dropPerson = (tx: Tx, id: string) => tx.db.deleteFrom('person').where('id', '=', id).execute()
