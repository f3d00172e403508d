import { addNames } from '../../knowledge/index.ts'
import { type Slots, statement, type Tables, type Tx } from '../../store/index.ts'
import { nameOfFile } from '../../text/index.ts'

type Brought = Tables['brought_page']
type Place = Pick<Brought, 'space_id' | 'area_id' | 'brought_from' | 'path'>

const byPath = statement((db, $: Slots<Place>) =>
  db
    .selectFrom('brought_page')
    .leftJoin('page_version', (join) =>
      join
        .onRef('page_version.space_id', '=', 'brought_page.space_id')
        .onRef('page_version.topic_id', '=', 'brought_page.topic_id')
        .onRef('page_version.version', '=', 'brought_page.version'),
    )
    .select(['brought_page.topic_id', 'page_version.markdown'])
    .where('brought_page.space_id', '=', $.space_id)
    .where('brought_page.area_id', '=', $.area_id)
    .where('brought_page.brought_from', '=', $.brought_from)
    .where('brought_page.path', '=', $.path),
)

const ofTopic = statement((db, $: Slots<{ space: string; topic: string; from: string }>) =>
  db
    .selectFrom('brought_page')
    .select('path')
    .where('space_id', '=', $.space)
    .where('topic_id', '=', $.topic)
    .where('brought_from', '=', $.from)
    .orderBy('path'),
)

const ofPage = statement((db, $: Slots<{ space: string; topic: string }>) =>
  db
    .selectFrom('brought_page')
    .select(['brought_from', 'path'])
    .where('space_id', '=', $.space)
    .where('topic_id', '=', $.topic)
    .orderBy('brought_from')
    .orderBy('path'),
)

const ofTopics = statement((db, $: Slots<{ space: string; topics: string[] }>) =>
  db
    .selectFrom('brought_page')
    .select(['topic_id', 'path'])
    .where('space_id', '=', $.space)
    .where('topic_id', 'in', $.topics)
    .orderBy('topic_id')
    .orderBy('path'),
)

const atPaths = statement((db, $: Slots<{ space: string; area: string; from: string; paths: string[] }>) =>
  db
    .selectFrom('brought_page')
    .leftJoin('merged', (join) =>
      join
        .onRef('merged.space_id', '=', 'brought_page.space_id')
        .onRef('merged.topic_id', '=', 'brought_page.topic_id'),
    )
    .select(['brought_page.path', 'brought_page.topic_id'])
    .where('brought_page.space_id', '=', $.space)
    .where('brought_page.area_id', '=', $.area)
    .where('brought_page.brought_from', '=', $.from)
    .where('brought_page.path', 'in', $.paths)
    .where('merged.leads_to', 'is', null),
)

const keep = statement((db, $: Slots<Brought>) =>
  db
    .insertInto('brought_page')
    .values({
      space_id: $.space_id,
      area_id: $.area_id,
      brought_from: $.brought_from,
      path: $.path,
      topic_id: $.topic_id,
      version: $.version,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['space_id', 'area_id', 'brought_from', 'path'])
        .doUpdateSet({ topic_id: $.topic_id, version: $.version }),
    ),
)

/** Finds the page that an imported file became, with its text at that time. */
export const broughtAs = (tx: Tx, place: Place) => tx.first(byPath, place)

/** Lists the files of one origin that became a topic's page. */
export const filesOfTopic = (tx: Tx, space: string, topic: string, from: string) =>
  tx.all(ofTopic, { space, topic, from })

/** Lists all files that became a topic's page, with their origins. */
export const filesBrought = (tx: Tx, space: string, topic: string) => tx.all(ofPage, { space, topic })

/** Lists the files that became the pages of these topics. */
export const filesOfTopics = async (tx: Tx, space: string, topics: string[]) =>
  topics.length > 0 ? tx.all(ofTopics, { space, topics }) : []

/** Finds the topics that files of one origin became, by path. */
export const broughtAt = (tx: Tx, files: { space: string; area: string; from: string; paths: string[] }) =>
  tx.all(atPaths, files)

/**
 * Stores which page a file became, and the version in which both were equal; the topic is called by
 * the file's name as well.
 */
export async function keepBrought(tx: Tx, row: Brought): Promise<void> {
  await tx.run(keep, row)
  await addNames(tx, row, 'file', [nameOfFile(row.path)])
}
