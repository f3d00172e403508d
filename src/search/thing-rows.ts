import { type Slots, statement, type Tx } from '../store/index.ts'

const pages = statement((db, $: Slots<{ space: string }>) =>
  db.selectFrom('page').select('topic_id as id').where('space_id', '=', $.space).orderBy('topic_id'),
)

const claims = statement((db, $: Slots<{ space: string }>) =>
  db
    .selectFrom('claim')
    .select('id')
    .where('space_id', '=', $.space)
    .where('confirmed_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('id'),
)

const sources = statement((db, $: Slots<{ space: string }>) =>
  db.selectFrom('source').select('id').where('space_id', '=', $.space).orderBy('id'),
)

const questions = statement((db, $: Slots<{ space: string }>) =>
  db.selectFrom('question').select('id').where('space_id', '=', $.space).orderBy('id'),
)

const lists = { page: pages, claim: claims, source: sources, question: questions }

/** The ids of all things of a kind in a space. */
export const allOfKind = async (tx: Tx, space: string, kind: keyof typeof lists): Promise<string[]> =>
  (await tx.all(lists[kind], { space })).map(({ id }) => id)
