import { sql } from 'kysely'
import type { Tx } from '../store.ts'

/**
 * The journal lists the nouns that changed instead of the act's arguments; each entry gets an id of
 * its own as the cursor of the live stream.
 */
const tables = `
alter table journal rename column about to changed
;
alter table journal add column id text
;
create index journal_id on journal (space_id, id);
`

type About = Record<string, string>
type Entry = { space_id: string; seq: number; act: string; by_person: string | null; changed: string; at: string }
type Nouns = Record<string, string[]>
type Reading = (about: About, entry: Entry, tx: Tx) => Nouns | Promise<Nouns>

const AT_ONCE = 500

const some = (...ids: (string | undefined)[]) => ids.filter((id) => id !== undefined)
const claim: Reading = ({ claim: id }) => ({ claim: some(id) })
const topic: Reading = ({ topic: id }) => ({ topic: some(id) })
const question: Reading = ({ question: id }) => ({ question: some(id) })
const source: Reading = ({ source: id }) => ({ source: some(id) })
const page: Reading = ({ topic: id, other }) => ({ page: some(id, other) })
const pageAndTopic: Reading = ({ topic: id, other }) => ({ page: some(id, other), topic: some(id, other) })

/**
 * The changed nouns of acts that reactions followed, by act name and its arguments as they were
 * then.
 */
const changedBy: Record<string, Reading> = {
  answer: source,
  'confirm-claims': async ({ source: id }, entry, tx) => ({ claim: id ? await claimsOf(tx, entry, id) : [] }),
  'correct-claim': claim,
  'say-when': claim,
  'withdraw-claim': claim,
  'agree-to-release': claim,
  'start-topic': topic,
  'begin-story': topic,
  release: topic,
  compile: page,
  'edit-page': page,
  'restore-page': page,
  'import-page': page,
  'still-true': page,
  'rename-topic': pageAndTopic,
  'merge-topics': pageAndTopic,
  'part-topics': pageAndTopic,
  'split-topic': pageAndTopic,
  'import-files': async ({ topics = '' }, entry, tx) => ({
    page: topics.split(' ').filter(Boolean),
    source: await broughtWith(tx, entry),
  }),
  'import-source': source,
  'take-in': source,
  'take-up': async (about, entry, tx) => ({ ...question(about, entry, tx), source: await broughtWith(tx, entry) }),
  ask: question,
  'ask-puzzle': question,
  'rest-exercise': question,
}

/** For all other acts: the noun of each argument, and the topic to which they belong. */
const nounOf: Record<string, string> = {
  ...{ area: 'area', person: 'member', inference: 'inference', source: 'source', claim: 'claim', evidence: 'evidence' },
  ...{ question: 'question', difference: 'difference', release: 'release', proposal: 'proposal', missing: 'missing' },
  ...{
    request: 'request',
    showing: 'showing',
    story: 'story',
    arrival: 'arrival',
    exercise: 'exercise',
    doing: 'doing',
  },
  ...{ turn: 'scan', model: 'modelUse' },
}

function changesAsSaid(about: About) {
  const nouns = Object.entries(about).flatMap(([name, id]) => (nounOf[name] && id ? [[nounOf[name], [id]]] : []))
  return nouns.length > 0 ? [{ nouns: Object.fromEntries(nouns), to: { topics: some(about.topic) } }] : []
}

const claimsOf = async ({ db }: Tx, { space_id }: Entry, source: string) =>
  idsOf(
    await sql<{ id: string }>`select id from claim where space_id = ${space_id} and source_id = ${source}`.execute(db),
  )

/** The documents brought by an act that brought several and named one. */
const broughtWith = async ({ db }: Tx, { space_id, by_person, at }: Entry) =>
  idsOf(
    await sql<{ id: string }>`select id from source
      where space_id = ${space_id} and kind = 'file' and brought_by = ${by_person} and at = ${at}`.execute(db),
  )

const idsOf = ({ rows }: { rows: { id: string }[] }) => rows.map(({ id }) => id)

/** Translates each journal entry; no audience is set, since there was no stream before. */
async function fill(tx: Tx): Promise<void> {
  let after = { space: '', seq: 0 }
  for (;;) {
    const { rows } = await sql<Entry>`select space_id, seq, act, by_person, changed, at from journal
      where (space_id, seq) > (${after.space}, ${after.seq}) order by space_id, seq limit ${AT_ONCE}`.execute(tx.db)
    for (const entry of rows) {
      const changes = JSON.stringify(await changesOf(tx, entry))
      await sql`update journal set changed = ${changes} where space_id = ${entry.space_id} and seq = ${entry.seq}`.execute(
        tx.db,
      )
    }
    const last = rows.at(-1)
    if (!last || rows.length < AT_ONCE) break
    after = { space: last.space_id, seq: last.seq }
  }
  await oneCursorForPages(tx)
}

async function changesOf(tx: Tx, entry: Entry) {
  const about = JSON.parse(entry.changed) as About
  const reading = changedBy[entry.act]
  if (!reading) return changesAsSaid(about)
  const nouns = await reading(about, entry, tx)
  const kept = Object.entries(nouns).filter(([, ids]) => ids.length > 0)
  return kept.length > 0 ? [{ nouns: Object.fromEntries(kept), to: { topics: [] } }] : []
}

/**
 * Joins the cursors of two reactions for pages, since pages brought together had their own. The
 * joined one resumes from the lower; where the removed one never began, from the start. Indexing a
 * page twice changes nothing.
 */
async function oneCursorForPages({ db }: Tx): Promise<void> {
  await sql`update reaction_cursor set seq = coalesce((select min(other.seq) from reaction_cursor other
      where other.space_id = reaction_cursor.space_id and other.reaction = 'pages-become-findable'
        and other.seq < reaction_cursor.seq), case when exists (select 1 from reaction_cursor gone
      where gone.space_id = reaction_cursor.space_id and gone.reaction = 'pages-become-findable')
        or not exists (select 1 from journal where journal.space_id = reaction_cursor.space_id
        and journal.act = 'import-files') then seq else 0 end)
    where reaction = 'page-becomes-findable'`.execute(db)
  await sql`delete from reaction_cursor where reaction = 'pages-become-findable'`.execute(db)
  await sql`delete from parked where reaction = 'pages-become-findable' and exists (select 1 from parked other
    where other.space_id = parked.space_id and other.reaction = 'page-becomes-findable' and other.seq = parked.seq)`.execute(
    db,
  )
  await sql`update parked set reaction = 'page-becomes-findable' where reaction = 'pages-become-findable'`.execute(db)
}

/** The journal's nouns. */
export const nouns = { tables, fill }
