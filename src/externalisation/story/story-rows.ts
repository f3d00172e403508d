import { type Slots, statement, type Tables, type Tx } from '../../store/index.ts'

/** A story as stored. */
export type StoryRow = Tables['story']
type Telling = Tables['telling']

const byId = statement((db, $: Slots<{ space: string; id: string }>) =>
  db.selectFrom('story').selectAll().where('space_id', '=', $.space).where('id', '=', $.id),
)

const openOf = statement((db, $: Slots<{ space: string; teller: string }>) =>
  db
    .selectFrom('story')
    .selectAll()
    .where('space_id', '=', $.space)
    .where('teller', '=', $.teller)
    .where('finished_at', 'is', null)
    .orderBy('begun_at', 'desc')
    .orderBy('id', 'desc'),
)

const openFrom = statement(
  (db, $: Slots<{ space: string; teller: string; areas: string[]; at: string; id: string; most: number }>) =>
    db
      .selectFrom('story')
      .selectAll()
      .where('space_id', '=', $.space)
      .where('teller', '=', $.teller)
      .where('area_id', 'in', $.areas)
      .where('finished_at', 'is', null)
      .where((eb) => eb(eb.refTuple('begun_at', 'id'), '<', eb.tuple($.at, $.id)))
      .orderBy('begun_at', 'desc')
      .orderBy('id', 'desc')
      .limit($.most),
)

const add = statement((db, $: Slots<StoryRow>) =>
  db.insertInto('story').values({
    space_id: $.space_id,
    id: $.id,
    area_id: $.area_id,
    topic_id: $.topic_id,
    teller: $.teller,
    version: $.version,
    timeline: $.timeline,
    retold: $.retold,
    decision: $.decision,
    source_id: $.source_id,
    begun_at: $.begun_at,
    told_at: $.told_at,
    retold_at: $.retold_at,
    corrected_at: $.corrected_at,
    finished_at: $.finished_at,
  }),
)

type State = Omit<StoryRow, 'space_id' | 'id' | 'area_id' | 'topic_id' | 'teller' | 'begun_at'>
const keep = statement((db, $: Slots<State & { space: string; id: string; read: number }>) =>
  db
    .updateTable('story')
    .set({
      version: $.version,
      timeline: $.timeline,
      retold: $.retold,
      decision: $.decision,
      source_id: $.source_id,
      told_at: $.told_at,
      retold_at: $.retold_at,
      corrected_at: $.corrected_at,
      finished_at: $.finished_at,
    })
    .where('space_id', '=', $.space)
    .where('id', '=', $.id)
    .where('version', '=', $.read),
)

const tellings = statement((db, $: Slots<{ space: string; story: string }>) =>
  db.selectFrom('telling').selectAll().where('space_id', '=', $.space).where('story_id', '=', $.story).orderBy('n'),
)

const say = statement((db, $: Slots<Telling>) =>
  db.insertInto('telling').values({
    space_id: $.space_id,
    story_id: $.story_id,
    n: $.n,
    probe: $.probe,
    how: $.how,
    words: $.words,
    at: $.at,
  }),
)

const unsay = statement((db, $: Slots<{ space: string; story: string }>) =>
  db.deleteFrom('telling').where('space_id', '=', $.space).where('story_id', '=', $.story),
)

const drop = statement((db, $: Slots<{ space: string; id: string }>) =>
  db.deleteFrom('story').where('space_id', '=', $.space).where('id', '=', $.id),
)

/** A story by its id. */
export const storyById = (tx: Tx, space: string, id: string): Promise<StoryRow | undefined> =>
  tx.first(byId, { space, id })

/** A person's unfinished stories, newest first. */
export const openStoriesOf = (tx: Tx, space: string, teller: string): Promise<StoryRow[]> =>
  tx.all(openOf, { space, teller })

/** The same in these areas, after a position, up to a limit. */
export const openStoriesFrom = (
  tx: Tx,
  space: string,
  teller: string,
  areas: string[],
  { at, id }: { at: string; id: string },
  most: number,
): Promise<StoryRow[]> => tx.all(openFrom, { space, teller, areas, at, id, most })

/** Adds a story. */
export const addStory = (tx: Tx, row: StoryRow) => tx.run(add, row)

/**
 * Saves changes over the version that was read, and raises it; returns 0 if there is a newer one.
 */
export const keepStory = (tx: Tx, story: StoryRow, changed: Partial<State>) => {
  const { version: read, space_id: space, ...row } = story
  return tx.run(keep, { ...row, ...changed, version: read + 1, space, read })
}

/** All tellings of a story, in order. */
export const tellingsOf = (tx: Tx, space: string, story: string): Promise<Telling[]> =>
  tx.all(tellings, { space, story })

/** Adds a telling, word for word with its time; it is never changed. */
export const addTelling = (tx: Tx, row: Telling) => tx.run(say, row)

/** Deletes a story and all its tellings. */
export async function dropStoryRows(tx: Tx, space: string, id: string): Promise<void> {
  await tx.run(unsay, { space, story: id })
  await tx.run(drop, { space, id })
}
