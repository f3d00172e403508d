import { sql } from 'kysely'
import { folded } from '../ba/index.ts'
import { type Slots, statement, type Tx } from '../store/index.ts'

/** The characters of a page that are read for its first sentence. */
const BEGINNING = 800

type Q = Parameters<Parameters<typeof statement>[0]>[0]
const topics = (db: Q, $: Slots<{ space: string; areas: string[] }>) =>
  db
    .selectFrom('topic')
    .leftJoin('merged', (join) =>
      join.onRef('merged.space_id', '=', 'topic.space_id').onRef('merged.topic_id', '=', 'topic.id'),
    )
    .leftJoin('page', (join) =>
      join.onRef('page.space_id', '=', 'topic.space_id').onRef('page.topic_id', '=', 'topic.id'),
    )
    .select(['topic.id', 'topic.area_id', 'topic.slug', 'topic.title', 'topic.folded', 'page.summary'])
    .select(sql<string | null>`substr(page.html, 1, ${sql.lit(BEGINNING)})`.as('beginning'))
    .where('topic.space_id', '=', $.space)
    .where('topic.area_id', 'in', $.areas)
    .where('merged.leads_to', 'is', null)

type From = { space: string; areas: string[]; folded: string; id: string; most: number }
const after = statement((db, $: Slots<From>) =>
  topics(db, $)
    .select(sql<number>`0`.as('rank'))
    .where((eb) => eb(eb.refTuple('topic.folded', 'topic.id'), '>', eb.tuple($.folded, $.id)))
    .orderBy('topic.folded')
    .orderBy('topic.id')
    .limit($.most),
)

type Looked = { begins: string; one: string; two: string; three: string; rank: number }
const has = (part: string) => sql<boolean>`topic.folded like '%' || ${part} || '%' escape '\\'`
const wordBegins = (part: string) => sql`' ' || replace(topic.folded, '-', ' ') like '% ' || ${part} || '%' escape '\\'`

const fitting = statement((db, $: Slots<From & Looked>) => {
  const rank = sql<number>`case when topic.folded like ${$.begins} || '%' escape '\\' then 0
    when ${wordBegins($.one)} and ${wordBegins($.two)} and ${wordBegins($.three)} then 1 else 2 end`
  return topics(db, $)
    .select(rank.as('rank'))
    .where((eb) => eb.and([has($.one), has($.two), has($.three)]))
    .where(sql<boolean>`(${rank}, topic.folded, topic.id) > (${$.rank}, ${$.folded}, ${$.id})`)
    .orderBy(rank)
    .orderBy('topic.folded')
    .orderBy('topic.id')
    .limit($.most)
})

const open = statement((db, $: Slots<{ space: string; topics: string[] }>) =>
  db
    .selectFrom('question')
    .leftJoin('merged', (join) =>
      join.onRef('merged.space_id', '=', 'question.space_id').onRef('merged.topic_id', '=', 'question.topic_id'),
    )
    .select((eb) => [
      eb.fn.coalesce('merged.leads_to', 'question.topic_id').as('topic'),
      eb.fn.countAll<number>().as('count'),
    ])
    .where('question.space_id', '=', $.space)
    .where('question.shown_conversion', 'is', null)
    .where('question.answered_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('question.topic_id', 'in', $.topics),
        eb('question.topic_id', 'in', (of) =>
          of
            .selectFrom('merged as led')
            .select('led.topic_id')
            .where('led.space_id', '=', $.space)
            .where('led.leads_to', 'in', $.topics),
        ),
      ]),
    )
    .groupBy((eb) => eb.fn.coalesce('merged.leads_to', 'question.topic_id')),
)

/** A position in a list of topics: the rank of the match, the folded title, the id. */
type TopicPlace = { rank: number; folded: string; id: string }

/** Topics in these areas by title, with the beginning of each page. */
export const topicsFrom = (
  tx: Tx,
  space: string,
  areas: string[],
  { folded, id }: Omit<TopicPlace, 'rank'>,
  most: number,
) => tx.all(after, { space, areas, folded, id, most })

/**
 * Topics whose titles match the words: titles that begin with them first, then those with words
 * that do.
 */
export function topicsFitting(tx: Tx, space: string, areas: string[], words: string, from: TopicPlace, most: number) {
  const begins = folded(words).replace(/[\\%_]/g, '\\$&')
  const [one = '', two = '', three = ''] = begins.split(' ')
  return tx.all(fitting, { space, areas, begins, one, two, three, ...from, most })
}

/**
 * The number of open questions of each topic and those merged into it; topics without any are left
 * out.
 */
export const openQuestionsOn = async (tx: Tx, space: string, topics: string[]) =>
  new Map(
    topics.length ? (await tx.all(open, { space, topics })).map(({ topic, count }) => [topic, Number(count)]) : [],
  )
