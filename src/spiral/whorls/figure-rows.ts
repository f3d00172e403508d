import { type Slots, statement, type Tables, type Tx } from '../../store/index.ts'
import type { Figure } from './figure.ts'

type TopicFigureRow = Tables['topic_figure']

const figures = (db: Parameters<Parameters<typeof statement>[0]>[0]) => db.selectFrom('topic_figure').selectAll()

const ofTopics = statement((db, $: Slots<{ space: string; topics: string[] }>) =>
  figures(db).where('space_id', '=', $.space).where('topic_id', 'in', $.topics).orderBy('topic_id').orderBy('area_id'),
)

const keep = statement((db, $: Slots<TopicFigureRow>) =>
  db
    .insertInto('topic_figure')
    .values({
      space_id: $.space_id,
      area_id: $.area_id,
      topic_id: $.topic_id,
      entries: $.entries,
      whorls: $.whorls,
      socialisation_at: $.socialisation_at,
      externalisation_at: $.externalisation_at,
      combination_at: $.combination_at,
      internalisation_at: $.internalisation_at,
    })
    .onConflict((conflict) =>
      conflict.columns(['space_id', 'topic_id', 'area_id']).doUpdateSet({
        entries: $.entries,
        whorls: $.whorls,
        socialisation_at: $.socialisation_at,
        externalisation_at: $.externalisation_at,
        combination_at: $.combination_at,
        internalisation_at: $.internalisation_at,
      }),
    ),
)

const drop = statement((db, $: Slots<{ space: string; topics: string[] }>) =>
  db.deleteFrom('topic_figure').where('space_id', '=', $.space).where('topic_id', 'in', $.topics),
)

const counted = statement((db, $: Slots<{ space: string }>) =>
  db.selectFrom('topic_figure').select('topic_id').distinct().where('space_id', '=', $.space).orderBy('topic_id'),
)

const recorded = statement((db, $: Slots<{ space: string }>) =>
  db.selectFrom('conversion_topic').select('topic_id').distinct().where('space_id', '=', $.space).orderBy('topic_id'),
)

/** The figures of these topics, one row an area. */
export const figuresOf = (tx: Tx, space: string, topics: string[]): Promise<TopicFigureRow[]> =>
  topics.length ? tx.all(ofTopics, { space, topics }) : Promise.resolve([])

/** Replaces the figures of a topic in an area. */
export const keepFigure = (tx: Tx, space: string, area: string, topic: string, figure: Figure) =>
  tx.run(keep, { ...figure, space_id: space, area_id: area, topic_id: topic })

/** Deletes the figures of these topics. */
export const dropFigures = (tx: Tx, space: string, topics: string[]) => tx.run(drop, { space, topics })

/** The topics that have figures. */
export const topicsCounted = async (tx: Tx, space: string) =>
  (await tx.all(counted, { space })).map(({ topic_id }) => topic_id)

/** The topics that conversions are about. */
export const topicsRecorded = async (tx: Tx, space: string) =>
  (await tx.all(recorded, { space })).map(({ topic_id }) => topic_id)
