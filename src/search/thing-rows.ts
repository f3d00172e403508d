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

const fresh = statement((db, $: Slots<{ space: string }>) =>
  db
    .selectFrom('source')
    .leftJoin('search_document', (join) =>
      join
        .onRef('search_document.space_id', '=', 'source.space_id')
        .onRef('search_document.thing', '=', 'source.id')
        .on('search_document.kind', '=', 'source'),
    )
    .select('source.id')
    .where('source.space_id', '=', $.space)
    .where('source.kind', '=', 'file')
    .where('search_document.thing', 'is', null)
    .orderBy('source.id'),
)

const lists = { page: pages, claim: claims, source: sources, question: questions }

/** Everything of a kind that a space may have to find, by id. */
export const allOfKind = async (tx: Tx, space: string, kind: keyof typeof lists): Promise<string[]> =>
  (await tx.all(lists[kind], { space })).map(({ id }) => id)

/** The documents that were brought in and that the index does not hold, by id. */
export const filesNotIndexed = async (tx: Tx, space: string): Promise<string[]> =>
  (await tx.all(fresh, { space })).map(({ id }) => id)
