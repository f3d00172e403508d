import { type Slots, statement, type Tx } from '../store/index.ts'

const columns = ['version', 'markdown', 'made_at', 'came_from', 'person.id as by', 'person.name as byName'] as const

const before = statement((db, $: Slots<{ space: string; topic: string; before: number; most: number }>) =>
  db
    .selectFrom('page_version')
    .leftJoin('person', 'person.id', 'page_version.made_by')
    .select(columns)
    .where('space_id', '=', $.space)
    .where('topic_id', '=', $.topic)
    .where('version', '<', $.before)
    .orderBy('version', 'desc')
    .limit($.most),
)

const one = statement((db, $: Slots<{ space: string; topic: string; version: number }>) =>
  db
    .selectFrom('page_version')
    .leftJoin('person', 'person.id', 'page_version.made_by')
    .select(columns)
    .where('space_id', '=', $.space)
    .where('topic_id', '=', $.topic)
    .where('version', '=', $.version),
)

/**
 * The versions of a page before this one, newest first, each with its author; none for compiled
 * ones.
 */
export const versionsBefore = (tx: Tx, space: string, topic: string, version: number, most: number) =>
  tx.all(before, { space, topic, before: version, most })

/** One version of a page. */
export const versionOf = (tx: Tx, space: string, topic: string, version: number) =>
  tx.first(one, { space, topic, version })
