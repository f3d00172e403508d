import { grew } from '../ba/index.ts'
import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'
import { voiceOf } from './voice.ts'

type Page = Tables['page']

const byTopic = statement((db, $: Slots<{ space: string; topic: string }>) =>
  db.selectFrom('page').selectAll().where('space_id', '=', $.space).where('topic_id', '=', $.topic),
)

const changedAt = statement((db, $: Slots<{ space: string; topic: string }>) =>
  db.selectFrom('page').select('updated_at').where('space_id', '=', $.space).where('topic_id', '=', $.topic),
)

const markdownOf = statement((db, $: Slots<{ space: string; topic: string }>) =>
  db.selectFrom('page').select('markdown').where('space_id', '=', $.space).where('topic_id', '=', $.topic),
)

const htmlOf = statement((db, $: Slots<{ space: string; topic: string }>) =>
  db.selectFrom('page').select('html').where('space_id', '=', $.space).where('topic_id', '=', $.topic),
)

const inAreas = statement((db, $: Slots<{ space: string; areas: string[]; most: number }>) =>
  db
    .selectFrom('page')
    .leftJoin('merged', (join) =>
      join.onRef('merged.space_id', '=', 'page.space_id').onRef('merged.topic_id', '=', 'page.topic_id'),
    )
    .select(['page.topic_id', 'page.markdown', 'page.version'])
    .where('page.space_id', '=', $.space)
    .where('page.area_id', 'in', $.areas)
    // A merged topic's page is that of the topic it leads to.
    .where('merged.leads_to', 'is', null)
    .orderBy('page.updated_at', 'desc')
    .orderBy('page.topic_id')
    .limit($.most),
)

const reading = statement((db, $: Slots<{ space: string; topic: string }>) =>
  db
    .selectFrom('page')
    .select(['html', 'summary', 'tags', 'targets', 'version', 'updated_at'])
    .where('space_id', '=', $.space)
    .where('topic_id', '=', $.topic),
)

const add = statement((db, $: Slots<Page>) =>
  db
    .insertInto('page')
    .values({
      space_id: $.space_id,
      topic_id: $.topic_id,
      area_id: $.area_id,
      markdown: $.markdown,
      base: $.base,
      html: $.html,
      summary: $.summary,
      tags: $.tags,
      targets: $.targets,
      version: $.version,
      updated_at: $.updated_at,
      updated_by: $.updated_by,
    })
    .onConflict((conflict) => conflict.columns(['space_id', 'topic_id']).doNothing()),
)

const change = statement((db, $: Slots<Page & { read: number }>) =>
  db
    .updateTable('page')
    .set({
      markdown: $.markdown,
      base: $.base,
      html: $.html,
      summary: $.summary,
      tags: $.tags,
      targets: $.targets,
      version: $.version,
      updated_at: $.updated_at,
      updated_by: $.updated_by,
    })
    .where('space_id', '=', $.space_id)
    .where('topic_id', '=', $.topic_id)
    .where('version', '=', $.read),
)

const changeBase = statement((db, $: Slots<{ space: string; topic: string; base: string }>) =>
  db.updateTable('page').set({ base: $.base }).where('space_id', '=', $.space).where('topic_id', '=', $.topic),
)

const keepVersion = statement((db, $: Slots<Tables['page_version']>) =>
  db.insertInto('page_version').values({
    space_id: $.space_id,
    topic_id: $.topic_id,
    version: $.version,
    markdown: $.markdown,
    made_by: $.made_by,
    made_at: $.made_at,
    came_from: $.came_from,
  }),
)

const since = statement((db, $: Slots<{ space: string; topic: string; version: number }>) =>
  db
    .selectFrom('page_version')
    .select('version')
    .where('space_id', '=', $.space)
    .where('topic_id', '=', $.topic)
    .where('version', '>', $.version)
    .where('made_by', 'is not', null),
)

const dropCitations = statement((db, $: Slots<{ space: string; topic: string }>) =>
  db.deleteFrom('citation').where('space_id', '=', $.space).where('topic_id', '=', $.topic),
)

const kept = statement((db, $: Slots<{ space: string; topic: string }>) =>
  db
    .selectFrom('citation')
    .select(['name', 'from_line', 'to_line', 'source_version'])
    .where('space_id', '=', $.space)
    .where('topic_id', '=', $.topic),
)

const withLine = statement((db, $: Slots<{ space: string; topic: string; name: string; line: number }>) =>
  db
    .selectFrom('page')
    .innerJoin('citation', (join) =>
      join.onRef('citation.space_id', '=', 'page.space_id').onRef('citation.topic_id', '=', 'page.topic_id'),
    )
    .select('page.updated_at')
    .where('page.space_id', '=', $.space)
    .where('page.topic_id', '=', $.topic)
    .where('citation.name', '=', $.name)
    .where('citation.from_line', '<=', $.line)
    .where('citation.to_line', '>=', $.line)
    .limit(1),
)

const tagged = statement((db, $: Slots<{ space: string; areas: string[]; none: string }>) =>
  db
    .selectFrom('page')
    .leftJoin('merged', (join) =>
      join.onRef('merged.space_id', '=', 'page.space_id').onRef('merged.topic_id', '=', 'page.topic_id'),
    )
    .select(['page.topic_id', 'page.tags'])
    .where('page.space_id', '=', $.space)
    .where('page.area_id', 'in', $.areas)
    .where('page.tags', '<>', $.none)
    .where('merged.leads_to', 'is', null)
    .orderBy('page.topic_id'),
)

const composed = statement((db, $: Slots<{ space: string; topics: string[] }>) =>
  db
    .selectFrom('page')
    .select('topic_id')
    .where('space_id', '=', $.space)
    .where('topic_id', 'in', $.topics)
    .where('base', '<>', ''),
)

const citing = statement((db, $: Slots<{ space: string; areas: string[]; name: string }>) =>
  db
    .selectFrom('citation')
    .innerJoin('topic', (join) =>
      join.onRef('topic.space_id', '=', 'citation.space_id').onRef('topic.id', '=', 'citation.topic_id'),
    )
    .select(['citation.topic_id', 'citation.n', 'topic.area_id'])
    .where('citation.space_id', '=', $.space)
    .where('topic.area_id', 'in', $.areas)
    .where('citation.name', '=', $.name)
    .orderBy('topic.title')
    .orderBy('citation.topic_id')
    .orderBy('citation.n'),
)

const cited = statement((db, $: Slots<{ space: string; topic: string; area: string; open: string }>) =>
  db
    .selectFrom('citation')
    .leftJoin('source', (join) =>
      join
        .onRef('source.space_id', '=', 'citation.space_id')
        .onRef('source.name', '=', 'citation.name')
        .on((on) => on.or([on('source.area_id', '=', $.area), on('source.area_id', '=', $.open)])),
    )
    .leftJoin('person', 'person.id', 'source.speaker_id')
    .leftJoin('community', (join) =>
      join.onRef('community.space_id', '=', 'source.space_id').onRef('community.id', '=', 'source.group_id'),
    )
    .leftJoin('claim', (join) =>
      join
        .onRef('claim.space_id', '=', 'source.space_id')
        .onRef('claim.source_id', '=', 'source.id')
        .onRef('claim.from_line', '=', 'citation.from_line')
        .on('claim.confirmed_at', 'is not', null)
        .on('claim.withdrawn_at', 'is', null),
    )
    .select(['citation.n', 'citation.name', 'citation.from_line', 'citation.to_line', 'source.id as source'])
    .select(['citation.source_version', 'source.version', 'source.file_id'])
    .select(['source.title', 'source.at', 'claim.id as claim'])
    .select(['source.speaker_id', 'source.group_id', 'person.name as speakerName', 'community.name as groupName'])
    .where('citation.space_id', '=', $.space)
    .where('citation.topic_id', '=', $.topic)
    .orderBy('citation.n')
    // Of two sources with one name, the page's own area wins.
    .orderBy((eb) => eb.case().when('source.area_id', '=', $.area).then(0).else(1).end())
    .orderBy('claim.id'),
)

/** Whether a person has saved a page since one of its versions. */
export const editedSince = async (tx: Tx, space: string, topic: string, version: number) =>
  (await tx.first(since, { space, topic, version })) !== undefined

/** A topic's page, whole. */
export const pageOf = (tx: Tx, space: string, topic: string) => tx.first(byTopic, { space, topic })

/** The last change of a topic's page; undefined if there is none. */
export const pageChangedAt = async (tx: Tx, space: string, topic: string) =>
  (await tx.first(changedAt, { space, topic }))?.updated_at

/** Only the Markdown of a topic's page; empty if there is none. */
export const pageMarkdown = async (tx: Tx, space: string, topic: string) =>
  (await tx.first(markdownOf, { space, topic }))?.markdown ?? ''

/** Only the HTML of a topic's page; empty if there is none. */
export const pageHtml = async (tx: Tx, space: string, topic: string) =>
  (await tx.first(htmlOf, { space, topic }))?.html ?? ''

/** The texts of the pages in these areas that changed last. */
export const pageTextsIn = (tx: Tx, space: string, areas: string[], most: number) =>
  tx.all(inAreas, { space, areas, most })

/** The parts of a topic's page that a reader sees. */
export const pageToRead = (tx: Tx, space: string, topic: string) => tx.first(reading, { space, topic })

/**
 * The targets of a page's citations: the source in the page's area or the open one, its voice, the
 * claim at that line.
 */
export const citationsOf = async (tx: Tx, space: string, topic: string, area: string, open: string) =>
  (await tx.all(cited, { space, topic, area, open })).map(
    ({ speaker_id, group_id, speakerName, groupName, ...row }) => {
      const document = { id: row.source ?? '', name: row.title || row.name }
      // A citation without a source here has no voice.
      const voice = row.source && voiceOf({ speaker_id, group_id, speakerName, groupName }, document)
      return { ...row, voice: voice || null }
    },
  )

/** A topic's page if it cites a line of a source, or undefined. */
export const pageWithLine = (tx: Tx, space: string, topic: string, cited: { name: string; line: number }) =>
  tx.first(withLine, { space, topic, ...cited })

/** A page's citations, each with the version of its source that its lines refer to. */
export const keptCitations = (tx: Tx, space: string, topic: string) => tx.all(kept, { space, topic })

/** The tags of the pages in these areas, each with its topic. */
export const tagsIn = async (tx: Tx, space: string, areas: string[]) =>
  (await tx.all(tagged, { space, areas, none: '[]' })).flatMap(({ topic_id, tags }) =>
    (JSON.parse(tags) as string[]).map((tag) => ({ topic: topic_id, tag })),
  )

/** The topics among these whose pages are partly compiled; the others are entirely a person's. */
export const composedPages = async (tx: Tx, space: string, topics: string[]) =>
  new Set((await tx.all(composed, { space, topics })).map(({ topic_id }) => topic_id))

/** The pages in these areas that cite a source by this name, and where. */
export const citedFrom = (tx: Tx, space: string, areas: string[], name: string) =>
  tx.all(citing, { space, areas, name })

/**
 * Adds a page, or saves it over the version that was read; returns false if there is a newer one.
 */
export async function keepPage(
  tx: Tx,
  page: Page,
  read: number | null,
  came_from: 'folder' | null = null,
): Promise<boolean> {
  const kept = read === null ? await tx.run(add, page) : await tx.run(change, { ...page, read })
  if (kept !== 1) return false
  const { space_id, topic_id, version, markdown, updated_by, updated_at } = page
  await tx.run(keepVersion, {
    space_id,
    topic_id,
    version,
    markdown,
    made_by: updated_by,
    made_at: updated_at,
    came_from,
  })
  grew(tx, { space: space_id, person: updated_by, bytes: Buffer.byteLength(markdown) })
  return true
}

/** Replaces the base of a page, the compiler's last text; the page itself stays unchanged. */
export const keepBase = (tx: Tx, space: string, topic: string, base: string) =>
  tx.run(changeBase, { space, topic, base })

/** Replaces the citations of a page. */
export async function keepCitations(
  tx: Tx,
  space: string,
  topic: string,
  citations: readonly Omit<Tables['citation'], 'space_id' | 'topic_id'>[],
): Promise<void> {
  await tx.run(dropCitations, { space, topic })
  for (let n = 0; n < citations.length; n += AT_ONCE) {
    const rows = citations.slice(n, n + AT_ONCE)
    await tx.db
      .insertInto('citation')
      .values(rows.map((citation) => ({ space_id: space, topic_id: topic, ...citation })))
      .execute()
  }
}

const AT_ONCE = 1000
