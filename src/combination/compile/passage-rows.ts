import { type Database, type Slots, statement, type Tables, type Tx } from '../../store/index.ts'
import type { How, Spoken } from '../compose/index.ts'

const named = statement(
  (db, $: Slots<{ space: string; areas: string[]; names: string[]; how: string[]; most: number }>) =>
    db
      .selectFrom('passage')
      .innerJoin('source', (join) =>
        join.onRef('source.space_id', '=', 'passage.space_id').onRef('source.id', '=', 'passage.source_id'),
      )
      .select([
        'passage.name',
        'passage.how',
        'passage.from_line',
        'passage.to_line',
        'passage.text',
        'passage.area_id',
      ])
      .select(['source.name as source', 'source.title', 'source.id as sourceId'])
      .where('passage.space_id', '=', $.space)
      .where('passage.area_id', 'in', $.areas)
      .where('passage.name', 'in', $.names)
      .where('passage.how', 'in', $.how)
      .orderBy('passage.how', 'desc')
      .orderBy('source.name')
      .orderBy('passage.n')
      .limit($.most),
)

const ofSource = statement((db, $: Slots<{ space: string; source: string }>) =>
  db
    .selectFrom('passage')
    .select(['name', 'spelled', 'how', 'from_line', 'to_line', 'text'])
    .where('space_id', '=', $.space)
    .where('source_id', '=', $.source)
    .orderBy('n'),
)

const besides = statement((db, $: Slots<{ space: string; sources: string[] }>) =>
  db
    .selectFrom('passage')
    .select(['name', 'how', 'source_id as source'])
    .distinct()
    .where('space_id', '=', $.space)
    .where('source_id', 'in', $.sources)
    .orderBy('name'),
)

const spokenOf = statement((db, $: Slots<{ space: string; areas: string[]; how: string; most: number }>) =>
  db
    .selectFrom('passage')
    .select((eb) => [
      'passage.area_id as area',
      'passage.name',
      eb.fn.min<string>('passage.spelled').as('spelled'),
      eb.fn.min<string>('passage.source_id').as('source'),
      eb.fn.max<string>('passage.source_id').as('other'),
      eb.fn.count<number>('passage.source_id').distinct().as('sources'),
    ])
    .where('passage.space_id', '=', $.space)
    .where('passage.area_id', 'in', $.areas)
    .where('passage.how', '=', $.how)
    .groupBy(['passage.area_id', 'passage.name'])
    .orderBy('sources', 'desc')
    .orderBy('passage.name')
    .limit($.most),
)

const drop = statement((db, $: Slots<{ space: string; source: string }>) =>
  db.deleteFrom('passage').where('space_id', '=', $.space).where('source_id', '=', $.source),
)

const dropReading = statement((db, $: Slots<{ space: string; source: string }>) =>
  db.deleteFrom('source_reading').where('space_id', '=', $.space).where('source_id', '=', $.source),
)

const notRead = (db: Database, $: Slots<{ space: string; reading: number }>) =>
  db
    .selectFrom('source')
    .leftJoin('source_reading', (join) =>
      join
        .onRef('source_reading.space_id', '=', 'source.space_id')
        .onRef('source_reading.source_id', '=', 'source.id')
        .onRef('source_reading.hash', '=', 'source.hash')
        .on('source_reading.reading', '=', $.reading),
    )
    .where('source.space_id', '=', $.space)
    .where('source.kind', '=', 'file')
    .where('source_reading.hash', 'is', null)

const unread = statement((db, $: Slots<{ space: string; area: string; reading: number; most: number }>) =>
  notRead(db, $)
    .select(['source.id', 'source.name', 'source.title', 'source.text', 'source.hash'])
    .where('source.area_id', '=', $.area)
    .orderBy('source.id')
    .limit($.most),
)

const unreadAreas = statement((db, $: Slots<{ space: string; reading: number }>) =>
  notRead(db, $).select('source.area_id as area').distinct(),
)

const gone = statement((db, $: Slots<{ space: string; area: string }>) =>
  db
    .selectFrom('source_reading')
    .leftJoin('source', (join) =>
      join
        .onRef('source.space_id', '=', 'source_reading.space_id')
        .onRef('source.id', '=', 'source_reading.source_id')
        .onRef('source.area_id', '=', 'source_reading.area_id'),
    )
    .select('source_reading.source_id as id')
    .where('source_reading.space_id', '=', $.space)
    .where('source_reading.area_id', '=', $.area)
    .where('source.id', 'is', null),
)

const firstTexts = statement((db, $: Slots<{ space: string; area: string; most: number }>) =>
  db
    .selectFrom('source')
    .select('text')
    .where('space_id', '=', $.space)
    .where('area_id', '=', $.area)
    .where('kind', '=', 'file')
    .orderBy('id')
    .limit($.most),
)

const STRONG = ['title', 'heading', 'definition']
const MENTIONS = ['phrase', 'link']
const MOST_PASSAGES = 120
const MOST_MENTIONS = 30
const AT_ONCE = 100

/** The passages of these areas under these names, each with its source. */
export const passagesNamed = async (tx: Tx, space: string, areas: string[], names: string[]) => [
  ...(await tx.all(named, { space, areas, names, how: STRONG, most: MOST_PASSAGES })),
  ...(await tx.all(named, { space, areas, names, how: MENTIONS, most: MOST_MENTIONS })),
]

/** The stored passages of a source. */
export const spokenBefore = async (tx: Tx, space: string, source: string): Promise<Spoken[]> =>
  (await tx.all(ofSource, { space, source })).map(({ how, from_line, to_line, ...row }) => ({
    ...row,
    how: how as How,
    fromLine: from_line,
    toLine: to_line,
  }))

/** The names of all passages of these sources. */
export const spokenBeside = (tx: Tx, space: string, sources: string[]) => tx.all(besides, { space, sources })

/** The names of passages of one kind in these areas, those of most sources first. */
export const namesSpokenOf = (tx: Tx, space: string, areas: string[], how: How, most: number) =>
  tx.all(spokenOf, { space, areas, how, most })

/** The sources of an area that were not read in their present version by the present reader. */
export const unreadSources = (tx: Tx, space: string, area: string, reading: number, most: number) =>
  tx.all(unread, { space, area, reading, most })

/** The areas with unread sources. */
export const areasToRead = async (tx: Tx, space: string, reading: number) =>
  (await tx.all(unreadAreas, { space, reading })).map(({ area }) => area)

/** The sources with passages in an area that were deleted or moved. */
export const goneSources = async (tx: Tx, space: string, area: string) =>
  (await tx.all(gone, { space, area })).map(({ id }) => id)

/** The texts of an area's first sources, a sample for word statistics. */
export const textsOf = async (tx: Tx, space: string, area: string, most: number) =>
  (await tx.all(firstTexts, { space, area, most })).map(({ text }) => text)

/** Replaces the stored passages of a source. */
export async function keepSpoken(tx: Tx, reading: Tables['source_reading'], spoken: readonly Spoken[]): Promise<void> {
  const { space_id, source_id, area_id } = reading
  await forgetSpoken(tx, space_id, source_id)
  await tx.db.insertInto('source_reading').values(reading).execute()
  const rows = spoken.map(({ name, spelled, how, fromLine, toLine, text }, n) => ({
    ...{ space_id, source_id, n, area_id, name, spelled: keepable(spelled), how, text: keepable(text) },
    from_line: fromLine,
    to_line: toLine,
  }))
  for (let n = 0; n < rows.length; n += AT_ONCE)
    await tx.db
      .insertInto('passage')
      .values(rows.slice(n, n + AT_ONCE))
      .execute()
}

/** Removes characters that a store refuses, which front matter can escape. */
const keepable = (text: string) => text.toWellFormed().replaceAll('\0', '')

/** Deletes the passages of a source. */
export async function forgetSpoken(tx: Tx, space: string, source: string): Promise<void> {
  await tx.run(drop, { space, source })
  await tx.run(dropReading, { space, source })
}
