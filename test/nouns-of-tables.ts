/** For each table, the noun that an act must report for a changed row, and where its id is. */
import type { Noun } from '../src/ba/index.ts'
import type { Tables } from '../src/store/index.ts'

type Row = Record<string, unknown>

/** How changes of a table are compared with the reported nouns. */
interface Rule {
  noun: Noun
  /** The ids of the nouns of a row, if it has them. */
  ids: (row: Row) => unknown[]
  /** Ignored columns, whose changes another noun reports: a conversion, or the answering claims. */
  ignored: string[]
  /** Another noun that may be reported for these rows, with ids of its own. */
  also?: { noun: Noun; ids: (row: Row) => unknown[] }
  /** Written by the ledger itself: reporting the noun is optional. */
  own?: true
}

const of = (noun: Noun, id: string | null = 'id', ignored: string[] = []): Rule => ({
  noun,
  ids: (row) => (id === null ? [] : [row[id]]),
  ignored,
})

const merged = ({ topic_id, into_id }: Row) => [topic_id, into_id]

/** The rule of every table; `Record` makes tsc demand one for a new table. */
export const nounsOf: Record<keyof Tables, Rule | 'no noun'> = {
  // the house's tables, outside spaces and journal
  person: 'no noun',
  login: 'no noun',
  credential: 'no noun',
  verification: 'no noun',
  rate_limit: 'no noun',
  house_role: 'no noun',
  // derived: it equals a recount, and no screen shows it
  space_usage: 'no noun',
  // the ledger's own tables
  journal: 'no noun',
  outcome: 'no noun',
  reaction_cursor: 'no noun',
  parked: { noun: 'parked', ids: ({ reaction, seq }) => [`${reaction} ${seq}`], ignored: [], own: true },
  // Of all kinds of jobs, only the compiling of a page is shown to members.
  job: {
    noun: 'compiling',
    ids: ({ subject }) => [subject],
    ignored: [],
    // A job that was given up is listed for the owners.
    also: { noun: 'parked', ids: ({ id }) => [`job:${id} 0`] },
    own: true,
  },
  // the search index
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
  // topics and their contents
  topic: of('topic'),
  // `merged` reports the same as `topic`; a reaction follows it alone.
  merged: { noun: 'topic', also: { noun: 'merged', ids: merged }, ids: merged, ignored: [] },
  former_name: of('topic', 'topic_id'),
  question: of('question', 'id', ['told_conversion', 'answered_at']),
  source: of('source'),
  source_version: of('source', 'source_id'),
  file: of('source', null),
  file_part: of('source', null),
  claim: of('claim', 'id', ['told_conversion', 'page_conversion']),
  claim_assent: of('claim', 'claim_id'),
  // The writers of a group's words are secret.
  claim_writer: 'no noun',
  claim_move: of('claim', 'claim_id'),
  page: of('page', 'topic_id'),
  page_version: of('page', 'topic_id'),
  citation: of('page', 'topic_id'),

  linked_name: of('page', 'topic_id'),
  // Changes with a topic's title, its page's aliases or the file it came from, which have their nouns.
  topic_name: 'no noun',
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
  // derived from the conversions
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

/** A row without its ignored columns. */
export const withoutIgnored = (row: Row, { ignored }: Rule): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !ignored.includes(name)))
