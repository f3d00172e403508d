import { sql } from 'kysely'
import { type Database, type Slots, statement, type Tx } from '../../store/index.ts'

type In = { space: string; areas: string[] }

const figures = (db: Database, $: Slots<In>) =>
  db.selectFrom('topic_figure as figure').where('figure.space_id', '=', $.space).where('figure.area_id', 'in', $.areas)

/** Query part: topics that were told about and never done. */
const untried = (db: Database, $: Slots<In>) =>
  figures(db, $).where('figure.externalisation_at', 'is not', null).where('figure.internalisation_at', 'is', null)

/** Query part: topics with confirmed claims and no page. */
const unwritten = (db: Database, $: Slots<In>) =>
  figures(db, $)
    .leftJoin('page', (join) =>
      join.onRef('page.space_id', '=', 'figure.space_id').onRef('page.topic_id', '=', 'figure.topic_id'),
    )
    .where('figure.externalisation_at', 'is not', null)
    // A combined topic has a page.
    .where('figure.combination_at', 'is', null)
    .where('page.topic_id', 'is', null)
    .where(
      sql<boolean>`exists (select 1 from claim where claim.space_id = figure.space_id
        and claim.confirmed_at is not null and claim.withdrawn_at is null and (claim.topic_id = figure.topic_id
          or claim.topic_id in (select topic_id from merged where merged.space_id = figure.space_id
            and merged.leads_to = figure.topic_id)))`,
    )

const now = sql<string>`coalesce(merged.leads_to, question.topic_id)`
/** Query part: questions that were neither answered nor shown. */
const unanswered = (db: Database, $: Slots<In>) =>
  db
    .selectFrom('question')
    .leftJoin('merged', (join) =>
      join.onRef('merged.space_id', '=', 'question.space_id').onRef('merged.topic_id', '=', 'question.topic_id'),
    )
    .where('question.space_id', '=', $.space)
    .where('question.area_id', 'in', $.areas)
    .where('question.answered_at', 'is', null)
    .where('question.shown_conversion', 'is', null)

const count = { how: sql<number>`count(*)`.as('count') }
const countRound = statement((db, $: Slots<In>) =>
  figures(db, $).select(count.how).where('figure.whorls', '>', sql.lit(0)),
)
const countUntried = statement((db, $: Slots<In>) => untried(db, $).select(count.how))
const countUnwritten = statement((db, $: Slots<In>) => unwritten(db, $).select(count.how))
const countUnanswered = statement((db, $: Slots<In>) =>
  unanswered(db, $).select(sql<number>`count(distinct ${now})`.as('count')),
)

const firstUntried = statement((db, $: Slots<In>) =>
  untried(db, $).select('figure.topic_id').orderBy('figure.entries', 'desc').orderBy('figure.topic_id').limit(1),
)
const firstUnwritten = statement((db, $: Slots<In>) =>
  unwritten(db, $).select('figure.topic_id').orderBy('figure.entries', 'desc').orderBy('figure.topic_id').limit(1),
)
const firstUnanswered = statement((db, $: Slots<In>) =>
  unanswered(db, $)
    .select([now.as('topic_id')])
    .orderBy('question.asked_at')
    .orderBy('question.id')
    .limit(1),
)

const turnedMost = statement((db, $: Slots<In & { most: number }>) =>
  figures(db, $)
    .select('figure.topic_id')
    .orderBy('figure.whorls', 'desc')
    .orderBy('figure.entries', 'desc')
    .orderBy('figure.topic_id', 'desc')
    .limit($.most),
)

type Place = { whorls: number; entries: number; id: string }
// Figures alone, since PostgreSQL reads and sorts all topics if they are joined.
const turnedFrom = statement((db, $: Slots<In & Place & { most: number }>) =>
  figures(db, $)
    .select(['figure.topic_id', 'figure.area_id', 'figure.whorls', 'figure.entries'])
    .where((eb) =>
      eb(eb.refTuple('figure.whorls', 'figure.entries', 'figure.topic_id'), '<', eb.tuple($.whorls, $.entries, $.id)),
    )
    .orderBy('figure.whorls', 'desc')
    .orderBy('figure.entries', 'desc')
    .orderBy('figure.topic_id', 'desc')
    .orderBy('figure.area_id', 'desc')
    .limit($.most),
)

const counts = {
  'asked-not-answered': { count: countUnanswered, first: firstUnanswered },
  'said-not-on-a-page': { count: countUnwritten, first: firstUnwritten },
  'words-not-tried': { count: countUntried, first: firstUntried },
} as const

/** The ways in which topics are stuck; among equal counts the first is named. */
export const stuckAt = ['asked-not-answered', 'said-not-on-a-page', 'words-not-tried'] as const

/** Counts the topics in these areas that are stuck in this way. */
export const countStuck = async (tx: Tx, space: string, areas: string[], at: keyof typeof counts) =>
  (await tx.first(counts[at].count, { space, areas }))?.count ?? 0

/** The topic to begin with: the one with most conversions, or with the oldest question. */
export const firstStuck = async (tx: Tx, space: string, areas: string[], at: keyof typeof counts) =>
  (await tx.first(counts[at].first, { space, areas }))?.topic_id

/** Counts the topics in these areas with a whorl. */
export const countRounds = async (tx: Tx, space: string, areas: string[]) =>
  (await tx.first(countRound, { space, areas }))?.count ?? 0

/**
 * A page of the figures in these areas, most whorls first, after a position; one row per topic and
 * area.
 */
export const figuresTurnedFrom = (tx: Tx, space: string, areas: string[], from: Place, most: number) =>
  tx.all(turnedFrom, { space, areas, ...from, most })

/** The topics in these areas with most whorls, then most conversions. */
export const topicsTurnedMost = async (tx: Tx, space: string, areas: string[], most: number) =>
  (await tx.all(turnedMost, { space, areas, most })).map(({ topic_id }) => topic_id)
