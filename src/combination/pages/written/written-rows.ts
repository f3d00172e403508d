import { type Slots, statement, type Tables, type Tx } from '../../../store/index.ts'

type WrittenPageRow = Tables['written_page']

const of = statement((db, $: Slots<{ space: string; topic: string }>) =>
  db
    .selectFrom('written_page')
    .leftJoin('person', 'person.id', 'written_page.taken_over_by')
    .selectAll('written_page')
    .select('person.name as takenOverName')
    .where('space_id', '=', $.space)
    .where('topic_id', '=', $.topic),
)

type Failed = { space: string; areas: string[]; at: string; topic: string; most: number }
const failed = statement((db, $: Slots<Failed>) =>
  db
    .selectFrom('written_page')
    .select(['topic_id', 'fault', 'fault_at'])
    .where('space_id', '=', $.space)
    .where('area_id', 'in', $.areas)
    .where('fault', 'is not', null)
    .where((eb) => eb(eb.refTuple('fault_at', 'topic_id'), '<', eb.tuple($.at, $.topic)))
    .orderBy('fault_at', 'desc')
    .orderBy('topic_id', 'desc')
    .limit($.most),
)

const drop = statement((db, $: Slots<{ space: string; topic: string }>) =>
  db.deleteFrom('written_page').where('space_id', '=', $.space).where('topic_id', '=', $.topic),
)

const add = statement((db, $: Slots<WrittenPageRow>) =>
  db.insertInto('written_page').values({
    space_id: $.space_id,
    topic_id: $.topic_id,
    area_id: $.area_id,
    seen: $.seen,
    draft: $.draft,
    model: $.model,
    written_at: $.written_at,
    fault: $.fault,
    fault_at: $.fault_at,
    taken_over_by: $.taken_over_by,
    taken_over_at: $.taken_over_at,
  }),
)

/** A model's draft of a topic's page or its failure, and who took it over. */
export type Writing = WrittenPageRow & { takenOverName: string | null }

/** The model's draft of a topic's page, if one was ever requested. */
export const writingOf = (tx: Tx, space: string, topic: string): Promise<Writing | undefined> =>
  tx.first(of, { space, topic })

/** A page of the topics of these areas whose last request to a model failed, latest first. */
export const unwrittenBefore = (tx: Tx, given: Failed) => tx.all(failed, given)

/** Deletes the model's draft of a topic's page. */
export const dropWriting = (tx: Tx, space: string, topic: string) => tx.run(drop, { space, topic })

/** Replaces the model's draft of a topic's page. */
export async function keepWriting(tx: Tx, row: WrittenPageRow): Promise<void> {
  await dropWriting(tx, row.space_id, row.topic_id)
  await tx.run(add, row)
}

/**
 * Records who takes over a model's page; returns false if there is no draft, or it was taken over
 * before.
 */
export async function takeOver(tx: Tx, space: string, topic: string, by: string, at: string): Promise<boolean> {
  const writing = await writingOf(tx, space, topic)
  if (!writing?.draft || writing.taken_over_at) return false
  const { takenOverName: _, ...row } = writing
  await keepWriting(tx, { ...row, fault: null, fault_at: null, taken_over_by: by, taken_over_at: at })
  return true
}
