/** The tables of `ledger`: the journal, conversions, proposals, outcomes, cursors and jobs. */
export interface LedgerTables {
  journal: {
    space_id: string
    seq: number
    /** By which a stream of what changed goes on; nothing in an entry from before there was one. */
    id: string | null
    act: string
    by_person: string | null
    door: string
    /** The changes, each with who may hear of it, as JSON. */
    changed: string
    at: string
  }
  conversion: {
    space_id: string
    id: string
    seq: number
    mode: string
    area_id: string
    from_person: string | null
    with_person: string | null
    topics: string
    level: string
    causes: string
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
  }
}
