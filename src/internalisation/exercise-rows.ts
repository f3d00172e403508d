import { sql } from 'kysely'
import { sameTopic } from '../knowledge/index.ts'
import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

type ExerciseRow = Tables['exercise']

const add = statement((db, $: Slots<ExerciseRow>) =>
  db.insertInto('exercise').values({
    space_id: $.space_id,
    id: $.id,
    area_id: $.area_id,
    topic_id: $.topic_id,
    claim_id: $.claim_id,
    claim_version: $.claim_version,
    prompt: $.prompt,
    gap: $.gap,
    made_at: $.made_at,
    rested_at: $.rested_at,
    rested_why: $.rested_why,
  }),
)

const ofClaim = statement((db, $: Slots<{ space: string; claim: string }>) =>
  db.selectFrom('exercise').selectAll().where('space_id', '=', $.space).where('claim_id', '=', $.claim),
)

const byId = statement((db, $: Slots<{ space: string; id: string }>) =>
  db.selectFrom('exercise').selectAll().where('space_id', '=', $.space).where('id', '=', $.id),
)

const change = statement((db, $: Slots<Pick<ExerciseRow, 'space_id' | 'id' | 'claim_version' | 'prompt' | 'gap'>>) =>
  db
    .updateTable('exercise')
    .set({ claim_version: $.claim_version, prompt: $.prompt, gap: $.gap, rested_at: null, rested_why: null })
    .where('space_id', '=', $.space_id)
    .where('id', '=', $.id),
)

const rest = statement((db, $: Slots<{ space: string; claim: string; now: string; why: string }>) =>
  db
    .updateTable('exercise')
    .set({ rested_at: $.now, rested_why: $.why })
    .where('space_id', '=', $.space)
    .where('claim_id', '=', $.claim)
    .where('rested_at', 'is', null),
)

type Q = Parameters<Parameters<typeof statement>[0]>[0]
type ForPerson = Slots<{ space: string; person: string; areas: string[] }>
const mayTake = (db: Q, $: ForPerson) =>
  db
    .selectFrom('exercise')
    .innerJoin('claim', (join) =>
      join.onRef('claim.space_id', '=', 'exercise.space_id').onRef('claim.id', '=', 'exercise.claim_id'),
    )
    .innerJoin('source', (join) =>
      join.onRef('source.space_id', '=', 'claim.space_id').onRef('source.id', '=', 'claim.source_id'),
    )
    .leftJoin('person', 'person.id', 'claim.speaker_id')
    .leftJoin('community', (join) =>
      join.onRef('community.space_id', '=', 'claim.space_id').onRef('community.id', '=', 'claim.group_id'),
    )
    .leftJoin('card', (join) =>
      join
        .onRef('card.space_id', '=', 'exercise.space_id')
        .onRef('card.exercise_id', '=', 'exercise.id')
        .on('card.person_id', '=', $.person),
    )
    // Of a released line and its copy, the one that the person has begun, else the open one.
    .leftJoin('release_line as gone', (join) =>
      join.onRef('gone.space_id', '=', 'claim.space_id').onRef('gone.claim_id', '=', 'claim.id'),
    )
    .leftJoin('claim as opened', (join) =>
      join
        .onRef('opened.space_id', '=', 'gone.space_id')
        .onRef('opened.id', '=', 'gone.open_claim_id')
        .on('opened.withdrawn_at', 'is', null),
    )
    .leftJoin('release_line as came', (join) =>
      join.onRef('came.space_id', '=', 'claim.space_id').onRef('came.open_claim_id', '=', 'claim.id'),
    )
    .leftJoin('exercise as before', (join) =>
      join
        .onRef('before.space_id', '=', 'came.space_id')
        .onRef('before.claim_id', '=', 'came.claim_id')
        .on('before.rested_at', 'is', null),
    )
    .leftJoin('card as begun', (join) =>
      join
        .onRef('begun.space_id', '=', 'before.space_id')
        .onRef('begun.exercise_id', '=', 'before.id')
        .on('begun.person_id', '=', $.person),
    )
    .select(['exercise.id', 'claim.topic_id', 'exercise.prompt', 'claim.holds_when', 'card.due_at'])
    .select(['claim.speaker_id', 'person.name as speakerName', 'claim.group_id', 'community.name as groupName'])
    .select(['claim.source_id', 'source.name as sourceName', 'source.title as sourceTitle'])
    .where('exercise.space_id', '=', $.space)
    .where('exercise.area_id', 'in', $.areas)
    .where('exercise.rested_at', 'is', null)
    .where('card.rested_at', 'is', null)
    .where((eb) => eb.or([eb('opened.id', 'is', null), eb('card.exercise_id', 'is not', null)]))
    .where('begun.exercise_id', 'is', null)
    // One need not recall one's own statements.
    .where((eb) => eb.or([eb('claim.speaker_id', 'is', null), eb('claim.speaker_id', '!=', $.person)]))
    .where('claim.withdrawn_at', 'is', null)

type From = { rank: number; at: string; id: string }
/** Due exercises first, then new ones, then later ones. */
const after = (db: Q, $: ForPerson & Slots<From & { now: string; most: number }>) => {
  const rank = sql<number>`case when card.due_at <= ${$.now} then 0 when card.due_at is null then 1 else 2 end`
  return mayTake(db, $)
    .select(['exercise.made_at', rank.as('rank')])
    .where(sql<boolean>`(${rank}, exercise.made_at, exercise.id) > (${$.rank}, ${$.at}, ${$.id})`)
    .orderBy(rank)
    .orderBy('exercise.made_at')
    .orderBy('exercise.id')
    .limit($.most)
}

const afterOfAll = statement((db, $: ForPerson & Slots<From & { now: string; most: number }>) => after(db, $))

const afterOfTopic = statement((db, $: ForPerson & Slots<From & { now: string; most: number; topic: string }>) =>
  after(db, $).where('claim.topic_id', 'in', sameTopic($)),
)

type AtOnce = { space: string; person: string; areas: string[]; now: string }

/** The cards that a person has begun and may take on with. */
const begunBy = (db: Q, $: Slots<Omit<AtOnce, 'now'>>) =>
  db
    .selectFrom('card')
    .innerJoin('exercise', (join) =>
      join.onRef('exercise.space_id', '=', 'card.space_id').onRef('exercise.id', '=', 'card.exercise_id'),
    )
    .innerJoin('claim', (join) =>
      join.onRef('claim.space_id', '=', 'exercise.space_id').onRef('claim.id', '=', 'exercise.claim_id'),
    )
    // Of a released line and its copy, the one that the person has begun.
    .leftJoin('release_line as came', (join) =>
      join.onRef('came.space_id', '=', 'claim.space_id').onRef('came.open_claim_id', '=', 'claim.id'),
    )
    .leftJoin('exercise as before', (join) =>
      join
        .onRef('before.space_id', '=', 'came.space_id')
        .onRef('before.claim_id', '=', 'came.claim_id')
        .on('before.rested_at', 'is', null),
    )
    .leftJoin('card as begun', (join) =>
      join
        .onRef('begun.space_id', '=', 'before.space_id')
        .onRef('begun.exercise_id', '=', 'before.id')
        .on('begun.person_id', '=', $.person),
    )
    .where('card.space_id', '=', $.space)
    .where('card.person_id', '=', $.person)
    .where('card.rested_at', 'is', null)
    .where('exercise.area_id', 'in', $.areas)
    .where('exercise.rested_at', 'is', null)
    .where('begun.exercise_id', 'is', null)
    .where((eb) => eb.or([eb('claim.speaker_id', 'is', null), eb('claim.speaker_id', '!=', $.person)]))
    .where('claim.withdrawn_at', 'is', null)

const dueFor = statement((db, $: Slots<AtOnce>) =>
  begunBy(db, $)
    .select(['exercise.id', 'claim.topic_id', 'exercise.prompt', 'exercise.made_at'])
    .where('card.due_at', '<=', $.now)
    .orderBy('card.due_at')
    .orderBy('card.exercise_id')
    .limit(100),
)

const nextFor = statement((db, $: Slots<AtOnce>) =>
  begunBy(db, $).select('card.due_at').where('card.due_at', '>', $.now).orderBy('card.due_at').limit(1),
)

/** Adds an exercise. */
export const addExercise = (tx: Tx, row: ExerciseRow) => tx.run(add, row)

/** The exercises of a claim. */
export const exercisesOf = (tx: Tx, space: string, claim: string) => tx.all(ofClaim, { space, claim })

/** An exercise by its id. */
export const exerciseById = (tx: Tx, space: string, id: string) => tx.first(byId, { space, id })

/** Changes the words of a claim's exercise. */
export const changeExercise = (
  tx: Tx,
  row: Pick<ExerciseRow, 'space_id' | 'id' | 'claim_version' | 'prompt' | 'gap'>,
) => tx.run(change, row)

/** Puts a claim's exercises to rest, for everybody. */
export const restExercisesOf = (tx: Tx, space: string, claim: string, now: string, why: string) =>
  tx.run(rest, { space, claim, now, why })

/**
 * The exercises that a person may take, of one topic or all, each with its due time for them (null:
 * never taken): due ones first, then new ones, after a position, up to a limit.
 */
export const exercisesFrom = (
  tx: Tx,
  of: { space: string; person: string; areas: string[]; now: string; topic: string | undefined },
  from: From,
  most: number,
) => {
  const { topic, ...asked } = of
  return topic === undefined
    ? tx.all(afterOfAll, { ...asked, ...from, most })
    : tx.all(afterOfTopic, { ...asked, topic, ...from, most })
}
/**
 * The exercises due for a person: the hundred longest due, in the order in which they were made.
 */
export const exercisesDue = async (tx: Tx, space: string, person: string, areas: string[], now: string) =>
  (await tx.all(dueFor, { space, person, areas, now })).sort((a, b) =>
    a.made_at < b.made_at || (a.made_at === b.made_at && a.id < b.id) ? -1 : 1,
  )

/** When the next of the exercises that a person has begun will be due. */
export const nextDue = async (tx: Tx, space: string, person: string, areas: string[], now: string) =>
  (await tx.first(nextFor, { space, person, areas, now }))?.due_at
