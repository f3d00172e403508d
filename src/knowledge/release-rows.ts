import { sql } from 'kysely'
import { type Database, type Slots, statement, type Tables, type Tx } from '../store/index.ts'
import { sameTopic } from './merged-rows.ts'

type Release = Tables['release']
type Line = Tables['release_line']

const ofTopic = statement((db, $: Slots<{ space: string; topic: string }>) =>
  db
    .selectFrom('release')
    .selectAll()
    .where('space_id', '=', $.space)
    .where('topic_id', 'in', sameTopic($))
    .orderBy('at')
    .orderBy('id'),
)

const add = statement((db, $: Slots<Release>) =>
  db.insertInto('release').values({
    space_id: $.space_id,
    id: $.id,
    topic_id: $.topic_id,
    open_topic_id: $.open_topic_id,
    by_person: $.by_person,
    at: $.at,
  }),
)

const lines = (db: Database) =>
  db
    .selectFrom('release_line')
    .innerJoin('release', (join) =>
      join.onRef('release.space_id', '=', 'release_line.space_id').onRef('release.id', '=', 'release_line.release_id'),
    )
    .innerJoin('claim', (join) =>
      join.onRef('claim.space_id', '=', 'release_line.space_id').onRef('claim.id', '=', 'release_line.claim_id'),
    )
    .innerJoin('person', 'person.id', 'release.by_person')
    .leftJoin('claim as opened', (join) =>
      join.onRef('opened.space_id', '=', 'release_line.space_id').onRef('opened.id', '=', 'release_line.open_claim_id'),
    )
    .selectAll('release_line')
    .select(['release.topic_id', 'release.open_topic_id', 'release.by_person', 'person.name as byName'])
    .select(['claim.source_id', 'claim.area_id', 'claim.statement', 'claim.holds_when', 'claim.words'])
    .select(['opened.told_conversion as toldOpenly'])

const ofClaim = statement((db, $: Slots<{ space: string; claim: string }>) =>
  lines(db).where('release_line.space_id', '=', $.space).where('release_line.claim_id', '=', $.claim),
)

const ofRelease = statement((db, $: Slots<{ space: string; release: string }>) =>
  lines(db).where('release_line.space_id', '=', $.space).where('release_line.release_id', '=', $.release),
)

/** By those that wait, who are few, not by all that the speaker ever said: hence no column alone. */
const waiting = statement((db, $: Slots<{ space: string; person: string }>) =>
  lines(db)
    .where('release_line.space_id', '=', $.space)
    .where(sql<boolean>`coalesce(claim.speaker_id, '') = ${$.person}`)
    .where('claim.withdrawn_at', 'is', null)
    .where('release_line.agreed_at', 'is', null)
    .where('release_line.kept_at', 'is', null)
    .orderBy('release_line.asked_at')
    .orderBy('release_line.id'),
)

const ask = statement((db, $: Slots<Pick<Line, 'space_id' | 'id' | 'release_id' | 'claim_id' | 'asked_at'>>) =>
  db.insertInto('release_line').values({
    space_id: $.space_id,
    id: $.id,
    release_id: $.release_id,
    claim_id: $.claim_id,
    asked_at: $.asked_at,
    agreed_at: null,
    kept_at: null,
    open_claim_id: null,
  }),
)

const answer = statement((db, $: Slots<Pick<Line, 'space_id' | 'id' | 'agreed_at' | 'kept_at' | 'open_claim_id'>>) =>
  db
    .updateTable('release_line')
    .set({ agreed_at: $.agreed_at, kept_at: $.kept_at, open_claim_id: $.open_claim_id })
    .where('space_id', '=', $.space_id)
    .where('id', '=', $.id),
)

/** The release of a topic of a closed area, or undefined. */
export const releaseOf = (tx: Tx, space: string, topic: string) => tx.first(ofTopic, { space, topic })

/** Adds the release of a topic. */
export const addRelease = (tx: Tx, row: Release) => tx.run(add, row)

/** A line whose speaker was asked to release it, or undefined. */
export const releaseLineOf = (tx: Tx, space: string, claim: string) => tx.first(ofClaim, { space, claim })

/** The lines of a release whose speakers were asked, whatever they answered. */
export const releaseLines = (tx: Tx, space: string, release: string) => tx.all(ofRelease, { space, release })

/** The lines that this person was asked about and has not answered. */
export const releaseLinesWaitingFor = (tx: Tx, space: string, person: string) => tx.all(waiting, { space, person })

/** Records that a line's speaker was asked. */
export const askForLine = (
  tx: Tx,
  row: Parameters<typeof tx.run<Pick<Line, 'space_id' | 'id' | 'release_id' | 'claim_id' | 'asked_at'>, unknown>>[1],
) => tx.run(ask, row)

/** Records the speaker's answer. */
export const answerForLine = (
  tx: Tx,
  row: Parameters<typeof tx.run<Pick<Line, 'space_id' | 'id' | 'agreed_at' | 'kept_at' | 'open_claim_id'>, unknown>>[1],
) => tx.run(answer, row)
