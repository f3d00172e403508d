/** Which noun must be said when a row of a table changed, and by which column of the row it is known. */
import type { Noun } from '../src/ba/index.ts'
import type { Tables } from '../src/store/index.ts'

type Row = Record<string, unknown>

/** How changes of a table are held against what was said. */
interface Held {
  noun: Noun
  /** The ids of the nouns that a row is of, where it has them. */
  ids: (row: Row) => unknown[]
  /** Columns that follow from another noun, which says so: the conversion it led to, or the claims that answer it. */
  besides: string[]
  /** Another noun of which a change of these rows may be said, by its own ids. */
  also?: { noun: Noun; ids: (row: Row) => unknown[] }
  /** Kept by the ledger for itself: it may be said, and need not be. */
  own?: true
}

const of = (noun: Noun, id: string | null = 'id', besides: string[] = []): Held => ({
  noun,
  ids: (row) => (id === null ? [] : [row[id]]),
  besides,
})

const merged = ({ topic_id, into_id }: Row) => [topic_id, into_id]

/** Every table has its place; one that is new has to be given one before the tests pass. */
export const nounsOf: Record<keyof Tables, Held | 'no noun'> = {
  // the house's own, outside spaces and journal
  person: 'no noun',
  login: 'no noun',
  credential: 'no noun',
  verification: 'no noun',
  rate_limit: 'no noun',
  // what the ledger keeps of each entry, and how far it was followed
  journal: 'no noun',
  outcome: 'no noun',
  reaction_cursor: 'no noun',
  parked: { noun: 'parked', ids: ({ reaction, seq }) => [`${reaction} ${seq}`], besides: [], own: true },
  // Of its kinds, only that of compiling a page is shown to others than the operator.
  job: {
    noun: 'compiling',
    ids: ({ subject }) => [subject],
    besides: [],
    // One that failed for good is listed for the owners.
    also: { noun: 'parked', ids: ({ id }) => [`job:${id} 0`] },
    own: true,
  },
  // the index of the search
  search_space: 'no noun',
  search_part: 'no noun',
  search_term: 'no noun',
  search_document: 'no noun',
  // who and where
  space: of('space', 'id', ['seq']),
  membership: of('member', 'person_id'),
  area: of('area'),
  community: of('community'),
  community_member: of('community', 'community_id'),
  area_member: of('area', 'area_id'),
  agent_key: of('agent'),
  invitation: of('invitation'),
  inference: of('inference'),
  // what moves
  topic: of('topic'),
  // The noun `merged` says no more than that of the topics: it is there to be followed by itself.
  merged: { noun: 'topic', also: { noun: 'merged', ids: merged }, ids: merged, besides: [] },
  former_name: of('topic', 'topic_id'),
  question: of('question', 'id', ['told_conversion', 'answered_at']),
  source: of('source'),
  source_version: of('source', 'source_id'),
  file: of('source', null),
  file_part: of('source', null),
  claim: of('claim', 'id', ['told_conversion', 'page_conversion']),
  claim_assent: of('claim', 'claim_id'),
  // Who wrote for a group is said to nobody.
  claim_writer: 'no noun',
  claim_move: of('claim', 'claim_id'),
  page: of('page', 'topic_id'),
  page_version: of('page', 'topic_id'),
  citation: of('page', 'topic_id'),
  alias: of('page', 'topic_id'),
  link: of('page', 'topic_id'),
  brought_page: of('page', 'topic_id'),
  still_true: of('page', 'topic_id'),
  written_page: of('writing', 'topic_id'),
  evidence: of('evidence'),
  keeping: of('keeping'),
  difference: of('difference'),
  release: of('release'),
  release_line: of('release', 'release_id'),
  passage: of('passage', 'source_id'),
  source_reading: of('passage', 'source_id'),
  arrival: of('arrival'),
  arrival_part: of('arrival', 'arrival_id'),
  conversion: of('conversion'),
  conversion_part: of('conversion', 'conversion_id'),
  conversion_topic: of('conversion', 'conversion_id'),
  conversion_cause: of('conversion', 'conversion_id'),
  conversion_strike: of('conversion', 'conversion_id'),
  // counted from the conversions, which are said
  topic_figure: 'no noun',
  whorl: 'no noun',
  whorl_part: 'no noun',
  proposal: of('proposal'),
  model_use: of('modelUse'),
  model_request: of('modelRequest'),
  missing: of('missing'),
  request: of('request'),
  showing: of('showing'),
  puzzle: of('puzzle'),
  wondering: of('wondering', 'question_id'),
  story: of('story'),
  telling: of('story', 'story_id'),
  exercise: of('exercise'),
  card: of('card', 'exercise_id'),
  recall: of('card', 'exercise_id'),
  doing: of('doing'),
  dismissal: of('dismissal', 'thing'),
  turn: of('scan'),
  turn_part: of('scan', 'turn_id'),
  turn_take_up: of('scan', 'turn_id'),
  inferred: of('inferred', 'turn_id'),
}

/** A row without what need not be said. */
export const bare = (row: Row, { besides }: Held): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !besides.includes(name)))
