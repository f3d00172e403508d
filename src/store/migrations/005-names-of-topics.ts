import { readFields, splitFront } from '../../text/index.ts'
import type { Tx } from '../store.ts'

/**
 * All names of a topic, in one table: its title, the files it came from, its aliases, former titles
 * and slugs. Links were kept as slugs, which `C` and `C++` share; they are kept as written now.
 */
const tables = `
drop table alias;
drop table link;
create table topic_name (
  space_id text not null, topic_id text not null, area_id text not null, kind text not null, name text not null,
  primary key (space_id, topic_id, kind, name), foreign key (space_id, topic_id) references topic (space_id, id)
);
create index topic_name_of on topic_name (space_id, name);
create table linked_name (
  space_id text not null, topic_id text not null, area_id text not null, name text not null,
  primary key (space_id, topic_id, name), foreign key (space_id, topic_id) references topic (space_id, id)
);
create index linked_name_of on linked_name (space_id, name);
`

const AT_ONCE = 200
const MOST = 500

type Kind = 'title' | 'file' | 'alias' | 'former' | 'slug'

/** Names the topics that are there already, and what their pages link to. */
async function fill(tx: Tx): Promise<void> {
  const { db } = tx
  for (let after = { space: '', id: '' }, more = true; more; ) {
    const topics = await db
      .selectFrom('topic')
      .leftJoin('page', (join) =>
        join.onRef('page.space_id', '=', 'topic.space_id').onRef('page.topic_id', '=', 'topic.id'),
      )
      .select(['topic.space_id', 'topic.id', 'topic.area_id', 'topic.title', 'topic.slug'])
      .select(['page.markdown', 'page.targets'])
      .where((eb) => eb(eb.refTuple('topic.space_id', 'topic.id'), '>', eb.tuple(after.space, after.id)))
      .orderBy('topic.space_id')
      .orderBy('topic.id')
      .limit(AT_ONCE)
      .execute()
    for (const { space_id, id: topic_id, area_id, title, slug, markdown, targets } of topics) {
      const of = { space_id, topic_id, area_id }
      const files = (await rowsOf(tx, 'brought_page', of)).map(({ path }) => nameOfFile(path))
      const former = await rowsOf(tx, 'former_name', of)
      const names: [Kind, string | null][] = [
        ['title', title],
        ...files.map((name): [Kind, string] => ['file', name]),
        ...aliasesIn(markdown ?? '').map((name): [Kind, string] => ['alias', name]),
        ...former.map(({ title: name }): [Kind, string] => ['former', name]),
        ...[title, ...files, ...former.map((one) => one.title)].map((name): [Kind, string | null] => [
          'slug',
          slugNamedThen(name),
        ]),
        // An address that no name makes, such as that of a second topic of one slug.
        ['slug', [title, ...files].some((name) => slugThen(name) === slug) ? null : slug],
      ]
      const rows = names.flatMap(([kind, name]) => (name && exact(name) ? [{ ...of, kind, name: exact(name) }] : []))
      await insert(rows, (some) => db.insertInto('topic_name').values(some).execute())
      const linked = new Set((JSON.parse(targets ?? '[]') as string[]).flatMap(namesLinked))
      const links = [...linked].map((name) => ({ ...of, name }))
      await insert(links, (some) => db.insertInto('linked_name').values(some).execute())
    }
    const last = topics.at(-1)
    if (last) after = { space: last.space_id, id: last.id }
    more = topics.length === AT_ONCE
  }
}

type Of = { space_id: string; topic_id: string }

const rowsOf = <T extends 'brought_page' | 'former_name'>({ db }: Tx, table: T, { space_id, topic_id }: Of) =>
  db
    .selectFrom(table as 'former_name')
    .selectAll()
    .where('space_id', '=', space_id)
    .where('topic_id', '=', topic_id)
    .execute() as unknown as Promise<{ path: string; title: string }[]>

async function insert<Row>(rows: readonly Row[], into: (some: Row[]) => Promise<unknown>): Promise<void> {
  const once = [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()]
  for (let n = 0; n < once.length; n += AT_ONCE) await into(once.slice(n, n + AT_ONCE))
}

function aliasesIn(markdown: string): string[] {
  const { front, form } = splitFront(markdown)
  const { fields } = readFields(front, form)
  return [fields.get('aliases') ?? []]
    .flat()
    .filter((one): one is string => typeof one === 'string')
    .slice(0, 100)
}

// The rules of names when this migration was written; those of today are in `text` and `ba`.

const exact = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase().slice(0, MOST)

const slugThen = (title: string) =>
  title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/[\s-]+/g, '-')
    .replace(/^-|-$/g, '')

function slugNamedThen(name: string): string | null {
  const words = exact(name)
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, '')
    .split(' ')
    .map((word) => word.replace(/^[\p{Ps}\p{Pi}"'¿¡]+/u, '').replace(/[\p{Pe}\p{Pf}"'.,:;!?…、。，！？：；]+$/u, ''))
  return words.every((word) => /^[\p{L}\p{N}\p{M}–—-]*$/u.test(word)) ? slugThen(words.join(' ')) || null : null
}

function nameOfFile(path: string): string {
  const steps = path.split('/')
  const stem = (steps.pop() ?? '').replace(/\.(?:md|markdown|mdown|mkd)$/i, '').replace(/\.[a-z]{2,8}$/i, '')
  return /^(?:index|readme)$/i.test(stem) ? (steps.pop() ?? '') : stem
}

/** The names that a link may mean: the whole, and what stands behind the last slash. */
function namesLinked(target: string): string[] {
  const whole = /^\.{0,2}\//.test(target) ? nameOfFile(target) : target
  return [whole, whole.slice(whole.lastIndexOf('/') + 1)].map(exact).filter(Boolean)
}

/** This migration. */
export const namesOfTopics = { tables, fill }
