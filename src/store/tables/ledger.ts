/** The tables of `ledger`: the journal, conversions with their rows, proposals, outcomes, cursors and jobs. */
export interface LedgerTables {
  journal: {
    space_id: string
    seq: number
    /** The cursor of the live stream; null in entries older than the stream. */
    id: string | null
    act: string
    by_person: string | null
    door: string
    /** The changes with the audience of each, as JSON. */
    changed: string
    at: string
  }
  conversion: {
    space_id: string
    id: string
    seq: number
    mode: string
    area_id: string
    level: string
    at: string
    rule: number
  }
  conversion_part: {
    space_id: string
    conversion_id: string
    person_id: string
    how: string
  }
  conversion_topic: {
    space_id: string
    conversion_id: string
    topic_id: string
    seq: number
  }
  conversion_cause: {
    space_id: string
    conversion_id: string
    cause_id: string
    kind: string
  }
  conversion_strike: {
    space_id: string
    conversion_id: string
    by_person: string
    why: string
    at: string
  }
  proposal: {
    space_id: string
    id: string
    person_id: string
    agent: string
    act: string
    input: string | null
    made_at: string
    settled_as: string | null
    settled_at: string | null
  }
  outcome: {
    space_id: string
    person_id: string
    key: string
    act: string
    input_hash: string
    result: string
    at: string
  }
  reaction_cursor: {
    space_id: string
    reaction: string
    seq: number
  }
  parked: {
    space_id: string
    reaction: string
    seq: number
    fault: string
    at: string
    retry_at: string | null
  }
  job: {
    space_id: string
    id: string
    kind: string
    subject: string
    wished_at: string
    taken_by: string | null
    taken_until: string | null
    attempts: number
    done_at: string | null
    fault: string | null
    wished_by: string | null
  }
}
