import { type Slots, statement, type Tx } from '../store/index.ts'
import { sameTopic } from './merged-rows.ts'
import { withVoice } from './voice.ts'

type Q = Parameters<Parameters<typeof statement>[0]>[0]
type Before = { space: string; areas: string[]; at: string; id: string; most: number }
const before = (db: Q, $: Slots<Before>) =>
  db
    .selectFrom('question')
    .innerJoin('person', 'person.id', 'question.asked_by')
    .selectAll('question')
    .select('person.name as askedByName')
    .where('question.space_id', '=', $.space)
    .where('question.area_id', 'in', $.areas)
    .where((eb) => eb(eb.refTuple('question.asked_at', 'question.id'), '<', eb.tuple($.at, $.id)))
    .orderBy('question.asked_at', 'desc')
    .orderBy('question.id', 'desc')
    .limit($.most)

const ofAll = statement((db, $: Slots<Before>) => before(db, $))

const ofTopic = statement((db, $: Slots<Before & { topic: string }>) =>
  before(db, $).where('question.topic_id', 'in', sameTopic($)),
)

const answers = statement((db, $: Slots<{ space: string; questions: string[] }>) =>
  db
    .selectFrom('source')
    .leftJoin('person', 'person.id', 'source.speaker_id')
    .leftJoin('community', (join) =>
      join.onRef('community.space_id', '=', 'source.space_id').onRef('community.id', '=', 'source.group_id'),
    )
    .innerJoin('claim', (join) =>
      join.onRef('claim.space_id', '=', 'source.space_id').onRef('claim.source_id', '=', 'source.id'),
    )
    .select(['source.id', 'source.name', 'source.title', 'source.question_id'])
    .select(['source.speaker_id', 'source.group_id', 'person.name as speakerName', 'community.name as groupName'])
    .select((eb) => eb.fn.min<string>('claim.confirmed_at').as('at'))
    .where('source.space_id', '=', $.space)
    .where('source.question_id', 'in', $.questions)
    .where('claim.confirmed_at', 'is not', null)
    .where('claim.withdrawn_at', 'is', null)
    .groupBy(['source.id', 'source.name', 'source.title', 'source.question_id'])
    .groupBy(['source.speaker_id', 'source.group_id', 'person.name', 'community.name'])
    .orderBy('source.id'),
)

/**
 * The questions in these areas, of one topic or all, newest first, after a position, up to a limit.
 */
export const questionsFrom = (
  tx: Tx,
  of: { space: string; areas: string[]; topic: string | undefined },
  { at, id }: { at: string; id: string },
  most: number,
) => {
  const { space, areas, topic } = of
  return topic === undefined
    ? tx.all(ofAll, { space, areas, at, id, most })
    : tx.all(ofTopic, { space, areas, topic, at, id, most })
}

/** The answers to these questions that have at least one confirmed line. */
export const answersTo = async (tx: Tx, space: string, questions: string[]) =>
  questions.length ? (await tx.all(answers, { space, questions })).map(withVoice) : []
