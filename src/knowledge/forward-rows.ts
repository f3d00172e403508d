import { sql } from 'kysely'
import { type Database, type Slots, statement, type Tx } from '../store/index.ts'
import { evidence } from './evidence-rows.ts'
import { topicsLeadingTo } from './merged-rows.ts'

/** Behind which evidence to begin, how much to read, for whom, and from which day on. */
export interface From {
  at: string
  id: string
  most: number
  me: string
  since: string
}

/** In a query: evidence that this person may see, from a place on, the oldest first. */
const seen = (db: Database, $: Slots<From & { space: string }>) =>
  evidence(db)
    .where('evidence.space_id', '=', $.space)
    .where((eb) => eb.or([eb('evidence.stands_at', 'is not', null), eb('evidence.person_id', '=', $.me)]))
    .where('evidence.at', '>=', $.since)
    .where((eb) => eb(eb.refTuple('evidence.at', 'evidence.id'), '>', eb.tuple($.at, $.id)))
    .orderBy('evidence.at')
    .orderBy('evidence.id')
    .limit($.most)

const ofLine = statement((db, $: Slots<From & { space: string; claim: string }>) =>
  seen(db, $).where('evidence.about_id', '=', $.claim),
)

const ofItsSource = statement((db, $: Slots<From & { space: string; source: string }>) =>
  seen(db, $).where('evidence.because', '=', $.source).where('evidence.kind', '=', 'explained'),
)

const ofTopic = statement((db, $: Slots<From & { space: string; topic: string; speaker: string }>) =>
  seen(db, $)
    .where('evidence.topic_id', '=', $.topic)
    // Literal, not bound: only then do the engines use the partial index.
    .where('evidence.about_kind', '=', sql.lit('topic'))
    .where('evidence.person_id', '!=', $.speaker),
)

/** What is about a line itself, and what explains the answer or story that it came from. */
export async function forwardOfLine(tx: Tx, space: string, line: { id: string; source_id: string }, asked: From) {
  const from = begun(asked)
  const about = await tx.all(ofLine, { space, claim: line.id, ...from })
  return oldestFirst([...about, ...(await tx.all(ofItsSource, { space, source: line.source_id, ...from }))], from)
}

/**
 * What is about a topic as a whole, and none about a line or a question of it: without what its
 * line's speaker did.
 */
export async function forwardOfTopic(tx: Tx, space: string, topic: string, speaker: string | undefined, asked: From) {
  const from = begun(asked)
  const found = []
  // Each topic is asked for by itself, so that its index gives the order.
  for (const one of await topicsLeadingTo(tx, space, topic))
    found.push(...(await tx.all(ofTopic, { space, topic: one, speaker: speaker ?? '', ...from })))
  return oldestFirst(found, from)
}

/** Both bounds as one, so that the index is entered at the later of them. */
const begun = ({ since, ...from }: From): From => ({ ...from, since: from.at > since ? from.at : since })

function oldestFirst<Row extends { at: string; id: string }>(rows: Row[], { most }: From): Row[] {
  const each = [...new Map(rows.map((row) => [row.id, row])).values()]
  return each.sort((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1)).slice(0, most)
}
