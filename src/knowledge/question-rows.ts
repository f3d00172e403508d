import { type ExpressionBuilder, sql } from 'kysely'
import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'
import { withVoice } from './voice.ts'

const byId = statement((db, $: Slots<{ space: string; id: string }>) =>
  db
    .selectFrom('question')
    .innerJoin('person', 'person.id', 'question.asked_by')
    .selectAll('question')
    .select('person.name as askedByName')
    .where('question.space_id', '=', $.space)
    .where('question.id', '=', $.id),
)

const inAreas = statement((db, $: Slots<{ space: string; areas: string[] }>) =>
  db
    .selectFrom('question')
    .innerJoin('person', 'person.id', 'question.asked_by')
    .selectAll('question')
    .select('person.name as askedByName')
    .where('question.space_id', '=', $.space)
    .where('question.area_id', 'in', $.areas)
    .orderBy('question.asked_at', 'desc')
    .orderBy('question.id', 'desc'),
)

type NewQuestion = Omit<Tables['question'], 'answered_at'>
const add = statement((db, $: Slots<NewQuestion>) =>
  db.insertInto('question').values({
    space_id: $.space_id,
    id: $.id,
    area_id: $.area_id,
    topic_id: $.topic_id,
    words: $.words,
    asked_by: $.asked_by,
    asked_at: $.asked_at,
    shown_conversion: $.shown_conversion,
    told_conversion: $.told_conversion,
    asked_as: $.asked_as,
  }),
)

const setAnswered = statement((db, $: Slots<{ space: string; claim: string }>) =>
  db
    .updateTable('question')
    .set({
      answered_at: sql<string | null>`(
        select min(claim.confirmed_at) from source
        join claim on claim.space_id = source.space_id and claim.source_id = source.id
        where source.space_id = question.space_id and source.question_id = question.id
          and claim.confirmed_at is not null and claim.withdrawn_at is null)`,
    })
    .where('space_id', '=', $.space)
    .where('id', '=', (eb) =>
      eb
        .selectFrom('claim')
        .innerJoin('source', (join) =>
          join.onRef('source.space_id', '=', 'claim.space_id').onRef('source.id', '=', 'claim.source_id'),
        )
        .select('source.question_id')
        .where('claim.space_id', '=', $.space)
        .where('claim.id', '=', $.claim),
    ),
)

const gaps = statement((db, $: Slots<{ space: string; areas: string[]; me: string }>) =>
  db
    .selectFrom('question')
    .selectAll()
    .where('space_id', '=', $.space)
    .where('area_id', 'in', $.areas)
    .where('answered_at', 'is', null)
    .where('asked_as', 'is not', null)
    .where('asked_by', '!=', $.me)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('dismissal')
            .select('thing')
            .whereRef('dismissal.space_id', '=', 'question.space_id')
            .where('dismissal.person_id', '=', $.me)
            .whereRef('dismissal.thing', '=', 'question.id'),
        ),
      ),
    )
    .orderBy('asked_at')
    .orderBy('id')
    .limit(50),
)

const askedBy = statement((db, $: Slots<{ space: string; me: string }>) =>
  db
    .selectFrom('question')
    .select('id')
    .where('space_id', '=', $.space)
    .where('asked_by', '=', $.me)
    .where('answered_at', 'is not', null)
    .orderBy('answered_at', 'desc')
    .limit(200),
)

const wonderedBy = statement((db, $: Slots<{ space: string; me: string }>) =>
  db
    .selectFrom('wondering')
    .select('question_id as id')
    .where('space_id', '=', $.space)
    .where('person_id', '=', $.me)
    .orderBy('at', 'desc')
    .limit(200),
)

/** The time since when a line of an answer stands. */
const answeredAt = (eb: ExpressionBuilder<Tables, 'source'>) =>
  eb
    .selectFrom('claim')
    .select((claim) => claim.fn.min<string>('claim.confirmed_at').as('at'))
    .whereRef('claim.space_id', '=', 'source.space_id')
    .whereRef('claim.source_id', '=', 'source.id')
    .where('claim.confirmed_at', 'is not', null)
    .where('claim.withdrawn_at', 'is', null)

// Without grouping or order, and with cross joins, SQLite starts from the few questions and scans
// no whole table.
const answersFor = statement((db, $: Slots<{ space: string; areas: string[]; me: string; ids: string[] }>) =>
  db
    .selectFrom('question')
    .crossJoin('source')
    .leftJoin('person', 'person.id', 'source.speaker_id')
    .leftJoin('community', (join) =>
      join.onRef('community.space_id', '=', 'source.space_id').onRef('community.id', '=', 'source.group_id'),
    )
    .select(['source.id', 'question.id as question', 'question.words', 'question.topic_id', 'question.asked_by'])
    .select(['source.name', 'source.title', 'source.speaker_id', 'source.group_id'])
    .select(['person.name as speakerName', 'community.name as groupName'])
    .select((eb) => answeredAt(eb).as('at'))
    .whereRef('source.space_id', '=', 'question.space_id')
    .whereRef('source.question_id', '=', 'question.id')
    .where('question.space_id', '=', $.space)
    .where('question.area_id', 'in', $.areas)
    .where('question.answered_at', 'is not', null)
    .where('question.id', 'in', $.ids)
    .where((eb) => eb.or([eb('source.speaker_id', 'is', null), eb('source.speaker_id', '!=', $.me)]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('dismissal')
            .select('thing')
            .whereRef('dismissal.space_id', '=', 'source.space_id')
            .where('dismissal.person_id', '=', $.me)
            .whereRef('dismissal.thing', '=', 'source.id'),
        ),
      ),
    ),
)

/** The most answers waiting at once. */
const UNREAD = 20

const setShown = statement((db, $: Slots<{ space: string; id: string; conversion: string }>) =>
  db
    .updateTable('question')
    .set({ shown_conversion: $.conversion })
    .where('space_id', '=', $.space)
    .where('id', '=', $.id),
)

const setNotShown = statement((db, $: Slots<{ space: string; id: string; conversion: string }>) =>
  db
    .updateTable('question')
    .set({ shown_conversion: null })
    .where('space_id', '=', $.space)
    .where('id', '=', $.id)
    .where('shown_conversion', '=', $.conversion),
)

const setTold = statement((db, $: Slots<{ space: string; id: string; conversion: string }>) =>
  db
    .updateTable('question')
    .set({ told_conversion: $.conversion })
    .where('space_id', '=', $.space)
    .where('id', '=', $.id),
)

/** A question by its id, with its asker's name. */
export const questionById = (tx: Tx, space: string, id: string) => tx.first(byId, { space, id })

/** The questions in these areas, newest first. */
export const questionsIn = (tx: Tx, space: string, areas: string[]) => tx.all(inAreas, { space, areas })

/**
 * Open questions by others in these areas that were asked anonymously and not dismissed, oldest
 * first.
 */
export const gapsFor = (tx: Tx, space: string, areas: string[], me: string) => tx.all(gaps, { space, areas, me })

/**
 * Answers by others to questions that a person asked or joined, and has not dismissed, oldest
 * first.
 */
export async function unreadAnswersFor(tx: Tx, space: string, areas: string[], me: string) {
  const asked = [...(await tx.all(askedBy, { space, me })), ...(await tx.all(wonderedBy, { space, me }))]
  const ids = [...new Set(asked.map(({ id }) => id))]
  if (ids.length === 0) return []
  const answers = (await tx.all(answersFor, { space, areas, me, ids })).flatMap(({ at, ...answer }) =>
    at === null ? [] : { ...answer, at },
  )
  return answers
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, UNREAD)
    .map(withVoice)
}

/** Records the conversion of showing somebody what this question asks. */
export const questionShown = (tx: Tx, space: string, id: string, conversion: string) =>
  tx.run(setShown, { space, id, conversion })

/** Removes a conversion of showing from its question; returns whether it was there. */
export const questionNotShown = async (tx: Tx, space: string, id: string, conversion: string) =>
  (await tx.run(setNotShown, { space, id, conversion })) > 0

/** Records the conversion of putting an answer to this question into words. */
export const questionTold = (tx: Tx, space: string, id: string, conversion: string) =>
  tx.run(setTold, { space, id, conversion })

/** Adds a question. */
export const addQuestion = (tx: Tx, row: NewQuestion) => tx.run(add, row)

/** Updates since when the question of a claim, if any, has a standing answer. */
export const noteAnswered = (tx: Tx, space: string, claim: string) => tx.run(setAnswered, { space, claim })
