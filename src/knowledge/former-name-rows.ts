import { folded } from '../ba/index.ts'
import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'
import { retitle } from './name-rows.ts'

const rename = statement((db, $: Slots<{ space: string; id: string; title: string; folded: string; slug: string }>) =>
  db
    .updateTable('topic')
    .set({ title: $.title, folded: $.folded, slug: $.slug })
    .where('space_id', '=', $.space)
    .where('id', '=', $.id),
)

const add = statement((db, $: Slots<Tables['former_name']>) =>
  db.insertInto('former_name').values({
    space_id: $.space_id,
    area_id: $.area_id,
    slug: $.slug,
    topic_id: $.topic_id,
    title: $.title,
    by_person: $.by_person,
    at: $.at,
  }),
)

const drop = statement((db, $: Slots<{ space: string; area: string; slug: string }>) =>
  db.deleteFrom('former_name').where('space_id', '=', $.space).where('area_id', '=', $.area).where('slug', '=', $.slug),
)

const at = statement((db, $: Slots<{ space: string; area: string; slug: string }>) =>
  db
    .selectFrom('former_name')
    .select(['topic_id', 'title'])
    .where('space_id', '=', $.space)
    .where('area_id', '=', $.area)
    .where('slug', '=', $.slug),
)

/** The topic that had a place before it was renamed, or undefined. */
export const formerNameOf = (tx: Tx, space: string, area: string, slug: string) => tx.first(at, { space, area, slug })

type Renamed = { space_id: string; topic_id: string; area_id: string; by_person: string; at: string }

/** Renames a topic; its former place keeps leading to it. */
export async function renameTopicRow(
  tx: Tx,
  { space_id, topic_id, area_id, by_person, at }: Renamed,
  was: { slug: string; title: string },
  is: { slug: string; title: string },
): Promise<void> {
  await tx.run(rename, { space: space_id, id: topic_id, ...is, folded: folded(is.title) })
  await retitle(tx, { space_id, topic_id, area_id }, was.title, is.title)
  if (was.slug === is.slug) return
  await tx.run(drop, { space: space_id, area: area_id, slug: is.slug })
  await tx.run(add, { space_id, area_id, topic_id, ...was, by_person, at })
}
